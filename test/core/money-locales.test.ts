import { describe, expect, test } from 'vitest';
import { formatMoney } from '../../src/core/money/format-money.js';
import { ISO_ROWS } from '../support/iso-4217.js';

/** Languages of every script and numbering system that shops are likely to speak, and the odd ones among them. */
const LOCALES = (
  'am ar ar-EG ar-MA ar-SA as az be bg bn bn-IN bs ca ckb cs cy da de de-AT de-CH dz el en en-IN en-ZA en-ZW es es-AR es-CL es-CO ' +
  'es-MX et eu fa fa-AF fi fil fr fr-CA fr-CH ga gl gu ha he hi hi-u-nu-deva hr hu hy id ig is it it-CH ja ka kk km kn ko ky lo ' +
  'lt lv mk ml mn mr mr-u-nu-deva ms mt my nb ne nl nn or pa pl ps pt-BR pt-CV pt-PT ro ru rw sd si sk sl sn so sq sr sr-Latn sv sw ta ' +
  'ta-u-nu-tamldec te th th-u-nu-thai tk tr uk ur ur-IN uz uz-Arab vi xh yo zh zh-TW zh-u-nu-hanidec zu'
).split(' ');

const CURRENCIES = [...ISO_ROWS, ['USDC', 2], ['USDT', 2], ['XYZ', 2]] as const;

/** Around nothing, around one unit of each exponent, a plain price, and as much as a number holds. */
const AMOUNTS = [0, 1, -1, 9, 10, 99, 100, 1000, 9999, 123_456_789, Number.MAX_SAFE_INTEGER];
const SIGNED = [...AMOUNTS, -105, -123_456_789, Number.MIN_SAFE_INTEGER];

/** The ten figures of a locale, from its own formatter of plain numbers. */
const figuresOf = (locale: string): readonly string[] =>
  [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210)].reverse();

interface Reading {
  readonly minor: bigint;
  /** How many figures stand behind the last sign that is between figures; 0 where there is none. */
  readonly tail: number;
}

/** What a shopper reads: the figures in their order, the sign before or behind them. */
function readBack(text: string, figures: readonly string[]): Reading {
  const values = [...text].map((sign) => figures.indexOf(sign));
  const first = values.findIndex((value) => value >= 0);
  const last = values.findLastIndex((value) => value >= 0);
  const number = values.slice(first, last + 1);
  const digits = number.filter((value) => value >= 0).join('');
  const separator = number.lastIndexOf(-1);
  const isNegative = /[-\u2212\u2010\u2011\ufe63\uff0d]/.test(text);
  return {
    minor: BigInt(digits) * (isNegative ? -1n : 1n),
    tail: separator < 0 ? 0 : number.length - 1 - separator,
  };
}

test('the list is as long as it says, and has the numbering systems of the world', () => {
  expect(LOCALES.length).toBeGreaterThan(100);
  const systems = new Set(
    LOCALES.map((locale) => new Intl.NumberFormat(locale).resolvedOptions().numberingSystem),
  );
  for (const system of ['latn', 'arab', 'arabext', 'beng', 'deva', 'mymr', 'thai', 'hanidec', 'tamldec'])
    expect(systems).toContain(system);
  expect(CURRENCIES.length).toBeGreaterThan(165);
});

describe('every currency of the table', () => {
  test.each(LOCALES)('is read back in %s to the very minor units that were written', (locale) => {
    const figures = figuresOf(locale);
    expect(new Set(figures).size).toBe(10);
    const wrong: unknown[] = [];
    for (const [currency, exponent] of CURRENCIES)
      for (const minor of SIGNED) {
        const text = formatMoney(minor, currency, locale);
        const { minor: read, tail } = readBack(text, figures);
        // Without decimals what stands behind the last sign is a group of three, or of more.
        const isPlaced = exponent > 0 ? tail === exponent : tail === 0 || tail >= 3;
        if (read !== BigInt(minor) || !isPlaced || /NaN|∞|XTS/.test(text))
          wrong.push([currency, minor, text]);
      }
    expect(wrong).toEqual([]);
  });
});
