import { stripPunctuation, toValidation, type Validation } from './validation.js';

export interface MobileNetwork {
  readonly id: string;
  /** First digits of the national number, without the leading 0. */
  readonly prefixes: readonly string[];
}

export interface MobileMoneyCountry {
  readonly callingCode: string;
  /** Digits of a national number, without the leading 0. */
  readonly nationalLength: number;
  /** How every mobile number of the country begins. */
  readonly mobilePrefix: string;
  readonly networks: readonly MobileNetwork[];
}

/** Mobile numbering by ISO 3166-1 alpha-2 country; a further country is a further entry. */
export const MOBILE_MONEY_COUNTRIES: Readonly<Record<string, MobileMoneyCountry>> = {
  ZW: {
    callingCode: '263',
    nationalLength: 9,
    mobilePrefix: '7',
    networks: [
      { id: 'ecocash', prefixes: ['77', '78'] },
      { id: 'onemoney', prefixes: ['71'] },
      { id: 'telecash', prefixes: ['73'] },
    ],
  },
};

/** The three forms in which payment APIs take a mobile number. */
export interface PhoneForms {
  /** `771234567` */
  readonly national: string;
  /** `0771234567` */
  readonly local: string;
  /** `+263771234567` */
  readonly e164: string;
}

/** A text as one country's plan reads it; `national` is `undefined` where no mobile number has begun yet. */
interface ReadNumber {
  readonly plan: MobileMoneyCountry;
  readonly phone: string;
  readonly national?: string;
}

function readNumber(text: string, country: string): ReadNumber | undefined {
  const plan = Object.hasOwn(MOBILE_MONEY_COUNTRIES, country) && MOBILE_MONEY_COUNTRIES[country];
  if (!plan) return undefined;
  const phone = stripPunctuation(text).replace(/^00/, '+');
  // `+263 (0)77…` is written often enough to take the 0 out behind the country code as well.
  const pattern = new RegExp(`^(?:\\+?${plan.callingCode})?0?(${plan.mobilePrefix}\\d*)$`);
  const national = pattern.exec(phone)?.[1];
  return { plan, phone, ...(national !== undefined && { national }) };
}

/**
 * A mobile number in the forms APIs ask for, from any usual way to write it: `+263 77…`, `00263…`, `263771…`,
 * `0771…`, `771…`. `undefined` where it is no complete mobile number of the country. A number of an unknown network
 * is one all the same: prefixes are a hint, the shopper chooses the network.
 * @param country ISO 3166-1 alpha-2, one of `MOBILE_MONEY_COUNTRIES`
 */
export function normalizePhone(text: string, country = 'ZW'): PhoneForms | undefined {
  const { plan, national } = readNumber(text, country) ?? {};
  if (!plan || national?.length !== plan.nationalLength) return undefined;
  return { national, local: `0${national}`, e164: `+${plan.callingCode}${national}` };
}

/** Checks a mobile number of the country while it is typed; always valid where `normalizePhone` has an answer. */
export function validateMobileNumber(text: string, country = 'ZW'): Validation {
  const { plan, phone = '', national } = readNumber(text, country) ?? {};
  if (!plan) return toValidation(false, false);
  const isBegun =
    national === undefined
      ? [`+${plan.callingCode}0`, `${plan.callingCode}0`, '0'].some((start) => start.startsWith(phone))
      : national.length < plan.nationalLength;
  return toValidation(normalizePhone(phone, country) !== undefined, isBegun);
}

/**
 * Id of the network a number most likely belongs to, also while it is typed (`077` is enough); `undefined` where the
 * prefix tells nothing. Offer it as a choice the shopper may correct.
 */
export function guessNetwork(text: string, country = 'ZW'): string | undefined {
  const { plan, national } = readNumber(text, country) ?? {};
  if (!plan || national === undefined || national.length > plan.nationalLength) return undefined;
  return plan.networks.find(({ prefixes }) => prefixes.some((prefix) => national.startsWith(prefix)))?.id;
}
