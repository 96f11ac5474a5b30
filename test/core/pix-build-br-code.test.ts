import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBrCode } from '../../src/core/pix/br-code.js';
import { buildBrCode, type BrCodeInput } from '../../src/core/pix/build-br-code.js';

const NAMES = { merchantName: 'Fulano de Tal', merchantCity: 'BRASILIA' };
const KEY = '123e4567-e12b-12d1-a456-426655440000';

describe('buildBrCode', () => {
  test('writes the public example of a static code', () => {
    expect(buildBrCode({ ...NAMES, key: KEY })).toBe(
      '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D',
    );
  });

  test('writes the public example of a dynamic code, leaving the scheme of its URL out', () => {
    expect(
      buildBrCode({
        merchantName: 'THALES OGLIARI',
        merchantCity: 'SAO MIGUEL DO O',
        url: 'https://payload.psp.com/3ec9d2f9-5f03-4e0e-820d-63a81e769e87',
      }),
    ).toBe(
      '00020101021226740014br.gov.bcb.pix2552payload.psp.com/3ec9d2f9-5f03-4e0e-820d-63a81e769e875204000053039865802BR5914THALES OGLIARI6015SAO MIGUEL DO O62070503***63042895',
    );
  });

  test.each([
    [{ merchantName: 'Padaria São João & Irmãos Ltda.' }, { merchantName: 'Padaria Sao Joao & Irmaos' }],
    [{ merchantName: `${'a'.repeat(24)} b` }, { merchantName: 'a'.repeat(24) }],
    [{ merchantName: '한국어 상점' }, { merchantName: '한국어 상점' }],
    [{ merchantCity: 'São Miguel do Oeste' }, { merchantCity: 'Sao Miguel do O' }],
    [{ merchantName: ' a\u200b\n b ' }, { merchantName: 'a b' }],
    [{ merchantName: '😀'.repeat(30) }, { merchantName: '😀'.repeat(25) }],
  ])('fits %j into its field', (given, expected) => {
    expect(parseBrCode(buildBrCode({ ...NAMES, key: KEY, ...given }))).toMatchObject(expected);
  });

  test.each([
    ['an empty name', { merchantName: ' \u200b' }],
    ['an empty city', { merchantCity: '' }],
    ['an empty key', { key: '' }],
    ['a key with a space', { key: 'a b' }],
    ['a key of 78 characters', { key: 'k'.repeat(78) }],
    ['a txid with a dash', { txid: 'a-b' }],
    ['a txid of 26 characters', { txid: 'a'.repeat(26) }],
    ['a negative amount', { amountMinor: -1 }],
    ['an amount of more than 13 characters', { amountMinor: 1e12 }],
  ])('refuses %s', (_, given) => {
    expect(() => buildBrCode({ ...NAMES, key: KEY, ...given })).toThrow(
      expect.objectContaining({ kind: 'integration', code: 'pix_data_invalid' }),
    );
  });

  test('refuses an amount that is no integer', () => {
    expect(() => buildBrCode({ ...NAMES, key: KEY, amountMinor: 0.5 })).toThrow(
      expect.objectContaining({ code: 'amount_invalid' }),
    );
  });

  test('is undone by parseBrCode', () => {
    const account = fc.oneof(
      fc.record({ key: fc.oneof(fc.uuid(), fc.stringMatching(/^[\w.+@-]{1,77}$/)) }),
      fc.record({ url: fc.stringMatching(/^[a-z]{1,20}\.com\/[\w/-]{1,50}$/) }),
    );
    const rest = fc.record(
      {
        merchantName: fc.stringMatching(/^[\p{L}\d][\p{L}\d &.]{0,40}$/u),
        merchantCity: fc.stringMatching(/^[A-Z][A-Z ]{0,14}$/),
        amountMinor: fc.nat(999_999_999),
        txid: fc.stringMatching(/^[A-Za-z\d]{1,25}$/),
      },
      { requiredKeys: ['merchantName', 'merchantCity'] },
    );
    fc.assert(
      fc.property(account, rest, (first, second) => {
        const input: BrCodeInput = { ...first, ...second };
        const { merchantName, merchantCity, amount, ...parsed } = parseBrCode(buildBrCode(input));
        expect({ ...parsed, amount, merchantCity }).toEqual({
          kind: 'key' in first ? 'static' : 'dynamic',
          ...first,
          ...(second.txid && { txid: second.txid }),
          amount: second.amountMinor,
          merchantCity: second.merchantCity.replace(/ +/g, ' ').trim(),
        });
        expect([...merchantName].length).toBeLessThanOrEqual(25);
        expect(merchantName).not.toBe('');
      }),
    );
  });

  test('gives a code parseBrCode accepts, whatever the names', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((name) => `N${name}`);
    fc.assert(
      fc.property(text, text, (merchantName, merchantCity) => {
        expect(parseBrCode(buildBrCode({ merchantName, merchantCity, key: KEY })).key).toBe(KEY);
      }),
    );
  });
});
