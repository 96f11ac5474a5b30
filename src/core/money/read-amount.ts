import { decimalMark } from './decimal-mark.js';
import { parsePlaces } from './parse-decimal.js';

/** What is wrong with an amount that was typed. `decimals`: it has too many; `whole`: its currency has none. */
export type AmountFault =
  'required' | 'unreadable' | 'ambiguous' | 'currency' | 'nothing' | 'negative' | 'decimals' | 'whole';

/** A sum of whole thousands: `1.234.567`, and never `0.500`. */
const GROUPED = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/;

/** What is left of another currency, once ours is taken off. */
const OF_A_CURRENCY = /\p{Sc}|\p{Lu}{3}/u;

/** Thousands apart by a space or an apostrophe; two numbers beside each other are no amount. */
const SPACED = /^[1-9]\d{0,2}([\s'’])\d{3}(?:\1\d{3})*(?:[.,]\d*)?$/;

/** `BRL` and `R$`, of the dollar `USD`, `US$` and `$`, as one pattern. */
function namesOf(currency: string, locale: string): string {
  const symbols = (['symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) =>
    [locale, 'es'].flatMap((language) => {
      try {
        return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay })
          .formatToParts(0)
          .flatMap(({ type, value }) => (type === 'currency' ? value : []));
      } catch {
        return []; // four letters are no currency for the engine
      }
    }),
  );
  return [currency, ...symbols].map((name) => name.normalize('NFKC').replace(/\W/g, '\\$&')).join('|');
}

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
  // A figure that is raised, or in a circle, would come to be one among the others.
  if (/[\p{No}\p{Nl}]/u.test(typed)) return { fault: 'unreadable' };
  const text = typed
    .normalize('NFKC')
    .replace(/[\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const ours = namesOf(currency, locale);
  const [, sign, digits = ''] =
    new RegExp(`^([-−]?) ?(?:${ours})? ?(.*?) ?(?:${ours})?$`, 'i').exec(text) ?? [];
  if (digits === '') return { fault: 'required' };
  if (OF_A_CURRENCY.test(digits)) return { fault: 'currency' };
  const whole = SPACED.test(digits) ? digits.replace(/[\s'’]/g, '') : digits;
  const mark = decimalMark(locale);
  if (exponent !== 3 && isAmbiguous(whole, mark)) return { fault: 'ambiguous' };
  const decimal = /^[\d.,]+$/.test(whole) && plainDecimal(whole, mark);
  if (!decimal) return { fault: 'unreadable' };
  try {
    const minor = parsePlaces(decimal, exponent);
    if (minor === 0) return { fault: 'nothing' };
    return sign ? { fault: 'negative' } : { minor };
  } catch {
    // More decimals than there are, or more money.
    const [, fraction = ''] = decimal.split('.');
    if (/^0*$/.test(fraction.slice(exponent))) return { fault: 'unreadable' };
    return { fault: exponent > 0 ? 'decimals' : 'whole' };
  }
}

/** One mark that would begin the decimals, with three figures behind it: elsewhere it stands for thousands. */
const isAmbiguous = (digits: string, mark: string): boolean =>
  /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) && digits.includes(mark);

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
