import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateCnpj } from '../../src/core/validation/cnpj.js';
import { validateCpf } from '../../src/core/validation/cpf.js';
import {
  documentType,
  formatDocument,
  normalizeDocument,
  validateDocument,
} from '../../src/core/validation/document.js';

const VALID = { isValid: true, isPotentiallyValid: true };
const BEGUN = { isValid: false, isPotentiallyValid: true };
const WRONG = { isValid: false, isPotentiallyValid: false };

const REPEATED = [...'0123456789'];

describe('validateCpf', () => {
  test.each([
    ['52998224725', VALID],
    ['11144477735', VALID],
    ['29537995593', VALID],
    ['12345678909', VALID],
    ['529.982.247-25', VALID],
    [' 529 982 247 – 25 ', VALID], // an en dash
    ['５２９９８２２４７２５', VALID], // full width
    ['52998224724', WRONG],
    ['52998224735', WRONG], // the first check digit
    ['5299822472', BEGUN],
    ['', BEGUN],
    ['529982247250', WRONG],
    ['5299822472A', WRONG],
    ['abc', WRONG],
    ['529*982', WRONG],
  ])('judges %j', (text, verdict) => {
    expect(validateCpf(text)).toEqual(verdict);
  });

  test.each(REPEATED)('refuses eleven times %s', (digit) => {
    expect(validateCpf(digit.repeat(11))).toEqual(WRONG);
  });

  test('refuses any single wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digits = [...'52998224725'].map(Number);
        const wrong = digits.map((digit, i) => (i === at ? (digit + shift) % 10 : digit)).join('');
        expect(validateCpf(wrong)).toEqual(WRONG);
      }),
    );
  });
});

describe('validateCnpj', () => {
  test.each([
    ['12.ABC.345/01DE-35', VALID], // the example of the Receita Federal
    ['12ABC34501DE35', VALID],
    ['12abc34501de35', VALID],
    ['AA345678000114', VALID],
    ['12345678000A08', VALID],
    ['11222333000181', VALID],
    ['11.444.777/0001-61', VALID],
    ['00000000000191', VALID],
    ['12ABC34501DE36', WRONG],
    ['12ABC34501DE45', WRONG],
    ['12ABC34501DE3A', WRONG], // check digits are digits
    ['12ABC34501DEA', WRONG],
    ['12ABC34501DE3', BEGUN],
    ['12ABC', BEGUN],
    ['', BEGUN],
    ['112223330001811', WRONG],
    ['12ÁBC34501DE35', WRONG],
    ['12ABC_4501DE35', WRONG],
  ])('judges %j', (text, verdict) => {
    expect(validateCnpj(text)).toEqual(verdict);
  });

  test.each(REPEATED)('refuses fourteen times %s', (digit) => {
    expect(validateCnpj(digit.repeat(14))).toEqual(WRONG);
  });
});

describe('validateDocument', () => {
  test.each([
    ['529.982.247-25', VALID, 'cpf'],
    ['12abc34501de35', VALID, 'cnpj'],
    ['11222333000181', VALID, 'cnpj'],
    ['52998224724', BEGUN, undefined], // a CNPJ may begin so
    ['12ABC34501DE36', WRONG, undefined],
    ['', BEGUN, undefined],
    ['?', WRONG, undefined],
  ] as const)('judges %j', (text, verdict, type) => {
    expect(validateDocument(text)).toEqual(verdict);
    expect(documentType(text)).toBe(type);
  });
});

describe('formatDocument', () => {
  test.each([
    ['', ''],
    ['529', '529'],
    ['5299', '529.9'],
    ['529982247', '529.982.247'],
    ['52998224725', '529.982.247-25'],
    ['529982247250', '52.998.224/7250'],
    ['12a', '12.A'],
    ['12abc34501de35', '12.ABC.345/01DE-35'],
    ['12ABC34501DE3599', '12.ABC.345/01DE-3599'], // too long, but nothing typed is lost
  ])('writes %j as %j', (text, formatted) => {
    expect(formatDocument(text)).toBe(formatted);
  });

  test('adds nothing but punctuation, and nothing the second time', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const formatted = formatDocument(text);
        expect(normalizeDocument(formatted)).toBe(normalizeDocument(text));
        expect(formatDocument(formatted)).toBe(formatted);
      }),
    );
  });
});

describe('while a document is typed', () => {
  test.each(['52998224725', '12ABC34501DE35', '11.222.333/0001-81'])(
    'no start of %s is called wrong',
    (text) => {
      for (let end = 0; end <= text.length; end++) {
        expect(validateDocument(text.slice(0, end)).isPotentiallyValid).toBe(true);
      }
    },
  );
});
