import libraryTypes from 'credit-card-type/dist/lib/card-types.js';
import { brandId } from '../../core/card-brand.js';

export { brandId };

/** What is known of a number's brand from its first digits. */
export interface Brand {
  /** `visa`, `mastercard`, `amex`, `elo` …: one word, as it leaves the frame. */
  readonly id: string;
  /** Digits after which a space is shown. */
  readonly gaps: readonly number[];
  readonly lengths: readonly number[];
  readonly codeLength: number;
}

/*
 * The data. Ranges, lengths, groups and code lengths are the library's table; what it lacks stands here. Its search is not
 * used: it copies the table at every key, and names a brand that the next digit may rule out.
 */
const TYPES = {
  ...libraryTypes,
  // Older Hipercards, of up to 19 digits, lie within the range of Diners Club.
  hipercard: {
    ...libraryTypes['hipercard'],
    patterns: [606282, 384100, 384140, 384160],
    lengths: [16, 19],
  },
} as typeof libraryTypes;

/** Brands without a range of their own, where the name is not just the word. */
const NAMES: Readonly<Record<string, string>> = { cartesbancaires: 'Cartes Bancaires' };

/** Ranges of two brands at once that are publicly known: Argentina's Naranja on a Visa and on a Mastercard. */
const CO_BADGED: Readonly<Record<string, readonly string[]>> = {
  402918: ['naranja', 'visa'],
  527572: ['naranja', 'mastercard'],
};

/** Zimbabwe's bank cards: no range of theirs is published, so they are what is left where a merchant takes them. */
const ZIMSWITCH = 'zimswitch';
/** The table's last resort for what begins with 5 or 6, Zimswitch's cards among it. */
const REST = 'maestro';

/** UnionPay has issued cards without a check digit. */
export const hasCheckDigit = (brand: Brand | undefined): boolean => brand?.id !== 'unionpay';

const BRANDS = Object.values(TYPES).map(({ type, niceType: name, gaps, lengths, code, patterns }) => ({
  id: brandId(type),
  name,
  gaps,
  lengths,
  codeLength: code.size,
  ranges: patterns.map((pattern) => {
    const [from = '', to = from] = [pattern].flat().map(String);
    return { from, to };
  }),
}));
type KnownBrand = (typeof BRANDS)[number];

const brandNamed = (id: string): KnownBrand | undefined => BRANDS.find((brand) => brand.id === id);

/** How a brand is called on the card, by its word. */
export const brandName = (id: string): string =>
  brandNamed(id)?.name ??
  ((Object.hasOwn(NAMES, id) && NAMES[id]) || id.charAt(0).toUpperCase() + id.slice(1));

/** How many digits of a brand's longest range a number has in full; 0 on the way to one, `undefined` off the way. */
function strength({ ranges }: KnownBrand, digits: string): number | undefined {
  let found: number | undefined;
  for (const { from, to } of ranges) {
    const head = digits.slice(0, from.length);
    const isWithin = head >= from.slice(0, head.length) && head <= to.slice(0, head.length);
    if (isWithin) found = Math.max(found ?? 0, head.length === from.length ? head.length : 0);
  }
  return found;
}

/**
 * The brand of a number, once no further digit can change it: every brand that is left has a range there in full, and the
 * narrowest counts. Needs no more than the first eight digits. `accepted`: the brands the merchant takes, none = all.
 */
export function brandOf(digits: string, accepted: readonly string[] = []): Brand | undefined {
  if (!digits) return undefined;
  let best: KnownBrand | undefined;
  let most = 0;
  for (const brand of BRANDS) {
    const digitsOfRange = strength(brand, digits);
    if (digitsOfRange === 0) return undefined;
    // Of two of one length the later counts: Verve's ranges lie within one of Maestro's.
    if (digitsOfRange === undefined || digitsOfRange < most) continue;
    best = brand;
    most = digitsOfRange;
  }
  const isUnknown = !best || (best.id === REST && !accepted.includes(REST));
  const rest = isUnknown && accepted.includes(ZIMSWITCH) && brandNamed(REST);
  return rest ? { ...rest, id: ZIMSWITCH } : best;
}

/** The brand to show after one that is shown already: it stays while the digits leave it possible. */
export function nextBrand(
  shown: Brand | undefined,
  digits: string,
  accepted: readonly string[],
): Brand | undefined {
  const known = shown && brandNamed(shown.id);
  const mayStay = digits && known && strength(known, digits) !== undefined;
  return brandOf(digits, accepted) ?? (mayStay ? shown : undefined);
}

/** All brands a number carries, by its digits alone. */
export const brandsOf = (digits: string, brand: Brand | undefined): readonly string[] =>
  CO_BADGED[digits.slice(0, 6)] ?? (brand ? [brand.id] : []);

/** Whether the tokenizer has to be told the brand: the digits do not say it. */
export const isAssumed = (brand: Brand | undefined): boolean => brand?.id === ZIMSWITCH;
