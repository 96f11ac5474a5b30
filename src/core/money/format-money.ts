import { toDecimalString } from './to-decimal-string.js';
import { minorUnitExponent } from './exponent.js';

type DecimalText = `${number}`;

/** A locale `Intl` does not accept is read in English, the language that is always there. */
function createNumberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale.replace(/_/g, '-'), options);
  } catch {
    return new Intl.NumberFormat('en', options);
  }
}

/** Stands in for a code that `Intl` throws for, as it is not three letters (USDC): the locale says where it goes. */
const STAND_IN = 'XTS';

function createFormat(currency: string, locale: string): (text: DecimalText) => string {
  const digits = minorUnitExponent(currency);
  const isIso = /^[a-z]{3}$/i.test(currency);
  const format = createNumberFormat(locale, {
    style: 'currency',
    currency: isIso ? currency : STAND_IN,
    currencyDisplay: isIso ? 'symbol' : 'code',
    // Both given, so that no engine puts its own number of decimals in their place.
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (text) => {
    const shown = format.format(text);
    if (!isIso) return shown.replace(STAND_IN, () => currency);
    return RIGHT_TO_LEFT.test(shown) ? shown.replace(MIXED_SYMBOL, '\u2066$&\u2069') : shown;
  };
}

/** Where a text runs from right to left, the sign of `R$` or `US$` would be drawn on the wrong side of its letters. */
const RIGHT_TO_LEFT = /[\u061c\u200f]/;
const MIXED_SYMBOL = /[A-Z]+\p{Sc}/u;

const formats = new Map<string, (text: DecimalText) => string>();

/**
 * Minor units as a shopper reads them: `formatMoney(123450, 'BRL', 'pt-BR')` is `'R$ 1.234,50'` with U+00A0.
 * Exact for every safe integer, as the decimal string is what `Intl` gets; a bad locale is formatted in English.
 * @throws CheckoutError `internal` / `amount_invalid` for a number that is no safe integer
 */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const text = toDecimalString(minor, currency) as DecimalText;
  const key = `${currency} ${locale}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = createFormat(currency, locale)));
  return format(text);
}
