/** A shape in one colour: filled, or drawn with a pen of `stroke`. */
export interface Shape {
  readonly ink: string;
  readonly d: string;
  readonly stroke?: number;
  readonly transform?: string;
}

/** A name, or a part of one, in one colour. */
export interface Word extends Place {
  readonly ink: string;
  readonly text: string;
}

export interface Place {
  /** Its middle; that of the plate where it is not said. */
  readonly x?: number;
  readonly y?: number;
  /** What it may take; it fills one of the two. */
  readonly width?: number;
  /** Of a capital. */
  readonly height?: number;
  /** Degrees to the right. */
  readonly slant?: number;
}

export type Figure = Shape | Word;

/**
 * A plate in the network's colour, 36 by 24, and what stands on it, the hindmost first. Data alone: elements and card frame
 * draw it, each in its own way. All of it is our own simple drawing, and no copy of anybody's artwork.
 */
export type Mark = readonly [plate: string, ...figures: readonly Figure[]];

export const word = (text: string, ink: string, place?: Place): Word => ({ text, ink, ...place });

/** A name on two lines, in one colour or in two. */
export const lines = (first: string, second: string, ink: string, other = ink): readonly Word[] => [
  word(first, ink, { y: 7.6, height: 6.2 }),
  word(second, other, { y: 16.6, height: 6.2 }),
];

export const shape = (ink: string, d: string): Shape => ({ ink, d });

export const line = (ink: string, d: string, stroke = 1.6): Shape => ({ ink, d, stroke });

/** A pen that is put down once, with its round tip. */
export const disc = (ink: string, x: number, y: number, radius: number): Shape =>
  line(ink, `M${x} ${y}h.01`, 2 * radius);
