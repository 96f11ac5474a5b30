import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsOf, readAccountNumber } from '../../src/core/validation/bank-account.js';

/** The same rules, written another way: each check digit is worked out from the rest, and compared. */
const INDEPENDENT: Readonly<Record<string, (text: string) => boolean>> = {
  clabe(text) {
    if (!/^\d{18}$/.test(text)) return false;
    let sum = 0;
    for (let at = 0; at < 17; at++) sum += (Number(text.charAt(at)) * [3, 7, 1][at % 3]!) % 10;
    return String((10 - (sum % 10)) % 10) === text.charAt(17);
  },
  routingNumber(text) {
    if (!/^\d{9}$/.test(text)) return false;
    const [a, b, c, d, e, f, g, h, i] = [...text].map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return (3 * (a + d + g) + 7 * (b + e + h) + (c + f + i)) % 10 === 0;
  },
  cbu(text) {
    if (!/^\d{22}$/.test(text)) return false;
    const closing = (block: string): string => {
      // From the right: 3, 1, 7, 9 and over again.
      const sum = [...block]
        .reverse()
        .reduce((all, digit, at) => all + Number(digit) * [3, 1, 7, 9][at % 4]!, 0);
      return String((10 - (sum % 10)) % 10);
    };
    return closing(text.slice(0, 7)) === text.charAt(7) && closing(text.slice(8, 21)) === text.charAt(21);
  },
  iban(text) {
    if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(text)) return false;
    const digits = [...(text.slice(4) + text.slice(0, 4))].map((sign) => parseInt(sign, 36)).join('');
    return BigInt(digits) % 97n === 1n;
  },
};

const NUMBERS = [
  ['clabe', '032180000118359719'],
  ['clabe', '646180110400000007'],
  ['clabe', '002010077777777771'],
  ['routingNumber', '021000021'],
  ['routingNumber', '111000025'],
  ['routingNumber', '011401533'],
  ['cbu', '2850590940090418135201'],
  ['cvu', '0000003100010000000009'],
  ['iban', 'DE89370400440532013000'],
  ['iban', 'GB82WEST12345698765432'],
  ['iban', 'NO9386011117947'],
  ['iban', 'MT84MALT011000012345MTLCAST001S'],
] as const;

const independent = (kind: string): ((text: string) => boolean) => {
  const check = INDEPENDENT[kind === 'cvu' ? 'cbu' : kind];
  if (!check) throw new Error(`nothing to compare ${kind} with`);
  return check;
};

describe('a number with check digits', () => {
  test.each(NUMBERS)('%s %s is right', (kind, text) => {
    expect(independent(kind)(text)).toBe(true);
    expect(readAccountNumber(kind, text)).toBe(text);
  });

  test.each(NUMBERS)(
    '%s %s with any one digit changed, or two neighbours swapped, is what the other says',
    (kind, text) => {
      for (let at = 0; at < text.length; at++) {
        for (const digit of '0123456789') {
          const other = text.slice(0, at) + digit + text.slice(at + 1);
          if (other === text) continue;
          expect(readAccountNumber(kind, other), other).toBeUndefined();
        }
        const swapped = text.slice(0, at) + (text[at + 1] ?? '') + text.charAt(at) + text.slice(at + 2);
        expect(readAccountNumber(kind, swapped) !== undefined).toBe(independent(kind)(swapped));
      }
    },
  );

  test.each(NUMBERS)(
    '%s %s is too short without its last digit, and too long with one more',
    (kind, text) => {
      for (const other of [text.slice(0, -1), `${text}0`, `0${text}`])
        expect(readAccountNumber(kind, other)).toBeUndefined();
    },
  );

  test.each([
    ['clabe', 18],
    ['routingNumber', 9],
    ['cbu', 22],
  ] as const)('%s: any digits are right here where they are right there', (kind, length) => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
    fc.assert(
      fc.property(digits, (given) => {
        const text = given.join('');
        fc.pre(/[^0]/.test(text));
        expect(readAccountNumber(kind, text) !== undefined).toBe(independent(kind)(text));
      }),
    );
  });

  test('of zeros alone is none, though its check digit is right', () => {
    expect(readAccountNumber('clabe', '0'.repeat(18))).toBeUndefined();
    expect(readAccountNumber('routingNumber', '0'.repeat(9))).toBeUndefined();
    expect(readAccountNumber('cvu', '0'.repeat(22))).toBeUndefined();
  });

  test.each([
    ['iban', 'de89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['clabe', '032-180-00011835971-9', '032180000118359719'],
    ['bic', 'cobadeffxxx', 'COBADEFFXXX'],
  ])('%s %s is kept as banks take it', (kind, text, plain) => {
    expect(readAccountNumber(kind, text)).toBe(plain);
  });

  test.each([
    ['bic', 'COBADEFFXX'],
    ['bic', '12BADEFF'],
    ['iban', 'XX00'],
    ['iban', 'DE6812345678901'], // of Norway's length
    ['iban', 'XX51123456789012345'], // of no country
    ['iban', ''],
    ['clabe', '０３２１８０００００１１８３５９７１９'],
  ])('%s %j is none', (kind, text) => {
    expect(readAccountNumber(kind, text)).toBeUndefined();
  });

  test.each(['CLABE', 'Clabe', ' clabe ', 'c.l.a.b.e', 'CLA_BE', 'ＣＬＡＢＥ'])(
    'is held against its digits when its kind is written %j',
    (kind) => {
      expect(readAccountNumber(kind, '032180000118359719')).toBe('032180000118359719');
      expect(readAccountNumber(kind, '032180000118359718')).toBeUndefined();
      expect(groupsOf(kind, '032180000118359719')).toHaveLength(5);
    },
  );

  test.each(['routing_number', 'Routing number', 'ROUTING-NUMBER', 'routingNumber'])(
    '%s is a kind',
    (kind) => {
      expect(readAccountNumber(kind, '021000022')).toBeUndefined();
      expect(groupsOf(kind, '021000021')).toEqual(['021', '000', '021']);
    },
  );

  /** One for each country, of its own length: the digits that close it are worked out here. */
  test.each([
    ['NO', 15],
    ['BE', 16],
    ['DK', 18],
    ['DE', 22],
    ['CR', 22],
    ['ES', 24],
    ['PT', 25],
    ['FR', 27],
    ['GT', 28],
    ['DO', 28],
    ['BR', 29],
    ['MT', 31],
    ['LC', 32],
    ['RU', 33],
  ])('an IBAN of %s has %i signs, no more and no fewer', (country, length) => {
    const closed = (signs: number): string => {
      const rest = '1'.repeat(signs - 4);
      const digits = [...`${rest}${country}00`].map((sign) => parseInt(sign, 36)).join('');
      return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${rest}`;
    };
    expect(readAccountNumber('iban', closed(length))).toBe(closed(length));
    for (const other of [length - 1, length + 1])
      expect(readAccountNumber('iban', closed(other))).toBeUndefined();
  });

  test.each(['accountNumber', 'alias', 'constructor', '__proto__'])(
    '%s has no check, and is kept',
    (kind) => {
      expect(readAccountNumber(kind, ' 12-34 ')).toBe(' 12-34 ');
    },
  );
});

describe('what is read aloud', () => {
  test.each([
    ['clabe', '032180000118359719', ['0321', '8000', '0118', '3597', '19']],
    ['routingNumber', '021000021', ['021', '000', '021']],
    ['accountNumber', '1234567', ['1234567']],
    ['accountNumber', '1234567890', ['1234', '5678', '90']],
    ['bic', 'COBADEFFXXX', ['COBADEFFXXX']],
    ['alias', 'tienda.pagos', ['tienda.pagos']],
  ])('%s %s comes in groups that add up to it', (kind, value, groups) => {
    expect(groupsOf(kind, value)).toEqual(groups);
    expect(groups.join('')).toBe(value);
  });
});
