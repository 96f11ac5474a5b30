import { validateCnpj } from './cnpj.js';
import { validateCpf } from './cpf.js';
import { applyMask } from './mask.js';
import { stripPunctuation, toValidation, type Validation } from './validation.js';

/** A CPF or CNPJ as APIs want it: upper case, no punctuation. */
export function normalizeDocument(text: string): string {
  return stripPunctuation(text).toUpperCase();
}

/** Checks a text that may be a CPF or a CNPJ; eleven wrong digits are still the start of a CNPJ. */
export function validateDocument(text: string): Validation {
  const cpf = validateCpf(text);
  const cnpj = validateCnpj(text);
  return toValidation(cpf.isValid || cnpj.isValid, cpf.isPotentiallyValid || cnpj.isPotentiallyValid);
}

/** Which document a valid text is, `undefined` where it is none. */
export function documentType(text: string): 'cpf' | 'cnpj' | undefined {
  if (validateCpf(text).isValid) return 'cpf';
  return validateCnpj(text).isValid ? 'cnpj' : undefined;
}

/** What is wrong with a text that is no CPF and no CNPJ. */
export type DocumentFault = 'length' | 'letters' | 'same' | 'digit';

/** Names what is wrong with a CPF or a CNPJ, judged by its length as the one or the other; `undefined` where nothing is. */
export function documentFault(text: string): DocumentFault | undefined {
  const value = normalizeDocument(text);
  if (documentType(value)) return undefined;
  if (value.length !== 11 && value.length !== 14) return 'length';
  // A CPF is all digits; of a CNPJ the two check digits are.
  if (/\D/.test(value.slice(-2)) || (!value[11] && /\D/.test(value))) return 'letters';
  return /^(.)\1+$/.test(value) ? 'same' : 'digit';
}

/**
 * The usual punctuation of a CPF (`529.982.247-25`) or CNPJ (`12.ABC.345/01DE-35`), also of one half typed.
 */
export function formatDocument(text: string): string {
  const value = normalizeDocument(text);
  return applyMask(value, /^\d{0,11}$/.test(value) ? '###.###.###-##' : '##.###.###/####-##');
}
