import { hasCheckDigits } from './mod11.js';
import { stripPunctuation, toValidation, type Validation } from './validation.js';

/**
 * Checks the Brazilian taxpayer number of a company: 12 digits or, since July 2026, letters, then two check digits.
 * @see IN RFB 2.229 of 15 October 2024
 */
export function validateCnpj(text: string): Validation {
  const cnpj = stripPunctuation(text).toUpperCase();
  return toValidation(
    /^[\dA-Z]{12}\d\d$/.test(cnpj) && hasCheckDigits(cnpj, 9),
    /^(?:[\dA-Z]{0,12}|[\dA-Z]{12}\d)$/.test(cnpj),
  );
}
