import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentTypesOf } from '../../src/core/validation/document-types.js';
import {
  DOCUMENT_RULES,
  nationalDocumentError,
  normalizeNationalDocument,
} from '../../src/core/validation/national-document.js';

/*
 * The check digits once more, by other ways than the product's: digit by digit from the left, or by trying what makes the sum
 * come out even. Nothing is shared with it.
 */

/** The one ending, of `endings`, that makes the sum of all products a multiple of the modulus. */
function ending(body: string, weights: readonly number[], modulus: number): number | undefined {
  const total = [...body].reduce((sum, digit, at) => sum + Number(digit) * (weights[at] ?? 0), 0);
  for (let digit = 0; digit < modulus; digit++) if ((total + digit) % modulus === 0) return digit;
  return undefined;
}

/** Chile's, as the registry explains it: multiply by 2, 3, 4, 5, 6, 7, 2, 3 … from the right. */
function rutDigit(body: string): string {
  let sum = 0;
  let factor = 2;
  for (let at = body.length - 1; at >= 0; at--) {
    sum += Number(body.charAt(at)) * factor;
    factor = factor === 7 ? 2 : factor + 1;
  }
  const rest = 11 - (sum % 11);
  if (rest === 11) return '0';
  return rest === 10 ? 'K' : String(rest);
}

function taxDigit(body: string, ten: string): string {
  const digit = ending(body, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 11) ?? 0;
  return digit === 10 ? ten : String(digit);
}

const NIT_FROM_THE_RIGHT = [3, 7, 13, 17, 19, 23, 29, 37, 41];
function nitDigit(body: string): string {
  const sum = [...body]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (NIT_FROM_THE_RIGHT[at] ?? 0), 0);
  return ['0', '1', '9', '8', '7', '6', '5', '4', '3', '2', '1'][sum % 11] ?? '';
}

const digits = (length: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`));

const RULES: readonly (readonly [string, fc.Arbitrary<string>, (body: string) => string])[] = [
  ['RUT', digits(8), rutDigit],
  ['RUT', digits(7), rutDigit],
  ['CUIT', digits(10), (body) => taxDigit(body, '9')],
  ['CUIL', digits(10), (body) => taxDigit(body, '9')],
  ['NIT', digits(8).map((text) => `9${text}`), nitDigit],
  ['NIT', digits(8).map((text) => `8${text}`), nitDigit],
];

describe('a check digit', () => {
  test.each(RULES)('of a %s is the independent one, and no other', (type, bodies, digitOf) => {
    fc.assert(
      fc.property(bodies, (body) => {
        for (const digit of type === 'RUT' ? '0123456789K' : '0123456789')
          expect(nationalDocumentError(body + digit, type)).toBe(
            digit === digitOf(body) ? undefined : 'digit',
          );
      }),
    );
  });

  test('of a RUC is the independent one, where 10 is 0 and 11 is 1', () => {
    fc.assert(
      fc.property(digits(10), (body) => {
        const total = [...body].reduce(
          (sum, digit, at) => sum + Number(digit) * Number('5432765432'.charAt(at)),
          0,
        );
        const right = String((11 - (total % 11)) % 10);
        expect(nationalDocumentError(body + right, 'RUC')).toBeUndefined();
      }),
    );
  });
});

test.each([
  ['RUT', '12.345.678-5', undefined],
  ['RUT', '12345678-5', undefined],
  ['RUT', '76.192.083-9', undefined],
  ['RUT', '10.000.013-k', undefined],
  ['RUT', '12.345.678-4', 'digit'],
  ['RUT', '12.345', 'form'],
  ['CUIT', '20-12345678-6', undefined],
  ['CUIT', '30-50001091-2', undefined],
  ['CUIT', '20-12345678-5', 'digit'],
  ['CUIL', '2012345678', 'form'],
  ['RUC', '20131312955', undefined],
  ['RUC', '20100070970', undefined],
  ['RUC', '20131312954', 'digit'],
  ['RUC', '2013131295', 'form'],
  ['NIT', '800.197.268-4', undefined],
  ['NIT', '899.999.068-1', undefined],
  ['NIT', '800197268', undefined], // without its check digit
  ['NIT', '800.197.268-5', 'digit'],
  ['NIT', '80019', 'form'],
  ['CURP', 'HEGG560427MVZRRL04', undefined],
  ['CURP', 'hegg560427mvzrrl04', undefined],
  ['CURP', 'HEGG560427MVZRRL05', 'digit'],
  ['CURP', 'HEGG560427', 'form'],
  ['RFC', 'GODE561231GR8', undefined],
  ['RFC', 'ÑÑÑ010101AA1', undefined],
  ['RFC', 'GODE56123', 'form'],
  ['DNI', '12.345.678', undefined],
  ['DNI', '123456', 'form'],
  ['CE', '001234567', undefined],
  ['CE', '1', 'form'],
  ['CED_CIU', '1.020.304.050', undefined],
  ['CED_CIU', '12AB', 'form'],
  ['CED_EXT', '345678', undefined],
  ['CED_EXT', 'x', 'form'],
  ['PASSPORT', 'ab 123456', undefined],
  ['PASSPORT', 'A1', 'form'],
  ['CPF', 'whatever', undefined], // Brazil's rules are elsewhere
  ['constructor', 'x', undefined],
] as const)('a %s of %s: %s', (type, text, error) => {
  expect(nationalDocumentError(text, type)).toBe(error);
});

test.each([...DOCUMENT_RULES])('the example of a %s is right', (type, { example }) => {
  expect(nationalDocumentError(example, type)).toBeUndefined();
});

test('a document is sent upper case and bare, and no text throws', () => {
  expect(normalizeNationalDocument(' 12.345.678-k ')).toBe('12345678K');
  fc.assert(
    fc.property(fc.constantFrom(...DOCUMENT_RULES.keys()), fc.string({ unit: 'binary' }), (type, text) => {
      const sent = normalizeNationalDocument(text);
      expect(nationalDocumentError(sent, type)).toBe(nationalDocumentError(text, type));
    }),
  );
});

test.each([
  ['CL', 'RUT'],
  ['CO', 'CED_CIU'],
  ['AR', 'DNI'],
  ['MX', 'CURP'],
  ['PE', 'DNI'],
  ['ZW', undefined],
  ['constructor', undefined],
  [undefined, undefined],
])('in %s the first document to choose is %s, and each has a rule', (country, first) => {
  const types = documentTypesOf(country);
  expect(types[0]).toBe(first);
  for (const type of types) expect(DOCUMENT_RULES.has(type)).toBe(true);
});
