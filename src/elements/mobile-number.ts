import { asciiDigits } from '../core/ascii-digits.js';
import { normalizePhone } from '../core/validation/mobile-money.js';
import { MOBILE_MONEY_COUNTRIES } from '../core/validation/mobile-networks.js';

/** What a number of the first of these countries looks like at home. */
export const exampleNumber = ([country = '']: readonly string[]): string =>
  MOBILE_MONEY_COUNTRIES[country]?.example ?? '';

/** A whole number as it is written at home, `077 123 4567`; anything else (a masked one) as it is. */
export function formatMobileNumber(text: string, countries: readonly string[]): string {
  const country = countries.find((one) => normalizePhone(text, one)) ?? '';
  const digits = [...(normalizePhone(text, country)?.local ?? '')];
  return digits.length > 0 ? exampleNumber([country]).replace(/\d/g, () => digits.shift() ?? '') : text;
}

/**
 * What is kept of a typed number: the local form, where the country is beyond doubt. Where several are possible and just
 * one of them reads it so, its international form; and as it was typed, in ASCII, where nothing is sure, for the API to tell.
 */
export function keptNumber(text: string, countries: readonly string[]): string {
  const readings = countries.flatMap((country) => normalizePhone(text, country) ?? []);
  const [only, ...others] = readings;
  if (!only || new Set(readings.map(({ local }) => local)).size > 1) return asciiDigits(text);
  if (countries.length === 1) return only.local;
  return others.length === 0 ? only.e164 : only.local;
}
