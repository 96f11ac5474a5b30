import { addressFormat } from '../address/address-formats.js';
import { asciiDigits } from '../ascii-digits.js';
import { applyMask } from './mask.js';
import { stripPunctuation, toValidation, type Validation } from './validation.js';

const SLOTS: Readonly<Record<string, RegExp>> = { '9': /\d/, A: /[A-Z]/, X: /[\dA-Z]/ };
const slotsOf = (form: string): string => form.replace(/[^9AX]/g, '');

/** Whether a code without punctuation is the start of a form, or all of it. */
const begins = (code: string, form: string): boolean => {
  const slots = slotsOf(form);
  return (
    code.length <= slots.length && [...code].every((letter, at) => SLOTS[slots.charAt(at)]?.test(letter))
  );
};
const fills = (code: string, form: string): boolean =>
  code.length === slotsOf(form).length && begins(code, form);

/** What people write before a code of digits beside the country's own two letters: the words of envelopes and old signs. */
const PREFIXES: Readonly<Record<string, string>> = {
  BR: 'CEP',
  DE: 'D',
  FR: 'F',
  AT: 'A',
  IT: 'I',
  BE: 'B',
  ES: 'E|CP',
  MX: 'CP',
  SE: 'S',
  NO: 'N',
  FI: 'FIN',
  IN: 'PIN',
};

/**
 * Upper case, without punctuation; before a code of digits also without `CEP 01310-100`, `D-10115` and the like. Letters
 * that touch the digits, or are another country's, were typed for a code of their own: they stay.
 */
function bareCode(text: string, forms: readonly string[], country: string): string {
  const code = asWritten(text).replaceAll('.', '');
  const words = `${country}|${Object.hasOwn(PREFIXES, country) ? (PREFIXES[country] ?? '') : country}`;
  const prefix = new RegExp(`^(?:${words})(?:[\\s:]|\\p{Pd})+(?=\\d)`, 'u');
  return stripPunctuation(/[AX]/.test(forms.join('')) ? code : code.replace(prefix, ''));
}

/**
 * The code with the punctuation of the form that it fills, or of the only one that it can still fill; `undefined` where
 * it fits none.
 */
function punctuated(code: string, forms: readonly string[]): string | undefined {
  const begun = forms.filter((form) => begins(code, form));
  const form = begun.find((possible) => fills(code, possible)) ?? (begun.length === 1 ? begun[0] : undefined);
  if (form) return applyMask(code, form.replace(/[9AX]/g, '#'));
  return begun.length > 0 ? code : undefined;
}

const asWritten = (text: string): string => asciiDigits(text.normalize('NFKC')).trim().toUpperCase();

/**
 * A postal code as APIs want it: the bare digits of a Brazilian CEP, any other as its country writes it, upper case. What
 * is no code of the country stays as it was typed: the country may be put right after it.
 * @param country ISO 3166-1 alpha-2
 */
export function normalizePostalCode(text: string, country = 'BR'): string {
  const code = formatPostalCode(text, country);
  return country === 'BR' && validatePostalCode(code).isPotentiallyValid ? stripPunctuation(code) : code;
}

/** Checks a postal code by the forms it has in its country; where they are not known it is left to the server. */
export function validatePostalCode(text: string, country = 'BR'): Validation {
  const { postalForms: forms } = addressFormat(country);
  if (forms.length === 0) {
    const code = asWritten(text);
    return toValidation(/^[\dA-Z][\dA-Z -]{1,15}$/.test(code), /^(?:[\dA-Z][\dA-Z -]{0,15})?$/.test(code));
  }
  const code = bareCode(text, forms, country);
  return toValidation(
    forms.some((form) => fills(code, form)),
    forms.some((form) => begins(code, form)),
  );
}

/** A postal code as its country writes it, `01310-100`, also while it is typed. */
export function formatPostalCode(text: string, country = 'BR'): string {
  const { postalForms: forms } = addressFormat(country);
  return punctuated(bareCode(text, forms, country), forms) ?? asWritten(text);
}
