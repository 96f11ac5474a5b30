/** Before a row was measured: a name, one line below it, and the space between rows. */
const FIRST_GUESS_PX = 66;

/**
 * Where the rows of a long list stand: those that were drawn as they were measured, the others as high as the first
 * that were. All lengths are CSS pixels.
 */
export class RowHeights {
  readonly count: number;
  readonly #measured = new Map<number, number>();
  #guess = FIRST_GUESS_PX;

  constructor(count: number) {
    this.count = count;
  }

  /** The first rows that are measured decide what the others are taken for. A row that is not shown has no height. */
  measure(rows: Iterable<readonly [index: number, px: number]>): void {
    const isFirst = this.#measured.size === 0;
    for (const [index, px] of rows) if (px > 0) this.#measured.set(index, px);
    const { size } = this.#measured;
    if (!isFirst || size === 0) return;
    this.#guess = [...this.#measured.values()].reduce((sum, px) => sum + px, 0) / size;
  }

  /** From the top of the list to the top of a row; with the number of rows, the whole list. */
  top(index: number): number {
    let top = index * this.#guess;
    for (const [at, px] of this.#measured) if (at < index) top += px - this.#guess;
    return top;
  }

  /** The row that stands at a distance from the top; the last one below the end. */
  at(px: number): number {
    let low = 0;
    let high = Math.max(0, this.count - 1);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.top(middle) <= px) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
