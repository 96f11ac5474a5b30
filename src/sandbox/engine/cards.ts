import { randomId, type RandomBytes } from './ids.js';

/** What a test card leads to; any other number that passes the Luhn check is approved. */
const TEST_CARDS: Readonly<Record<string, CardOutcome>> = {
  '4000000000000002': 'declined',
  '4000000000009995': 'insufficient_funds',
  '4000000000000069': 'expired_card',
  '4000000000000119': 'processing_error',
  '4000000000000127': 'incorrect_cvc',
  '4000000000000036': 'incorrect_address',
  '4100000000000019': 'suspected_fraud',
  '4000002500003155': 'challenge',
  '4000002760003184': 'redirect',
  '4000000000000077': 'slow',
  '4000000000003055': 'approved',
  '4000008400001280': 'authentication_failed',
  '4000008260003178': 'challenge_declined',
  '4000008400001629': 'challenge_failed',
  '4000000000003097': 'challenge_unanswered',
  '4000000000003063': 'challenge_kept',
  '4000000000003220': 'redirect_slow',
};

/** Cards that carry two brands, by their first eight digits, as an issuer's table would say. */
const CO_BADGED: Readonly<Record<string, readonly string[]>> = {
  '40000076': ['visa', 'elo'],
  '52008282': ['mastercard', 'maestro'],
};

/** The brands of a card, by its first eight digits; empty where it carries no second one. */
export const coBrandsOf = (bin: string): readonly string[] =>
  Object.hasOwn(CO_BADGED, bin) ? (CO_BADGED[bin] ?? []) : [];

/** How a payment with a card goes. */
export type CardOutcome =
  | 'approved'
  | 'declined'
  | 'insufficient_funds'
  | 'expired_card'
  | 'processing_error'
  /** Three that the ledger knows apart and nobody else: whoever tries stolen cards would learn from them. */
  | 'incorrect_cvc'
  | 'incorrect_address'
  | 'suspected_fraud'
  /** 3-D Secure that fails with no question asked. That it may pass like that as well, an approved card shows. */
  | 'authentication_failed'
  /** 3-D Secure in a frame of the page. */
  | 'challenge'
  /** The same, passed, and then there is not enough money. */
  | 'challenge_declined'
  /** The same, and the bank is not convinced, whatever is answered. */
  | 'challenge_failed'
  /** The same, and the bank's page never asks anything: over after ten seconds. */
  | 'challenge_unanswered'
  /** The same, and it cannot be stopped: the bank has it already, and approves it five seconds later. */
  | 'challenge_kept'
  /** 3-D Secure on a page of its own. */
  | 'redirect'
  /** The same, and once confirmed it takes five seconds. */
  | 'redirect_slow'
  /** Approved after a while. */
  | 'slow'
  /** No card of ours: Stripe charges it, in the page. */
  | 'intent';

/** Everything the sandbox keeps of a card: never the number, never the CVC. */
export interface CardTokenRecord {
  readonly token: string;
  readonly outcome: CardOutcome;
  readonly brand: string;
  readonly last4: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
  readonly expiresAt: number;
  /** The life of the frame it was typed into, and the session it was typed for, where the frame said so. */
  readonly frameNonce?: string | undefined;
  readonly session?: string | undefined;
  used: boolean;
}

/** What is typed in the card frame. */
export interface CardInput {
  readonly number: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
  readonly cvc: string;
  readonly holderName?: string;
  /** The one the shopper chose on a card that carries two. */
  readonly brand?: string;
  readonly frameNonce?: string;
  readonly session?: string;
}

/** Who wants to pay with a token. */
export interface TokenUse {
  readonly session: string;
  /** `undefined` where the provider's payment has no place for it: then it is not asked. */
  readonly frameNonce: string | undefined;
}

/** Why a card cannot become a token: which member, and what is wrong with it. */
export interface CardRefusal {
  readonly code:
    'invalid_number' | 'invalid_expiry' | 'expired_card' | 'invalid_cvc' | 'invalid_holder' | 'invalid_brand';
  readonly param: string;
}

const TOKEN_LIFE_MS = 15 * 60_000;
const MAX_YEARS_AHEAD = 30;

/** First digits by brand, longest list first where they overlap. */
const BRANDS: readonly (readonly [string, RegExp])[] = [
  [
    'elo',
    /^(401178|401179|438935|457631|457632|431274|451416|504175|506699|5067|509|627780|636297|636368|65003)/,
  ],
  ['hipercard', /^(606282|384100|384140|384160)/],
  ['visa', /^4/],
  ['mastercard', /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/],
  ['amex', /^3[47]/],
  ['diners', /^3(0[0-5]|[689])/],
  ['discover', /^(6011|64[4-9]|65)/],
  ['jcb', /^35(2[89]|[3-8])/],
];

/** ISO/IEC 7812-1 annex B. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const digit = Number(character) * (index % 2 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

const brandOf = (number: string): string =>
  BRANDS.find(([, pattern]) => pattern.test(number))?.[0] ?? 'unknown';

/** A card of no known range may be of a brand that has none. */
const mayBe = (brand: string, number: string): boolean => {
  const known = brandOf(number);
  return known === 'unknown' || brand === known || coBrandsOf(number.slice(0, 8)).includes(brand);
};

/** The provider's card vault: a number goes in, a token that can be used once comes out. */
export class CardVault {
  readonly #tokens = new Map<string, CardTokenRecord>();
  readonly #random: RandomBytes;

  constructor(random: RandomBytes) {
    this.#random = random;
  }

  /**
   * @param now server time, milliseconds
   * @param prefix of the token
   */
  tokenize(card: CardInput, now: number, prefix = 'tok_'): CardTokenRecord | CardRefusal {
    const number = card.number.replace(/[\s-]/g, '');
    const refusal = this.#refusalOf(card, number, now);
    if (refusal) return refusal;
    const record: CardTokenRecord = {
      token: randomId(this.#random, prefix),
      outcome: TEST_CARDS[number] ?? 'approved',
      brand: card.brand ?? brandOf(number),
      last4: number.slice(-4),
      expiryMonth: card.expiryMonth,
      expiryYear: card.expiryYear,
      expiresAt: now + TOKEN_LIFE_MS,
      frameNonce: card.frameNonce,
      session: card.session,
      used: false,
    };
    this.#tokens.set(record.token, record);
    return record;
  }

  /** The card behind a token that may still be used, for what it was made for. */
  find(token: string, use: TokenUse, now: number): CardTokenRecord | undefined {
    const record = this.#tokens.get(token);
    if (!record || record.used || now >= record.expiresAt) return undefined;
    const isFor = (bound: string | undefined, given: string | undefined): boolean =>
      bound === undefined || given === undefined || bound === given;
    return isFor(record.session, use.session) && isFor(record.frameNonce, use.frameNonce)
      ? record
      : undefined;
  }

  #refusalOf(card: CardInput, number: string, now: number): CardRefusal | undefined {
    if (!/^\d{12,19}$/.test(number) || !passesLuhn(number))
      return { code: 'invalid_number', param: 'number' };
    const { expiryMonth: month, expiryYear: year } = card;
    const today = new Date(now);
    if (month < 1 || month > 12) return { code: 'invalid_expiry', param: 'expiryMonth' };
    if (year > today.getUTCFullYear() + MAX_YEARS_AHEAD)
      return { code: 'invalid_expiry', param: 'expiryYear' };
    // A card is good until the last day of its month.
    if (now >= Date.UTC(year, month)) return { code: 'expired_card', param: 'expiryYear' };
    const cvcLength = brandOf(number) === 'amex' ? 4 : 3;
    if (!new RegExp(`^\\d{${String(cvcLength)}}$`).test(card.cvc))
      return { code: 'invalid_cvc', param: 'cvc' };
    if ((card.holderName ?? '').length > 100) return { code: 'invalid_holder', param: 'holderName' };
    if (card.brand !== undefined && !mayBe(card.brand, number))
      return { code: 'invalid_brand', param: 'brand' };
    return undefined;
  }
}
