import { CheckoutError } from '../errors.js';
import { minorUnitExponent } from './exponent.js';

/** The message never quotes the value: an error carries nothing a server might have put in the wrong field. */
const invalidAmount = (message: string): CheckoutError =>
  new CheckoutError({ kind: 'api', code: 'amount_invalid', message });

/**
 * A decimal string as minor units, without a float in between: `'10.5'` BRL is `1050`. More decimals than the
 * currency has are taken where they are zeros (`'700.00'` CLP is `700`), as rounding would change the amount.
 * @throws CheckoutError `api` / `amount_invalid` for any other text, exponents, signs but `-`, or unsafe size
 */
export function parseDecimal(text: string, currency: string): number {
  return parsePlaces(text, minorUnitExponent(currency));
}

/**
 * The same, by the number of decimals that the minor unit stands for.
 * @throws CheckoutError `api` / `amount_invalid`, as `parseDecimal`
 */
export function parsePlaces(text: string, exponent: number): number {
  const [, whole, fraction = ''] = /^(-?\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined || !/^0*$/.test(fraction.slice(exponent))) {
    throw invalidAmount(`The amount is not a decimal number of ${exponent} places.`);
  }
  return parseMinor(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
}

/**
 * A string of minor units as a number: digits, a leading `-` allowed, nothing else.
 * @throws CheckoutError `api` / `amount_invalid` for any other text, or beyond the safe integers
 */
export function parseMinor(text: string): number {
  // An integer beyond 2^53 - 1 rounds to 2^53 or more, so the check catches it after the conversion.
  const minor = /^-?\d+$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(minor)) throw invalidAmount('The amount is not an integer of safe size.');
  return minor || 0; // no negative zero
}
