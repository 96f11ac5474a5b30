import { asciiDigits } from '../ascii-digits.js';
import { decimalMark } from './decimal-mark.js';
import { formatMoney } from './format-money.js';
import { parsePlaces } from './parse-decimal.js';

/** What is wrong with an amount that was typed. `decimals`: it has too many; `whole`: its currency has none. */
export type AmountFault =
  'required' | 'unreadable' | 'ambiguous' | 'currency' | 'nothing' | 'negative' | 'decimals' | 'whole';

/** A sum of whole thousands: `1.234.567`, `1 234 567`, and never `0.500`. */
const GROUPED = /^[1-9]\d{0,2}(?:([.,'’٬ ])\d{3})(?:\1\d{3})*$/;

/** Twos before the last three: `12,34,567`, where a language writes so. */
const LAKHS = /^[1-9]\d?(?:,\d\d)+,\d{3}(?=\.|$)/;
const hasLakhs = (locale: string): boolean => LAKHS.test(asciiDigits((1e5).toLocaleString(locale)));

/** Without what only keyboards and directions tell apart. */
const plain = (text: string): string => asciiDigits(text.normalize('NFKC')).replace(/[\s\p{Cf}]+/gu, ' ');

/** `BRL` and `R$`, of the dollar `USD`, `$` and `US$`, as one pattern: what we write ourselves, here and in Spanish. */
const namesOf = (currency: string, locale: string): string =>
  [currency, formatMoney(0, currency, locale), formatMoney(0, currency, 'es')]
    .map((text) =>
      plain(text)
        .replace(/[.,٫]?\d/g, '')
        .trim()
        .replace(/\W/g, '\\$&')
        .replaceAll('\\ ', ' ?'),
    )
    .join('|');

/**
 * An amount as a shopper types it, in minor units and without a float in between: `1.234,50` where the comma begins the
 * decimals, `R$ 40` in reais, and `40.5` in either language, as it can mean nothing else. `1.234` is a thousand and more
 * in Portuguese; `1,234` there can be that or little more than one, and is asked for again, and never rounded to fit.
 * @param exponent number of decimals of the currency's minor unit
 * @param currency whose code or symbol may stand beside it; any other is not the one that is paid in
 */
export function readAmount(
  typed: string,
  exponent: number,
  locale: string,
  currency: string,
): { readonly minor: number } | { readonly fault: AmountFault } {
  const read = minorOf(typed, exponent, locale, namesOf(currency, locale));
  return typeof read === 'string' ? { fault: read } : { minor: read };
}

function minorOf(typed: string, exponent: number, locale: string, ours: string): number | AmountFault {
  // A figure that is raised, or in a circle, would come to be one among the others.
  if (/\p{No}|\p{Nl}/u.test(typed)) return 'unreadable';
  const [, sign, digits = ''] =
    new RegExp(`^ ?([-−]?) ?(?:${ours})? ?(.*?) ?(?:${ours})? ?$`, 'i').exec(plain(typed)) ?? [];
  if (digits === '') return 'required';
  // Ours is taken off by now.
  if (/\p{Sc}|\p{Lu}{3}/u.test(digits)) return 'currency';
  // Where thousands have the Arabic mark, a comma could be either.
  if (/٬.*,/.test(digits)) return 'unreadable';
  const mark = decimalMark(locale) === ',' ? ',' : '.';
  // The Arabic one is the same everywhere.
  const marked = digits.replaceAll('٫', mark);
  const figures = hasLakhs(locale) ? marked.replace(LAKHS, (whole) => whole.replaceAll(',', '')) : marked;
  // What would begin the decimals here stands for thousands elsewhere.
  if (exponent !== 3 && GROUPED.test(figures) && figures.split(mark).length === 2) return 'ambiguous';
  const decimal = plainDecimal(figures, mark);
  try {
    const minor = parsePlaces(decimal, exponent);
    return minor === 0 ? 'nothing' : sign ? 'negative' : minor;
  } catch {
    // More decimals than there are, or more money.
    if (!/\.\d*[1-9]/.test(decimal)) return 'unreadable';
    return exponent > 0 ? 'decimals' : 'whole';
  }
}

/** `1,234.5` and `1.234,5` as `1234.5`; nothing for what is no number in either way of writing. */
function plainDecimal(digits: string, mark: string): string {
  const last = digits.match(/\D/g)?.at(-1);
  if (last === undefined) return digits;
  if (GROUPED.test(digits) && last !== mark) return digits.replaceAll(last, '');
  const [, whole = '', fraction = ''] = /^(.*)[.,](\d*)$/.exec(digits) ?? [];
  const isWhole = !/\D/.test(whole) || (GROUPED.test(whole) && !whole.includes(last));
  return isWhole && whole + fraction ? `${whole.replace(/\D/g, '') || '0'}.${fraction || '0'}` : '';
}
