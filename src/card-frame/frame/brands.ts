import creditCardType from 'credit-card-type';

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
 * The data: ranges, lengths, groups and code lengths are the library's, and what it does not know stands here.
 */

/** The library's words, and those merchants write, as the one word used outside. */
const ALIASES: Readonly<Record<string, string>> = {
  americanexpress: 'amex',
  dinersclub: 'diners',
  master: 'mastercard',
  cb: 'cartesbancaires',
};

/** Brands without a range of their own whose name is not their word with a capital letter. */
const NAMES: Readonly<Record<string, string>> = { cartesbancaires: 'Cartes Bancaires' };

/** Older Hipercards, of up to 19 digits, lie within the range of Diners Club. */
creditCardType.updateCard('hipercard', { patterns: [606282, 384100, 384140, 384160], lengths: [16, 19] });

/** Ranges of two brands at once that are publicly known: Argentina's Naranja on a Visa and on a Mastercard. */
const CO_BADGED: Readonly<Record<string, readonly string[]>> = {
  '402918': ['naranja', 'visa'],
  '527572': ['naranja', 'mastercard'],
};

/** Zimbabwe's bank cards: no range of theirs is published, so they are what is left where a merchant takes them. */
const ZIMSWITCH = 'zimswitch';
/** The library's last resort for everything that begins with 5 or 6, Zimswitch's cards among it. */
const REST = 'maestro';

/** UnionPay has issued cards without a check digit. */
export const hasCheckDigit = (brand: Brand | undefined): boolean => brand?.id !== 'unionpay';

/** `American Express`, `american-express` and `AMEX` are one brand. */
export const brandId = (name: string): string => {
  const word = name.toLowerCase().replace(/[^a-z]/g, '');
  return Object.hasOwn(ALIASES, word) ? (ALIASES[word] ?? word) : word;
};

type CardType = ReturnType<typeof creditCardType.getTypeInfo>;

const asBrand = ({ type, gaps, lengths, code }: CardType): Brand => ({
  id: brandId(type),
  gaps,
  lengths,
  codeLength: code.size,
});

/** How a brand is called on the card, by its word. */
export function brandName(id: string): string {
  const type = Object.values(creditCardType.types).find((known) => brandId(known) === id);
  if (type !== undefined) return creditCardType.getTypeInfo(type).niceType;
  return (Object.hasOwn(NAMES, id) && NAMES[id]) || id.charAt(0).toUpperCase() + id.slice(1);
}

/**
 * The brand of a number, once no further digit can change it: one brand is left, and one of its ranges is there in full.
 * Needs no more than the first eight digits. `accepted`: the brands the merchant takes, none = all.
 */
export function brandOf(digits: string, accepted: readonly string[] = []): Brand | undefined {
  const [type, other] = digits ? creditCardType(digits) : [];
  const brand = type && !other && type.matchStrength ? asBrand(type) : undefined;
  const isUnknown = digits && (!type || (brand?.id === REST && !accepted.includes(REST)));
  return isUnknown && accepted.includes(ZIMSWITCH)
    ? { ...asBrand(creditCardType.getTypeInfo(REST)), id: ZIMSWITCH }
    : brand;
}

/** The brand to show after one that is shown already: it stays while the digits leave it possible. */
export function nextBrand(
  shown: Brand | undefined,
  digits: string,
  accepted: readonly string[],
): Brand | undefined {
  const brand = brandOf(digits, accepted);
  if (brand || !digits) return brand;
  return creditCardType(digits).some(({ type }) => brandId(type) === shown?.id) ? shown : undefined;
}

/** All brands a number carries, by its digits alone. */
export const brandsOf = (digits: string, brand: Brand | undefined): readonly string[] =>
  CO_BADGED[digits.slice(0, 6)] ?? (brand ? [brand.id] : []);

/** Whether the tokeniser has to be told the brand: the digits do not say it. */
export const isAssumed = (brand: Brand | undefined): boolean => brand?.id === ZIMSWITCH;
