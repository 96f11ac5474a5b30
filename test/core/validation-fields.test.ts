import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBoleto, validateBoleto } from '../../src/core/validation/boleto.js';
import { validateCnpj } from '../../src/core/validation/cnpj.js';
import { validateContactPhone } from '../../src/core/validation/contact-phone.js';
import { validateCpf } from '../../src/core/validation/cpf.js';
import { validateDocument } from '../../src/core/validation/document.js';
import { validateEmail } from '../../src/core/validation/email.js';
import { normalizeOneTimeCode, validateOneTimeCode } from '../../src/core/validation/one-time-code.js';
import { validatePhoneBr } from '../../src/core/validation/phone-br.js';
import {
  formatPostalCode,
  normalizePostalCode,
  validatePostalCode,
} from '../../src/core/validation/postal-code.js';

const VALID = { isValid: true, isPotentiallyValid: true };
const BEGUN = { isValid: false, isPotentiallyValid: true };
const WRONG = { isValid: false, isPotentiallyValid: false };

describe('validateEmail', () => {
  test.each([
    ['ana@example.com', VALID],
    ['  ana@example.com ', VALID],
    ["o'neil+shop_1@mail.example.co.zw", VALID],
    ['joão@exemplo.com.br', VALID],
    ['a@münchen.de', VALID],
    ['a@xn--mnchen-3ya.de', VALID],
    ['', BEGUN],
    ['ana', BEGUN],
    ['ana.', BEGUN],
    ['ana@', BEGUN],
    ['ana@example', BEGUN],
    ['ana@example.', BEGUN],
    ['ana@example.c', BEGUN],
    ['ana@example-', BEGUN],
    ['ana@127.0.0.1', BEGUN],
    ['@', WRONG],
    ['@example.com', WRONG],
    ['.ana@example.com', WRONG],
    ['ana.@example.com', WRONG],
    ['a..b@example.com', WRONG],
    ['ana@@example.com', WRONG],
    ['ana@b@example.com', WRONG],
    ['ana@example..com', WRONG],
    ['ana@.example.com', WRONG],
    ['ana@-example.com', WRONG],
    ['ana@example-.com', WRONG],
    ['ana@exa_mple.com', WRONG],
    ['ana b@example.com', WRONG],
    ['ana@exam ple.com', WRONG],
    ['ana\u200b@example.com', WRONG], // zero-width space
    ['ana\u202e@example.com', WRONG],
    ['"ana"@example.com', WRONG],
    ['Ana <ana@example.com>', WRONG],
    ['a@b.com,c@d.com', WRONG],
    [`${'a'.repeat(65)}@example.com`, WRONG],
    [`a@${'b'.repeat(64)}.com`, BEGUN],
    [`a@${'b.'.repeat(130)}com`, WRONG],
  ])('judges %j', (text, verdict) => {
    expect(validateEmail(text)).toEqual(verdict);
  });

  test('calls no start of a valid address wrong', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.nat(), (email, length) => {
        fc.pre(validateEmail(email).isValid);
        expect(validateEmail(email.slice(0, length % email.length)).isPotentiallyValid).toBe(true);
      }),
    );
  });
});

describe('validateBoleto', () => {
  const line = '00190000090114971860168524522114675860000102656';

  test.each([
    [line, VALID],
    ['00190.00009 01149.718601 68524.522114 6 75860000102656', VALID],
    ['00190000090114971860168524522114175860000102658', VALID], // 11 and
    ['00190000090114971860168524522114175860000102667', VALID], // 10 are written 1
    ['00190000020114971860168524522114675860000102656', WRONG], // mod 10 of the first field
    ['00190000090114971860168524522114975860000102656', WRONG], // mod 11
    ['10491443385511900000200000000141325230000093423', WRONG], // only the mask of this one is right
    [line.slice(0, 46), BEGUN],
    ['', BEGUN],
    [`${line}0`, WRONG],
    ['0019x', WRONG],
    ['836200000005 667800481000 180975657313 001589636081', VALID], // a utility bill, mod 10
    ['848900000002 404201622015 806051904292 586034111220', VALID], // mod 11
    ['836200000005 667800481000 180975657313 001589636080', WRONG],
    [`8${'1'.repeat(47)}`, WRONG],
    [`8${'1'.repeat(46)}`, BEGUN],
    [`8${'1'.repeat(48)}`, WRONG],
  ])('judges %j', (text, verdict) => {
    expect(validateBoleto(text)).toEqual(verdict);
  });

  test('refuses any single wrong digit', () => {
    for (let at = 0; at < line.length; at++) {
      for (let shift = 1; shift < 10; shift++) {
        const digit = (Number(line[at]) + shift) % 10;
        expect(validateBoleto(line.slice(0, at) + digit + line.slice(at + 1)).isValid).toBe(false);
      }
    }
  });

  test.each([
    [line, '00190.00009 01149.718601 68524.522114 6 75860000102656'],
    ['001900', '00190.0'],
    [`8${'1'.repeat(47)}`, '811111111111 111111111111 111111111111 111111111111'],
  ])('is written %j in its groups', (text, formatted) => {
    expect(formatBoleto(text)).toBe(formatted);
    expect(formatBoleto(formatted)).toBe(formatted);
  });
});

describe('validatePostalCode', () => {
  test.each([
    ['01310-100', 'BR', VALID],
    ['01310100', 'BR', VALID],
    ['０１３１０１００', 'BR', VALID],
    ['01310', 'BR', BEGUN],
    ['', 'BR', BEGUN],
    ['013101000', 'BR', WRONG],
    ['SW1A 1AA', 'BR', WRONG],
    ['sw1a 1aa', 'GB', VALID],
    ['', 'GB', BEGUN],
    ['S', 'GB', BEGUN],
    ['1', 'GB', WRONG],
    ['!', 'GB', WRONG],
    ['1'.repeat(17), 'GB', WRONG],
  ])('judges %j of %s', (text, country, verdict) => {
    expect(validatePostalCode(text, country)).toEqual(verdict);
  });

  test.each([
    ['01310100', 'BR', '01310100', '01310-100'],
    ['01310-1', 'BR', '013101', '01310-1'],
    ['01310', 'BR', '01310', '01310'],
    [' sw1a 1aa ', 'GB', 'SW1A 1AA', 'SW1A 1AA'],
  ])('is sent and shown: %j of %s', (text, country, sent, shown) => {
    expect(normalizePostalCode(text, country)).toBe(sent);
    expect(formatPostalCode(text, country)).toBe(shown);
  });
});

describe('validateOneTimeCode', () => {
  test.each([
    ['123456', 6, VALID],
    ['123 456', 6, VALID],
    ['123-456', 6, VALID],
    ['１２３４５６', 6, VALID],
    ['12345', 6, BEGUN],
    ['', 6, BEGUN],
    ['1234567', 6, WRONG],
    ['12a', 6, WRONG],
    ['12345a', 6, WRONG],
    ['1234', 4, VALID],
  ])('judges %j of %d digits', (text, length, verdict) => {
    expect(validateOneTimeCode(text, length)).toEqual(verdict);
  });

  test('is sent without what was pasted around it', () => {
    expect(normalizeOneTimeCode(' 123-456 ')).toBe('123456');
  });
});

describe('every validator', () => {
  const validators = {
    validateBoleto,
    validateCnpj,
    validateContactPhone,
    validateCpf,
    validateDocument,
    validateEmail,
    validatePhoneBr,
    validatePostalCode,
  };

  test.each(Object.entries(validators))(
    '%s never throws, and what is valid is potentially valid',
    (_, validate) => {
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\dA-Z+.@ -]*$/)), (text) => {
          const { isValid, isPotentiallyValid } = validate(text);
          expect(isPotentiallyValid || !isValid).toBe(true);
        }),
      );
    },
  );
});
