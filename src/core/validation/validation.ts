import { asciiDigits } from '../ascii-digits.js';

/** What can be said of a text while it is typed. */
export interface Validation {
  readonly isValid: boolean;
  /** Whether more characters at its end can still make it valid: show no error before this is false. */
  readonly isPotentiallyValid: boolean;
}

/** A `Validation`; what is valid is potentially valid too. */
export function toValidation(isValid: boolean, isPotentiallyValid: boolean): Validation {
  return { isValid, isPotentiallyValid: isValid || isPotentiallyValid };
}

/**
 * A typed or pasted number without what people write between its digits: spaces, dots, slashes, parentheses, dashes
 * of every kind, and the invisible direction marks that phone books put around numbers. Full-width characters and the
 * digits of every script become ASCII.
 */
export function stripPunctuation(text: string): string {
  return asciiDigits(text.normalize('NFKC')).replace(/[\s./()\u2212\p{Pd}\p{Cf}]/gu, '');
}
