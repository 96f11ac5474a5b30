import { stripPunctuation, toValidation, type Validation } from './validation.js';

/** Area codes in use. @see https://www.gov.br/anatel (Plano Geral de Códigos Nacionais) */
const AREA = '(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])';
/** A landline has eight digits after its area code, a mobile nine. */
const NATIONAL = new RegExp(`^${AREA}(?:[2-5]\\d{7}|[6-9]\\d{8})$`);
const BEGUN = new RegExp(`^(?:\\d?|${AREA}(?:[2-5]\\d{0,7}|[6-9]\\d{0,8})?)$`);

/** Area code and number. 55 is also an area code: without a `+` it is the country's in a long number only. */
function nationalPart(text: string): string {
  return stripPunctuation(text)
    .replace(/^00/, '+')
    .replace(/^(?:\+55|55(?=0?\d{10,11}$))?0?/, '');
}

/**
 * A Brazilian phone number in international form, `+5511987654321`, from any usual way to write it: with or without
 * `+55`, `0055` or the long-distance `0`. `undefined` where it is not one.
 */
export function normalizePhoneBr(text: string): string | undefined {
  const national = nationalPart(text);
  return NATIONAL.test(national) ? `+55${national}` : undefined;
}

/** Checks a Brazilian phone number, landline or mobile. */
export function validatePhoneBr(text: string): Validation {
  const national = nationalPart(text);
  const isBegun = /^\+5?$/.test(national) || BEGUN.test(national) || BEGUN.test(national.replace(/^55/, ''));
  return toValidation(NATIONAL.test(national), isBegun);
}
