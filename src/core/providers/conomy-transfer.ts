import type { NextAction, TransferRow } from '../session/session.js';
import * as p from './parse.js';

/** What the countries' rails call the parts of an account. Whatever is not listed here is no business of the payer's. */
const KEYS: Readonly<Record<string, string>> = {
  accountHolder: 'accountHolder',
  holder: 'accountHolder',
  beneficiary: 'accountHolder',
  bank: 'bank',
  bankName: 'bank',
  clabe: 'clabe',
  cvu: 'cvu',
  cbu: 'cbu',
  alias: 'alias',
  iban: 'iban',
  bic: 'bic',
  swift: 'bic',
  accountNumber: 'accountNumber',
  routingNumber: 'routingNumber',
  accountType: 'accountType',
  phone: 'phone',
  phoneNumber: 'phone',
  document: 'document',
  documentNumber: 'document',
  reference: 'reference',
  concept: 'reference',
};

/** Rows that a node lists by itself, with the provider's own words: `{ key, value, label }`. */
const listed = p.list(
  p.mapped(p.record, ({ key, name, label, value }): TransferRow | undefined => {
    const [named, told, text] = [p.asText(key) ?? p.asText(name), p.asText(label), p.asText(value)];
    return text === undefined ? undefined : { key: named ?? told ?? '', value: text, label: told ?? named };
  }),
);

/** `data:image/…`, or the beginning of a PNG, JPEG, GIF or SVG in base64: a picture that nobody here can check. */
const IS_PICTURE = /^(?:data:|iVBORw0KGgo|\/9j\/|R0lGOD|PHN2Zy|PD94bWw)/;

/** What a node of a bank's rail asks for: an account's parts, a code to scan, or nothing yet. */
export function transferAction(node: Readonly<Record<string, unknown>>): NextAction | undefined {
  const rows = Object.entries(node).flatMap(([name, value]): TransferRow[] => {
    const key = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
    const text = p.asText(value)?.trim();
    return key !== undefined && text ? [{ key, value: text }] : [];
  });
  const more = (p.softParse(listed, node['instructions']) ?? []).filter((row) => row !== undefined);
  const code = [node['qrCode'], node['data']]
    .map(p.asText)
    .find((text) => text !== undefined && text !== '' && !IS_PICTURE.test(text));
  const expiresAt = p.epochMs(node['expiredAt'] ?? node['expiresAt']);
  if (code !== undefined) return { type: 'wallet_code', code, expiresAt };
  const all = [...rows, ...more];
  return all.length === 0 ? undefined : { type: 'bank_transfer', rows: all, expiresAt };
}
