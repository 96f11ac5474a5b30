import { describe, expect, test } from 'vitest';
import { readBankTransfer } from '../../src/core/bank-transfer/read-bank-transfer.js';
import { refusal } from './providers/support.js';

const CLABE = { key: 'clabe', value: '646180110400000007' };

describe('the details of a transfer', () => {
  test('are read with the reference among the rows, once', () => {
    expect(readBankTransfer({ rows: [CLABE], reference: '17', amount: 15_000 }, 15_000)).toEqual([
      CLABE,
      { key: 'reference', value: '17' },
    ]);
    const named = [CLABE, { key: 'reference', value: '18' }];
    expect(readBankTransfer({ rows: named, reference: '17' }, 15_000)).toEqual(named);
  });

  test('keep a row of the provider’s own, with its own words', () => {
    const rows = [{ key: 'sucursal', value: '0042', label: 'Sucursal' }];
    expect(readBankTransfer({ rows }, 15_000)).toEqual(rows);
  });

  test.each<[string, Parameters<typeof readBankTransfer>[0], RegExp]>([
    ['a wrong digit', { rows: [{ key: 'clabe', value: '646180110400000008' }] }, /check digit of its clabe/],
    [
      'a wrong digit in one of two',
      { rows: [CLABE, { key: 'iban', value: 'DE00370400440532013000' }] },
      /iban/,
    ],
    [
      'a wrong digit under a name in capitals',
      { rows: [{ key: 'CLABE', value: '646180110400000008' }] },
      /CLABE/,
    ],
    ['nothing but a name in capitals', { rows: [{ key: 'Account_Holder', value: 'A' }] }, /names no account/],
    ['another amount', { rows: [CLABE], amount: 14_999 }, /another amount/],
    ['no rows', {}, /names no account/],
    ['rows that are none', { rows: 'soon' }, /rows are broken/],
    ['a row that is none', { rows: [CLABE, { key: 'bank' }] }, /rows are broken/],
    [
      'nothing but a name',
      { rows: [{ key: 'accountHolder', value: 'A' }], reference: '1' },
      /names no account/,
    ],
    ['a row that is empty', { rows: [CLABE, { key: 'bank', value: ' ' }] }, /its bank cannot be shown/],
    ['text that turns round', { rows: [{ key: 'alias', value: 'a\u202eb' }] }, /its alias cannot be shown/],
    ['a label nobody sees', { rows: [{ key: 'x', value: '1', label: 'a\u200bb' }] }, /cannot be shown/],
    ['a row without end', { rows: [{ key: 'alias', value: 'x'.repeat(141) }] }, /cannot be shown/],
  ])('with %s are not payable', (_what, action, reason) => {
    const { kind, code, message } = refusal(() => readBankTransfer(action, 15_000));
    expect(`${kind}/${code}`).toBe('api/bank_transfer_invalid');
    expect(message).toMatch(reason);
    // Whose account it is stands in no error.
    expect(message).not.toContain('64618');
  });
});
