/** Which brands a card carries, by its first eight digits. An empty answer, or none, is no knowledge. */
export type AskBrands = (bin: string, signal: AbortSignal) => Promise<readonly string[]>;

/** ISO/IEC 7812-1: the issuer is named by eight digits; they tell nothing of the shopper. */
const BIN_LENGTH = 8;

/** Asks once for every eight first digits, and for no number that is no longer there. */
export class BrandLookup {
  readonly #ask: AskBrands;
  readonly #onAnswer: () => void;
  readonly #answers = new Map<string, readonly string[]>();
  #bin = '';
  #asking: AbortController | undefined;

  constructor(ask: AskBrands, onAnswer: () => void) {
    this.#ask = ask;
    this.#onAnswer = onAnswer;
  }

  /** What is known by now; more may come, and then the number is to be looked at again. */
  of(digits: string): readonly string[] {
    const bin = digits.length < BIN_LENGTH ? '' : digits.slice(0, BIN_LENGTH);
    if (bin !== this.#bin) {
      this.#bin = bin;
      this.#asking?.abort();
      if (bin && !this.#answers.has(bin)) void this.#find(bin);
    }
    return this.#answers.get(bin) ?? [];
  }

  /** Nothing of a card is kept. */
  clear(): void {
    this.of('');
    this.#answers.clear();
  }

  async #find(bin: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    const brands = await this.#ask(bin, asking.signal);
    if (asking.signal.aborted) return;
    this.#answers.set(bin, brands);
    this.#onAnswer();
  }
}
