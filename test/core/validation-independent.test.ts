import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateBoleto } from '../../src/core/validation/boleto.js';
import { validateCnpj } from '../../src/core/validation/cnpj.js';
import { validateCpf } from '../../src/core/validation/cpf.js';
import { documentType } from '../../src/core/validation/document.js';

/*
 * The rules once more, written from the tables of the Receita Federal and of Febraban and not from our validators: weights in
 * full, and nothing shared with them.
 */

const CPF_WEIGHTS = [
  [10, 9, 8, 7, 6, 5, 4, 3, 2],
  [11, 10, 9, 8, 7, 6, 5, 4, 3, 2],
] as const;
const CNPJ_WEIGHTS = [
  [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
  [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
] as const;
const BOLETO_WEIGHTS = [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
const BOLETO_WEIGHTS_43 = [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, ...BOLETO_WEIGHTS];
const VALUES = '0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function sum(text: string, weights: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += VALUES.indexOf(text.charAt(i)) * (weights[i] ?? 0);
  return total;
}

/** `11 − remainder`, where that is of one digit. */
const registryDigit = (total: number): string => {
  const digit = 11 - (total % 11);
  return digit >= 10 ? '0' : String(digit);
};

const withDigits = (
  base: string,
  [first, second]: readonly [readonly number[], readonly number[]],
): string => {
  const once = base + registryDigit(sum(base, first));
  return once + registryDigit(sum(once, second));
};
const cpfOf = (base: string): string => withDigits(base, CPF_WEIGHTS);
const cnpjOf = (base: string): string => withDigits(base, CNPJ_WEIGHTS);

const isUniform = (text: string): boolean => new Set(text).size === 1;
const isCpf = (text: string): boolean =>
  text.length === 11 && !/\D/.test(text) && !isUniform(text) && cpfOf(text.slice(0, 9)) === text;
const isCnpj = (text: string): boolean =>
  text.length === 14 && !/[^0-9A-Z]/.test(text) && !isUniform(text) && cnpjOf(text.slice(0, 12)) === text;

/** The digits times 2 and 1 by turns from the right; of a product of two digits both are added. */
function luhnDigit(digits: string): string {
  let total = 0;
  for (let i = digits.length - 1, twice = true; i >= 0; i--, twice = !twice)
    for (const part of String(Number(digits[i]) * (twice ? 2 : 1))) total += Number(part);
  return String((Math.ceil(total / 10) * 10 - total) % 10);
}

/** A line from its bar code without check digit: 43 digits. */
function lineOf(digits: string): string {
  const remainder = sum(digits, BOLETO_WEIGHTS_43) % 11;
  const check = remainder <= 1 ? '1' : String(11 - remainder);
  const free = digits.slice(18);
  const fields = [digits.slice(0, 4) + free.slice(0, 5), free.slice(5, 15), free.slice(15)];
  return fields.map((field) => field + luhnDigit(field)).join('') + check + digits.slice(4, 18);
}
const isLine = (text: string): boolean =>
  text.length === 47 &&
  !/\D/.test(text) &&
  lineOf(text.slice(0, 4) + text.slice(33) + text.slice(4, 9) + text.slice(10, 20) + text.slice(21, 31)) ===
    text;

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`));
/** A right one, one of which a character or two are others, or anything of about that length. */
const around = (right: fc.Arbitrary<string>, length: number, alphabet: string) => {
  const character = fc.constantFrom(...alphabet);
  const change = fc.record({ at: fc.nat(length - 1), character });
  const changed = fc
    .tuple(right, fc.array(change, { minLength: 1, maxLength: 2 }))
    .map(([text, changes]) =>
      changes.reduce((now, { at, character: put }) => now.slice(0, at) + put + now.slice(at + 1), text),
    );
  const any = fc.string({ unit: character, minLength: length - 1, maxLength: length + 1 });
  return fc.oneof(right, changed, any);
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';

const SUBJECTS = [
  ['CPF', validateCpf, isCpf, around(digits(9).map(cpfOf), 11, DIGITS)],
  ['CNPJ of digits', validateCnpj, isCnpj, around(digits(12).map(cnpjOf), 14, DIGITS)],
  [
    'CNPJ with letters',
    validateCnpj,
    isCnpj,
    around(fc.stringMatching(/^[\dA-Z]{12}$/).map(cnpjOf), 14, DIGITS + LETTERS),
  ],
  [
    'boleto',
    validateBoleto,
    isLine,
    around(digits(43).map(lineOf), 47, DIGITS).filter((text) => text.length < 48),
  ],
] as const;

describe.each(SUBJECTS)('our judgement of a %s', (_name, validate, isRight, texts) => {
  test('is the one of the rules written down once more', () => {
    const seen = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(texts, (text) => {
        seen[isRight(text) ? 'right' : 'wrong']++;
        expect(validate(text).isValid).toBe(isRight(text));
      }),
      { numRuns: 3_000 },
    );
    // Neither answer is the only one that was put to the test.
    expect(Math.min(seen.right, seen.wrong)).toBeGreaterThan(500);
  });
});

// The vectors of the Receita Federal's own questions and answers, and of public validators.
const VECTORS = [
  ['52998224725', 'cpf'],
  ['11144477735', 'cpf'],
  ['29537995593', 'cpf'],
  ['12345678909', 'cpf'],
  ['52998224724', undefined],
  ['11111111111', undefined],
  ['12.ABC.345/01DE-35', 'cnpj'],
  ['12ABC34501DE35', 'cnpj'],
  ['12abc34501de35', 'cnpj'],
  ['AA345678000114', 'cnpj'],
  ['12345678000A08', 'cnpj'],
  ['11222333000181', 'cnpj'],
  ['11444777000161', 'cnpj'],
  ['00000000000191', 'cnpj'],
  ['12ABC34501DE36', undefined],
  ['12ABC34501DEA5', undefined], // a letter in either of the two check positions
  ['12ABC34501DE3A', undefined],
  ...[...DIGITS].map((digit) => [digit.repeat(14), undefined] as const),
] as const;

test.each(VECTORS)('%s is %s', (text, type) => {
  const plain = text.replace(/[./-]/g, '').toUpperCase();
  expect(documentType(text)).toBe(type);
  expect(isCpf(plain) ? 'cpf' : isCnpj(plain) ? 'cnpj' : undefined).toBe(type);
});

// I, O, Q and F are said to be avoided by the registry; no rule forbids them.
test.each([...LETTERS])('a CNPJ may hold the letter %s', (letter) => {
  expect(validateCnpj(cnpjOf(`12${letter}BC34501D${letter}`)).isValid).toBe(true);
});
