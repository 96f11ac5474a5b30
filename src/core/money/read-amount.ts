import { parsePlaces } from './parse-decimal.js';

/** What is wrong with an amount that was typed. */
export type AmountFault = 'required' | 'unreadable' | 'nothing' | 'negative';

/** A sum of whole thousands: `1.234.567`, and never `0.500`. */
const GROUPED = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/;

/** Which of comma and point begins the decimals in a language. */
export const decimalMark = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';

/**
 * An amount as a shopper types it, in minor units and without a float in between: `1.234,50` where the comma begins the
 * decimals, `R$ 40` as well, and `40.5` in either language, as it can mean nothing else. What could be two amounts is
 * read in the language's own way (`1.234` is a thousand and more in Portuguese), and never rounded to fit.
 * @param exponent number of decimals of the currency's minor unit
 */
export function readAmount(
  typed: string,
  exponent: number,
  locale: string,
): { readonly minor: number } | { readonly fault: AmountFault } {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s'’\u200e\u200f\u202f]/g, '')
    .replace(/^([-−]?)(?:\p{Lu}{0,3}\p{Sc}|\p{Lu}{3,4})/u, '$1')
    .replace(/(?:\p{Sc}|\p{Lu}{3,4})$/u, '');
  if (text === '') return { fault: 'required' };
  const [, sign = '', digits = ''] = /^([-−]?)([\d.,]+)$/.exec(text) ?? [];
  const decimal = digits && plainDecimal(digits, decimalMark(locale));
  if (!decimal) return { fault: 'unreadable' };
  try {
    const minor = parsePlaces(decimal, exponent);
    if (minor === 0) return { fault: 'nothing' };
    return sign ? { fault: 'negative' } : { minor };
  } catch {
    return { fault: 'unreadable' };
  }
}

/** `1,234.5` and `1.234,5` as `1234.5`; `undefined` for what is no number in either way of writing. */
function plainDecimal(digits: string, mark: string): string | undefined {
  const last = digits.match(/[.,]/g)?.at(-1);
  if (last === undefined) return digits;
  if (GROUPED.test(digits) && last !== mark) return digits.replaceAll(last, '');
  const at = digits.lastIndexOf(last);
  const [whole, fraction] = [digits.slice(0, at), digits.slice(at + 1)];
  const isWhole = /^\d*$/.test(whole) || (GROUPED.test(whole) && !whole.includes(last));
  if (!isWhole || whole + fraction === '') return undefined;
  return `${whole.replace(/[.,]/g, '') || '0'}.${fraction || '0'}`;
}
