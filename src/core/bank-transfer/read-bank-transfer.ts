import * as z from 'zod/mini';
import { CheckoutError } from '../errors.js';
import { UNPRINTABLE } from '../printable.js';
import { lenient, list, softParse, text } from '../schema.js';
import type { NextAction, TransferRow } from '../session/session.js';
import { plainKind, readAccountNumber } from '../validation/bank-account.js';

type TransferAction = Extract<NextAction, { type: 'bank_transfer' }>;

const MAX_VALUE = 140;

/** What says whom or what for, and is no place for money to go to. */
const NO_ACCOUNT: ReadonlySet<string> = new Set([
  'accountholder',
  'accounttype',
  'bank',
  'bic',
  'document',
  'reference',
]);

const invalid = (reason: string): CheckoutError =>
  new CheckoutError({
    kind: 'api',
    code: 'bank_transfer_invalid',
    message: `The details of the bank transfer are not valid: ${reason}.`,
  });

/** As the API sent them: anything, until each has been looked at. */
const sentRows = list(z.object({ key: text, value: text, label: lenient(text) }));

function readRow({ key, value: sent, label }: TransferRow): TransferRow {
  const value = readAccountNumber(key, sent.trim());
  if (value === undefined) throw invalid(`the check digit of its ${key} is wrong`);
  const told = label?.trim() ?? '';
  if (!value || value.length > MAX_VALUE || told.length > MAX_VALUE || UNPRINTABLE.test(key + value + told))
    throw invalid(`its ${key} cannot be shown`);
  return { key, value, ...(told && { label: told }) };
}

/**
 * Reads what the API sent of a transfer. Everything that carries a check of its own must pass it: a wrong digit sends
 * the money to somebody else, or nowhere.
 * @param due minor units that are to be paid, where it is known
 * @throws CheckoutError `api` / `bank_transfer_invalid`; the message tells what is wrong, and no value
 */
export function readBankTransfer(
  { rows: given, reference, amount }: Omit<TransferAction, 'type'>,
  due: number | undefined,
): readonly TransferRow[] {
  if (amount !== undefined && amount !== (due ?? amount))
    throw invalid('it asks for another amount than the one to pay');
  const rows = softParse(sentRows, given);
  if (!rows) throw invalid('its rows are broken');
  const isNamed = !reference || rows.some(({ key }) => plainKind(key) === 'reference');
  const read = [...rows, ...(isNamed ? [] : [{ key: 'reference', value: reference }])].map(readRow);
  if (read.every(({ key }) => NO_ACCOUNT.has(plainKind(key)))) throw invalid('it names no account');
  return read;
}
