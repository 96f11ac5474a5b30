import { readAmount, type AmountFault } from './money/read-amount.js';

/** What is wrong with the amount of a part: `tooMuch` leaves nothing to the method that pays the rest. */
export type PartFault = AmountFault | 'tooMuch';

/** Judges what was typed for a part, before the `rest` of the others: at least one minor unit is left. */
export function judgePart(
  typed: string,
  rest: number,
  exponent: number,
  locale: string,
  currency: string,
): { readonly minor: number } | { readonly fault: PartFault } {
  const read = readAmount(typed, exponent, locale, currency);
  return 'minor' in read && read.minor >= rest ? { fault: 'tooMuch' } : read;
}
