import { applyMask } from './mask.js';
import { stripPunctuation, toValidation, type Validation } from './validation.js';

/**
 * A postal code as APIs want it: the bare digits of a Brazilian CEP, any other country's as written, upper case.
 * @param country ISO 3166-1 alpha-2
 */
export function normalizePostalCode(text: string, country = 'BR'): string {
  return country === 'BR' ? stripPunctuation(text) : text.normalize('NFKC').trim().toUpperCase();
}

/** Checks a postal code: a CEP has 8 digits, any other country's is left to the server. */
export function validatePostalCode(text: string, country = 'BR'): Validation {
  const code = normalizePostalCode(text, country);
  if (country === 'BR') return toValidation(/^\d{8}$/.test(code), /^\d{0,7}$/.test(code));
  return toValidation(/^[\dA-Z][\dA-Z -]{1,15}$/.test(code), /^(?:[\dA-Z][\dA-Z -]{0,15})?$/.test(code));
}

/** A CEP with its hyphen, `01310-100`, also while it is typed; any other country's as written. */
export function formatPostalCode(text: string, country = 'BR'): string {
  const code = normalizePostalCode(text, country);
  return country === 'BR' ? applyMask(code, '#####-###') : code;
}
