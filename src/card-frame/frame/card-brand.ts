import { BrandChoice } from './brand-choice.js';
import { BrandLookup, type AskBrands } from './brand-lookup.js';
import { brandId, brandName, brandsOf, isAssumed, nextBrand, type Brand } from './brands.js';

/** The brand of the card in the form: by its digits, by what the tokenizer knows of them, and by the shopper's choice. */
export class CardBrand {
  readonly choice: BrandChoice;
  readonly #lookup: BrandLookup;
  #known: Brand | undefined;
  #carried: readonly string[] | undefined;
  #id: string | undefined;

  constructor(ask: AskBrands | undefined, onPick: () => void, onAnswer: () => void) {
    this.choice = new BrandChoice(onPick);
    this.#lookup = new BrandLookup(ask ?? (async () => Promise.resolve([])), onAnswer);
  }

  /** What the card is paid with, as far as that is known. */
  get id(): string | undefined {
    return this.#id;
  }

  /** Digits of the security code; `undefined` while the brand is not known. */
  get codeLength(): number | undefined {
    return this.#known?.codeLength;
  }

  /** The brands on the card, where that is more than its digits say. */
  get carried(): readonly string[] | undefined {
    return this.#carried;
  }

  /** What the tokenizer has to be told, because the digits do not say it. */
  get told(): string | undefined {
    return this.#carried || isAssumed(this.#known) ? this.#id : undefined;
  }

  /** Follows the number as it is typed. The answer is what to say of it: a brand, or a choice of them. */
  follow(digits: string, accepted: readonly string[]): string {
    const before = this.#id;
    this.#known = nextBrand(this.#known, digits, accepted);
    const found = [...new Set(this.#lookup.of(digits).map(brandId))];
    const brands = found.length > 1 ? found : brandsOf(digits, this.#known);
    this.#carried = brands.length > 1 ? brands : undefined;
    // In the merchant's order, who may have one that is dearer or better liked.
    const taken = accepted.length > 0 ? accepted.filter((id) => brands.includes(id)) : brands;
    const offer = this.choice.offer(taken);
    const { picked } = this.choice;
    this.#id = picked ?? (this.#carried && taken[0]) ?? this.#known?.id;
    const isNews = this.#id !== undefined && this.#id !== before && picked === undefined;
    return offer || (isNews ? brandName(this.#id ?? '') : '');
  }

  /** Nothing of a card is kept. */
  forget(): void {
    this.#lookup.clear();
  }
}
