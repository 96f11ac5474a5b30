import { lettering } from './glyphs.js';
import type { Shape, Word } from './mark.js';

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** A word as a shape, in our own letters. Small letters without a stem are centred by their own height. */
export function lettersOf(word: Word): Shape {
  const { text, ink, x = 18, y = 12, width: room = 28, height = 8, slant = 0 } = word;
  const weight = height > 8 ? 1.5 : 1.3;
  const { width, d } = lettering(text, weight);
  const scale = rounded(Math.min(height / 6, room / (width + weight)));
  const middle = /[A-Zbdfhkl]/.test(text) ? 3 : 4;
  const left = x - (width * scale) / 2 + Math.tan((slant * Math.PI) / 180) * middle * scale;
  const place = `translate(${rounded(left)} ${rounded(y - middle * scale)}) scale(${scale})`;
  return { ink, d, stroke: weight, transform: slant ? `${place} skewX(${-slant})` : place };
}
