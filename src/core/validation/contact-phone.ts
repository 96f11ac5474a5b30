import { normalizePhoneBr, validatePhoneBr } from './phone-br.js';
import { stripPunctuation, toValidation, type Validation } from './validation.js';

const compact = (text: string): string => stripPunctuation(text).replace(/^00/, '+');

/**
 * A phone number to be reached at, as APIs want it: E.164 where the country is Brazil or a `+` tells it, otherwise
 * the bare digits, for the server to judge. `undefined` where it cannot be a phone number.
 * @param country ISO 3166-1 alpha-2
 */
export function normalizeContactPhone(text: string, country?: string): string | undefined {
  const phone = compact(text);
  if (country === 'BR' && !/^\+(?!55)/.test(phone)) return normalizePhoneBr(phone);
  return /^(?:\+[1-9]\d{6,14}|\d{6,15})$/.test(phone) ? phone : undefined;
}

/** Checks a phone number to be reached at: a Brazilian one by its area code, any other by its length. */
export function validateContactPhone(text: string, country?: string): Validation {
  const phone = compact(text);
  if (country === 'BR' && !/^\+(?!55)/.test(phone)) return validatePhoneBr(phone);
  return toValidation(
    normalizeContactPhone(phone) !== undefined,
    /^(?:\+(?:[1-9]\d{0,14})?|\d{0,15})$/.test(phone),
  );
}
