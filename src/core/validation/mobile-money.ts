import { MOBILE_MONEY_COUNTRIES, type MobileMoneyCountry } from './mobile-networks.js';
import { stripPunctuation } from './validation.js';

/** The three forms in which payment APIs take a mobile number. */
export interface PhoneForms {
  /** `771234567` */
  readonly national: string;
  /** `0771234567`: as it is dialled at home */
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
  const { callingCode, trunk, mobileStarts, nationalLength } = plan;
  // `+263 (0)77…` is written often enough to take the 0 out behind the country code as well. A number of Ghana may begin
  // with the digits of its country code: the reading that is complete is the one that was meant.
  const readings = [`\\+?${callingCode}`, ''].flatMap((code) => {
    const pattern = new RegExp(`^${code}(?:${trunk})?((?:${mobileStarts.join('|')})\\d*)$`);
    return pattern.exec(phone)?.[1] ?? [];
  });
  const national = readings.find(({ length }) => length === nationalLength) ?? readings[0];
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
  return { national, local: plan.trunk + national, e164: `+${plan.callingCode}${national}` };
}

/** What is wrong with a number that is no mobile number of any of the countries. */
export type MobileFault = 'short' | 'long' | 'start';

/**
 * Names what is wrong with a mobile number: its length, or (`start`) that numbers of the countries do not begin so.
 * `undefined` where nothing is.
 */
export function mobileFault(text: string, countries: readonly string[]): MobileFault | undefined {
  if (countries.some((country) => normalizePhone(text, country))) return undefined;
  const read = countries.flatMap((country) => readNumber(text, country) ?? []);
  const faults = read.map(({ plan, phone, national }): MobileFault => {
    if (national !== undefined) return national.length < plan.nationalLength ? 'short' : 'long';
    return /^\+?\d*$/.test(phone) && phone.length < plan.nationalLength ? 'short' : 'start';
  });
  // One that a country has begun is most likely a number of that country.
  return faults.find((fault) => fault !== 'start') ?? 'start';
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
