import libraryTypes from 'credit-card-type/dist/lib/card-types.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brandId, brandName, brandOf, nextBrand } from '../../src/card-frame/frame/brands.js';
import { checkCardNumber } from '../../src/card-frame/frame/card-number.js';

/** Networks' and processors' published test numbers; where a length or a range has none, one with a right check digit. */
const NUMBERS: readonly (readonly [brand: string, codeLength: number, ...numbers: string[]])[] = [
  ['visa', 3, '4111111111111111', '4242424242424242', '4000000000000000006'],
  ['mastercard', 3, '5555555555554444', '5105105105105100', '2223003122003222', '2720990000000007'],
  ['amex', 4, '378282246310005', '371449635398431'],
  [
    'elo',
    3,
    '6362970000457013',
    '5067230000009011',
    '4011780000000006',
    '6500310000000005',
    '6550000000000001',
  ],
  ['hipercard', 3, '6062826786276634', '3841001111111111116'],
  ['diners', 3, '30569309025904', '36227206271667', '38520000023237', '3056930009020004'],
  ['discover', 3, '6011111111111117', '6011000990139424', '6445644564456445'],
  ['jcb', 3, '3530111333300000', '3566002020360505'],
  ['unionpay', 3, '6200000000000005', '6205500000000000004', '6212345678901265', '6200000000000006'],
  ['maestro', 3, '6759649826438453', '6771798021000008', '6304000000000000', '5018000000000009'],
  ['hiper', 3, '6370950000000005'],
  ['mir', 3, '2200000000000004'],
  ['troy', 3, '9792000000000003', '6500520000000009'],
  ['verve', 3, '5060990580000217499'],
  ['naranja', 3, '5895620000000002'],
];
const ALL = NUMBERS.flatMap(([brand, codeLength, ...numbers]) =>
  numbers.map((number) => [number, brand, codeLength] as const),
);

describe('the brand of a number', () => {
  test.each(ALL)(
    '%s is %s, with a security code of %d digits, and right as it stands',
    (number, id, size) => {
      expect(brandOf(number)).toMatchObject({ id, codeLength: size });
      expect(checkCardNumber(number, [])).toBeUndefined();
      expect(checkCardNumber(number, [id])).toBeUndefined();
    },
  );

  test.each([
    ['', undefined],
    ['4', undefined], // Visa, Elo or Naranja
    ['42', 'visa'],
    ['4011', undefined],
    ['401178', 'elo'],
    ['401177', 'visa'],
    ['55', 'mastercard'],
    ['22', undefined], // Mastercard or Mir
    ['2221', 'mastercard'],
    ['3', undefined],
    ['37', 'amex'],
    ['36', 'diners'],
    ['38', undefined], // Diners Club or Hipercard
    ['384100', 'hipercard'],
    ['384101', 'diners'],
    ['35', undefined], // 351 is nobody’s
    ['3528', 'jcb'],
    ['6', undefined],
    ['60', undefined],
    ['6011', 'discover'],
    ['606282', 'hipercard'],
    ['606283', 'maestro'],
    ['636297', 'elo'],
    ['65', undefined], // Discover, Elo or Troy
    ['650031', 'elo'],
    ['650052', 'troy'],
    ['650000', 'discover'],
    ['627780', 'elo'],
    ['627781', 'unionpay'],
    ['506698', 'maestro'],
    ['506699', 'elo'],
    ['506778', 'elo'],
    ['506779', 'maestro'],
    ['506099', 'verve'],
    ['9', undefined], // Troy, if 792 follows
    ['9792', 'troy'],
    ['99', undefined],
  ])('of %j is %s', (digits, id) => {
    expect(brandOf(digits)?.id).toBe(id);
  });

  test('once it is known no further digit changes it: at every edge of every range', () => {
    const edges = Object.values(libraryTypes)
      .flatMap(({ patterns }) => patterns.flat())
      .flatMap((edge) => [edge - 1, edge, edge + 1])
      .flatMap((edge) => [String(edge).padEnd(9, '0'), String(edge).padEnd(9, '9')]);
    expect(edges.length).toBeGreaterThan(1_000);
    for (const digits of edges) expectNoFlicker(digits);
  });

  test('once it is known no further digit changes it: of any number', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 9, maxLength: 9 });
    fc.assert(fc.property(digits, expectNoFlicker), { numRuns: 20_000 });
  });
});

/** Types a number, and holds every brand against the one shown before it. */
function expectNoFlicker(digits: string): void {
  let shown: string | undefined;
  for (let length = 1; length <= digits.length; length++) {
    const brand = brandOf(digits.slice(0, length))?.id;
    if (shown !== undefined && brand !== shown)
      throw new Error(`${digits}: ${shown}, then ${String(brand)} at digit ${String(length)}`);
    shown = brand;
  }
}

describe('a brand that is shown', () => {
  const show = (...steps: readonly string[]): (string | undefined)[] => {
    let shown: ReturnType<typeof brandOf>;
    return steps.map((digits) => (shown = nextBrand(shown, digits, []))?.id);
  };

  test('stays while the digits leave it possible, and goes with the last of them', () => {
    expect(show('4242', '42', '4', '40', '')).toEqual(['visa', 'visa', 'visa', 'visa', undefined]);
  });

  test('gives way to another as soon as that is sure, and goes where the digits rule it out', () => {
    expect(show('4242', '4', '401178', '4', '3')).toEqual(['visa', 'visa', 'elo', 'elo', undefined]);
  });

  test('is not guessed on the way', () => {
    expect(show('4', '40', '401', '4011', '40117', '401178')).toEqual([...Array<undefined>(5), 'elo']);
  });
});

describe('Zimswitch', () => {
  const TAKEN = ['visa', 'zimswitch'];

  test.each([
    ['9999999999999995', 'zimswitch'], // nobody’s
    ['1111111111111117', 'zimswitch'],
    ['5888920000000001', 'zimswitch'], // in no range but the rest that the table gives Maestro
    ['4242424242424242', 'visa'],
    ['5555555555554444', 'mastercard'],
  ])('where it is taken, %s is %s', (number, id) => {
    expect(brandOf(number, TAKEN)?.id).toBe(id);
  });

  test.each([
    ['9999999999999995', undefined],
    ['5888920000000001', 'maestro'],
  ])('where it is not taken, %s is %s', (number, id) => {
    expect(brandOf(number, ['visa', 'maestro'])?.id).toBe(id);
    expect(brandOf(number)?.id).toBe(id);
  });

  test('leaves Maestro its numbers where both are taken', () => {
    expect(brandOf('5888920000000001', ['zimswitch', 'maestro'])?.id).toBe('maestro');
  });

  test('needs a right check digit and a length that cards have', () => {
    expect(checkCardNumber('9999999999999995', TAKEN)).toBeUndefined();
    expect(checkCardNumber('9999999999999996', TAKEN)).toBe('cardNumberInvalid');
    expect(checkCardNumber('99999999993', TAKEN)).toBe('cardNumberIncomplete');
  });
});

describe('the name of a brand', () => {
  test.each([
    ['amex', 'American Express'],
    ['diners', 'Diners Club'],
    ['unionpay', 'UnionPay'],
    ['zimswitch', 'Zimswitch'],
    ['cartesbancaires', 'Cartes Bancaires'],
    ['bancontact', 'Bancontact'],
    ['constructor', 'Constructor'], // a word like any other
  ])('%s is %s', (id, name) => {
    expect(brandName(id)).toBe(name);
  });

  test.each([
    ['American Express', 'amex'],
    ['american-express', 'amex'],
    ['AMEX', 'amex'],
    ['Diners Club', 'diners'],
    ['CB', 'cartesbancaires'],
    ['Cartes-Bancaires', 'cartesbancaires'],
    ['constructor', 'constructor'],
  ])('%s is written %s', (name, id) => {
    expect(brandId(name)).toBe(id);
  });
});
