/** Gives equal things one identity and a small number, so that a state of the world is a handful of numbers. */
export class Interner<T> {
  readonly #numbers = new Map<string, number>();
  readonly #things: T[] = [];
  /** Things that were met before are known by what they are, without a look inside. */
  readonly #met = new Map<T, number>();
  readonly #keyOf: (thing: T) => string;
  readonly #mirrorOf: (thing: T) => T;
  readonly #mirrors: number[] = [];

  /** @param mirrorOf what a thing is with the names of the two pages traded */
  constructor(keyOf: (thing: T) => string, mirrorOf: (thing: T) => T = (thing) => thing) {
    this.#keyOf = keyOf;
    this.#mirrorOf = mirrorOf;
  }

  /** The number of a thing's mirror image. */
  mirror(number: number): number {
    return (this.#mirrors[number] ??= this.number(this.#mirrorOf(this.thing(number))));
  }

  number(thing: T): number {
    const met = this.#met.get(thing);
    if (met !== undefined) return met;
    const key = this.#keyOf(thing);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#met.set(thing, this.#things.length);
    const number = this.#things.push(thing) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  thing(number: number): T {
    const thing = this.#things[number];
    if (thing === undefined) throw new Error(`There is no number ${String(number)}`);
    return thing;
  }

  /** The one thing that stands for all that equal it. */
  one(thing: T): T {
    return this.thing(this.number(thing));
  }

  get size(): number {
    return this.#things.length;
  }
}

/**
 * Small numbers as one that a `number` holds exactly, each in a field of its own.
 * @throws where one does not fit: the world is larger than its state can tell
 */
export class Packing {
  readonly #sizes: readonly number[];
  readonly #weights: readonly number[];

  /** @param bits of each field; 53 in all at most */
  constructor(bits: readonly number[]) {
    if (bits.reduce((sum, size) => sum + size, 0) > 53) throw new Error('more bits than a number has');
    this.#sizes = bits.map((size) => 2 ** size);
    this.#weights = this.#sizes.map((_size, at) =>
      this.#sizes.slice(0, at).reduce((product, size) => product * size, 1),
    );
  }

  pack(fields: readonly number[]): number {
    let packed = 0;
    for (let at = this.#sizes.length - 1; at >= 0; at--) {
      const size = this.#sizes[at] ?? 1;
      const field = fields[at] ?? 0;
      if (field >= size) throw new RangeError(`field ${String(at)} is full: ${String(field)}`);
      packed = packed * size + field;
    }
    return packed;
  }

  /** `packed` with one field changed. */
  with(packed: number, field: number, from: number, to: number): number {
    if (to >= (this.#sizes[field] ?? 0))
      throw new RangeError(`field ${String(field)} is full: ${String(to)}`);
    return packed + (to - from) * (this.#weights[field] ?? 0);
  }

  unpack(packed: number): number[] {
    const fields: number[] = [];
    let rest = packed;
    for (const size of this.#sizes) {
      fields.push(rest % size);
      rest = Math.floor(rest / size);
    }
    return fields;
  }
}
