import type { CardFrameText } from '../shared/strings.js';
import { brandOf, brandsOf, hasCheckDigit } from './brands.js';
import { digitsOf, isTyped, repairDeletion, type Edit, type Shown } from './typing.js';

/** ISO/IEC 7812-1: a card number has at most 19 digits; none in use has fewer than 12. */
const MAX_DIGITS = 19;
const MIN_DIGITS = 12;
const DEFAULT_GAPS = [4, 8, 12];
/** Before the rest of a long number, which the library’s groups leave out. */
const LAST_GAP = 16;

/** ISO/IEC 7812-1 annex B: every second digit from the right doubled, the sum a multiple of ten. */
const passesLuhn = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;

/** The number as it is written on the card, in the brand's groups. */
export function formatCardNumber(edit: Edit): Shown {
  const { value: text, caret } = repairDeletion(edit);
  const digits = digitsOf(text);
  const brand = brandOf(digits);
  const longest = brand ? Math.max(...brand.lengths) : MAX_DIGITS;
  // A digit too many is not taken; cutting one off at the end instead would change the number unseen.
  if (isTyped(edit) && digits.length > longest) return { value: edit.before, caret: edit.caret - 1 };
  const kept = digits.slice(0, MAX_DIGITS);
  const gaps = [...(brand?.gaps ?? DEFAULT_GAPS), LAST_GAP];
  const value = [...kept].map((digit, place) => (gaps.includes(place) ? ` ${digit}` : digit)).join('');
  // The caret keeps its place among the digits, whatever the spaces do.
  const left = Math.min(digitsOf(text.slice(0, caret)).length, kept.length);
  return { value, caret: left + gaps.filter((gap) => gap < left).length };
}

/**
 * What is wrong with a number, if anything. A number of no known brand is for the provider to judge, as long as its
 * check digit is right. `accepted`: the brands the merchant takes, none = all; `carried`: those of the card, where more is
 * known than the digits say.
 */
export function checkCardNumber(
  digits: string,
  accepted: readonly string[],
  carried?: readonly string[],
): CardFrameText | undefined {
  if (!digits) return 'cardNumberRequired';
  const brand = brandOf(digits, accepted);
  const lengths = brand?.lengths ?? [];
  if (digits.length < Math.min(MIN_DIGITS, ...lengths)) return 'cardNumberIncomplete';
  const rightLength = !brand || lengths.includes(digits.length);
  if (!rightLength)
    return digits.length < Math.max(...lengths) ? 'cardNumberIncomplete' : 'cardNumberInvalid';
  if (hasCheckDigit(brand) && !passesLuhn(digits)) return 'cardNumberInvalid';
  const brands = carried ?? brandsOf(digits, brand);
  const isTaken = brands.length === 0 || accepted.length === 0 || brands.some((id) => accepted.includes(id));
  return isTaken ? undefined : 'brandNotAccepted';
}
