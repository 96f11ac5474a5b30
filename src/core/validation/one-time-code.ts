import { stripPunctuation, toValidation, type Validation } from './validation.js';

/** The digits of a one-time code, without the spaces and dashes of the message it was pasted from. */
export function normalizeOneTimeCode(text: string): string {
  return stripPunctuation(text);
}

/** Checks a one-time code: as many digits as the server said it has. */
export function validateOneTimeCode(text: string, length: number): Validation {
  const code = normalizeOneTimeCode(text);
  const isDigits = /^\d*$/.test(code);
  return toValidation(isDigits && code.length === length, isDigits && code.length < length);
}
