import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CheckoutError } from '../../src/core/errors.js';
import { toDecimalString } from '../../src/core/money/to-decimal-string.js';
import { parseDecimal, parseMinor } from '../../src/core/money/parse-decimal.js';
import { minorUnitExponent } from '../../src/core/money/exponent.js';

const currency = fc.constantFrom('BRL', 'CLP', 'KWD', 'CLF', 'COP', 'USDC');
const amountError = expect.objectContaining({ name: 'CheckoutError', code: 'amount_invalid' });

describe('toDecimalString', () => {
  test.each([
    [1050, 'BRL', '10.50'],
    [5, 'BRL', '0.05'],
    [0, 'BRL', '0.00'],
    [-0, 'BRL', '0.00'],
    [-5, 'BRL', '-0.05'],
    [700000, 'CLP', '700000'],
    [0, 'CLP', '0'],
    [700000, 'COP', '7000.00'],
    [1, 'KWD', '0.001'],
    [12345, 'CLF', '1.2345'],
    [150, 'USDT', '1.50'],
    [Number.MAX_SAFE_INTEGER, 'BRL', '90071992547409.91'],
    [Number.MIN_SAFE_INTEGER, 'KWD', '-9007199254740.991'],
  ])('writes %d %s as %s', (minor, code, text) => {
    expect(toDecimalString(minor, code)).toBe(text);
  });

  test.each([0.5, NaN, Infinity, Number.MAX_SAFE_INTEGER + 1, 1e21])('refuses %d', (minor) => {
    expect(() => toDecimalString(minor, 'BRL')).toThrow(amountError);
  });

  test('is undone by parseDecimal for every safe integer', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), currency, (minor, code) => {
        expect(parseDecimal(toDecimalString(minor, code), code)).toBe(minor);
      }),
    );
  });
});

describe('parseDecimal', () => {
  test.each([
    ['10.50', 'BRL', 1050],
    ['0.9', 'BRL', 90],
    ['100', 'BRL', 10000],
    ['007.10', 'BRL', 710],
    ['-0.05', 'BRL', -5],
    ['-0', 'BRL', 0],
    ['1.100', 'BRL', 110], // more places than the currency has, but only zeros
    ['700000.00', 'CLP', 700000],
    ['700000', 'CLP', 700000],
    ['1.001', 'KWD', 1001],
    ['90071992547409.91', 'BRL', Number.MAX_SAFE_INTEGER],
    ['1.15', 'BRL', 115], // 1.15 * 100 is 114.99999999999999 in floats
  ])('reads %s %s as %d', (text, code, minor) => {
    expect(parseDecimal(text, code)).toBe(minor);
  });

  test.each([
    ['', 'BRL'],
    ['.', 'BRL'],
    ['.5', 'BRL'],
    ['5.', 'BRL'],
    ['1.005', 'BRL'],
    ['0.5', 'CLP'],
    ['1,50', 'BRL'],
    ['1.000,50', 'BRL'],
    ['1e3', 'BRL'],
    ['+1', 'BRL'],
    ['--1', 'BRL'],
    [' 1', 'BRL'],
    ['1\n', 'BRL'],
    ['0x10', 'BRL'],
    ['١٠', 'BRL'],
    ['NaN', 'BRL'],
    ['90071992547409.92', 'BRL'],
    ['9'.repeat(400), 'BRL'],
  ])('refuses %j %s', (text, code) => {
    expect(() => parseDecimal(text, code)).toThrow(amountError);
  });

  test('agrees with integer arithmetic on whole and fraction', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(99), currency, (whole, cents, code) => {
        const exponent = minorUnitExponent(code);
        fc.pre(exponent > 0);
        const fraction = String(cents).padStart(2, '0');
        expect(parseDecimal(`${whole}.${fraction}`, code)).toBe(
          whole * 10 ** exponent + cents * 10 ** (exponent - 2),
        );
      }),
    );
  });
});

describe('parseMinor', () => {
  test.each([
    ['700000', 700000],
    ['0', 0],
    ['-0', 0],
    ['-15', -15],
    ['007', 7],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('reads %s', (text, minor) => {
    expect(parseMinor(text)).toBe(minor);
  });

  test.each([
    '',
    ' ',
    '1.0',
    '1e3',
    '+1',
    '1 ',
    '1_000',
    '0b1',
    'text',
    '9007199254740992',
    '9007199254740993',
  ])('refuses %j', (text) => {
    expect(() => parseMinor(text)).toThrow(amountError);
  });

  test('either gives the very integer or a CheckoutError that does not quote the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.bigInt().map(String)), (text) => {
        try {
          expect(BigInt(parseMinor(text))).toBe(BigInt(text));
        } catch (error) {
          expect(error).toBeInstanceOf(CheckoutError);
          if (text.length > 4 && text.trim()) expect((error as CheckoutError).message).not.toContain(text);
        }
      }),
    );
  });
});
