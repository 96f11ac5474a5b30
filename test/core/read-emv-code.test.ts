import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEmvCode } from '../../src/core/bank-transfer/read-emv-code.js';
import { crc16 } from '../../src/core/pix/crc16.js';
import { formatTlv } from '../../src/core/pix/tlv.js';

const signed = (body: string): string => {
  const text = `${body}6304`;
  return text + crc16(text).toString(16).toUpperCase().padStart(4, '0');
};

/** A merchant's code of Argentina. */
const code = ({ amount = '150.00', currency = '032', payee = 'TIENDA', extra = '' } = {}): string =>
  signed(
    formatTlv('00', '01') +
      formatTlv('43', formatTlv('00', 'ar.bank')) +
      formatTlv('52', '5999') +
      formatTlv('53', currency) +
      (amount && formatTlv('54', amount)) +
      extra +
      formatTlv('58', 'AR') +
      (payee && formatTlv('59', payee)) +
      formatTlv('60', 'BUENOS AIRES'),
  );

describe('a bank’s QR code', () => {
  test.each([
    ['with its amount', code(), { hasAmount: true, payee: 'TIENDA' }],
    ['with an amount of one decimal', code({ amount: '150.0' }), { hasAmount: true, payee: 'TIENDA' }],
    ['with an amount that ends with its dot', code({ amount: '150.' }), { hasAmount: true, payee: 'TIENDA' }],
    ['between spaces', ` ${code()}\u00a0`, { hasAmount: true, payee: 'TIENDA' }],
    ['without an amount', code({ amount: '' }), { hasAmount: false, payee: 'TIENDA' }],
    ['without a payee', code({ payee: '' }), { hasAmount: true }],
    ['of a form nobody has published', 'aGVsbG8gd29ybGQ=|7f', { hasAmount: false }],
  ])('%s is read', (_what, text, read) => {
    expect(readEmvCode(text, 15_000, 'ARS')).toEqual(read);
  });

  test.each([
    ['no text', '', /no text to draw/],
    ['no end', 'x'.repeat(1_001), /no text to draw/],
    ['text that turns round', 'a\u202eb', /no text to draw/],
    ['another amount', code({ amount: '150.01' }), /another amount/],
    ['a hundred times as much', code({ amount: '15000' }), /another amount/],
    ['an amount that is none', code({ amount: 'NaN' }), /another amount/],
    ['another currency', code({ currency: '840' }), /another currency/],
    ['a tip to ask for', code({ extra: formatTlv('55', '01') }), /fee or a tip/],
    ['a fee', code({ extra: formatTlv('55', '02') + formatTlv('56', '500.00') }), /fee or a tip/],
    ['a fee of half of it', code({ extra: formatTlv('55', '03') + formatTlv('57', '50') }), /fee or a tip/],
    ['another amount behind a space', ` ${code({ amount: '999.00' })}`, /another amount/],
    ['a wrong checksum behind a space', ` ${code().slice(0, -4)}0000`, /CRC/],
    ['a full-width figure at its start', `０${code({ amount: '999.00' }).slice(1)}`, /other characters/],
    ['a superscript at its start', `⁰${code().slice(1)}`, /other characters/],
    ['a space in its start', `000 201${code({ amount: '999.00' }).slice(6)}`, /other characters/],
    ['a wrong checksum', `${code().slice(0, -4)}0000`, /CRC/],
    ['no checksum', code().slice(0, -8), /CRC/],
    ['two amounts', signed(code().slice(0, -8) + formatTlv('54', '1.00')), /fields/],
  ])('with %s is not payable', (_what, text, reason) => {
    expect(() => readEmvCode(text, 15_000, 'ARS')).toThrow(reason);
  });

  test.each([
    ['USD', '170'], // pesos of Colombia
    ['BRL', '032'],
    ['USDC', '840'],
    ['ZWG', '986'],
  ])('of another currency than %s is not payable: %s', (ours, number) => {
    expect(() => readEmvCode(code({ currency: number }), 15_000, ours)).toThrow(/another currency/);
  });

  test('of a currency that is not known here, in a session of one that is not either, is read', () => {
    expect(readEmvCode(code({ currency: '924' }), 15_000, 'ZWG')).toEqual({
      hasAmount: true,
      payee: 'TIENDA',
    });
  });

  test('with any one sign changed is never payable with another amount or payee', () => {
    const right = code();
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: right.length - 1 }),
        fc.integer({ min: 32, max: 126 }).map((point) => String.fromCharCode(point)),
        (at, sign) => {
          fc.pre(right[at] !== sign.toUpperCase() || at < right.length - 4);
          fc.pre(right[at] !== sign);
          expect(() => readEmvCode(right.slice(0, at) + sign + right.slice(at + 1), 15_000, 'ARS')).toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});
