import { addressFormat } from '../address/address-formats.js';
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

/** Upper case, without punctuation; before a code of digits also without `CEP`, `D-` and the like. */
function bareCode(text: string, forms: readonly string[]): string {
  const code = stripPunctuation(text).toUpperCase();
  return forms.some((form) => /[AX]/.test(form)) ? code : code.replace(/^[A-Z]{1,3}:?(?=\d)/, '');
}

/** The code with the punctuation of the form that it fills, or of the only one that it can still fill. */
function punctuated(code: string, forms: readonly string[]): string {
  const begun = forms.filter((form) => begins(code, form));
  const form = begun.find((possible) => fills(code, possible)) ?? (begun.length === 1 ? begun[0] : undefined);
  return form ? applyMask(code, form.replace(/[9AX]/g, '#')) : code;
}

const asWritten = (text: string): string => text.normalize('NFKC').trim().toUpperCase();

/**
 * A postal code as APIs want it: the bare digits of a Brazilian CEP, any other as its country writes it, upper case.
 * @param country ISO 3166-1 alpha-2
 */
export function normalizePostalCode(text: string, country = 'BR'): string {
  return country === 'BR'
    ? bareCode(text, addressFormat(country).postalForms)
    : formatPostalCode(text, country);
}

/** Checks a postal code by the forms it has in its country; where they are not known it is left to the server. */
export function validatePostalCode(text: string, country = 'BR'): Validation {
  const { postalForms: forms } = addressFormat(country);
  if (forms.length === 0) {
    const code = asWritten(text);
    return toValidation(/^[\dA-Z][\dA-Z -]{1,15}$/.test(code), /^(?:[\dA-Z][\dA-Z -]{0,15})?$/.test(code));
  }
  const code = bareCode(text, forms);
  return toValidation(
    forms.some((form) => fills(code, form)),
    forms.some((form) => begins(code, form)),
  );
}

/** A postal code as its country writes it, `01310-100`, also while it is typed. */
export function formatPostalCode(text: string, country = 'BR'): string {
  const { postalForms: forms } = addressFormat(country);
  return forms.length > 0 ? punctuated(bareCode(text, forms), forms) : asWritten(text);
}
