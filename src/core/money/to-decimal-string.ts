import { CheckoutError } from '../errors.js';
import { minorUnitExponent } from './exponent.js';

/**
 * Minor units as an exact decimal string with a dot: `1050` BRL is `'10.50'`, `1050` CLP is `'1050'`.
 * @throws CheckoutError `internal` / `amount_invalid` for a number that is no safe integer
 */
export function toDecimalString(minor: number, currency: string): string {
  if (!Number.isSafeInteger(minor))
    throw new CheckoutError({
      kind: 'internal',
      code: 'amount_invalid',
      message: 'The amount is not a safe integer.',
    });
  const exponent = minorUnitExponent(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  return `${minor < 0 ? '-' : ''}${digits.slice(0, point)}${exponent ? `.${digits.slice(point)}` : ''}`;
}
