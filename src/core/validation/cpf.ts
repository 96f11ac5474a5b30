import { hasCheckDigits } from './mod11.js';
import { stripPunctuation, toValidation, type Validation } from './validation.js';

/** Checks the Brazilian taxpayer number of a person: 11 digits, the last two of them check digits. */
export function validateCpf(text: string): Validation {
  const cpf = stripPunctuation(text);
  return toValidation(/^\d{11}$/.test(cpf) && hasCheckDigits(cpf, 11), /^\d{0,10}$/.test(cpf));
}
