import { crc16 } from '../../core/pix/crc16.js';
import { formatTlv } from '../../core/pix/tlv.js';
import { toDecimalString } from '../../core/money/to-decimal-string.js';
import type { NextAction, TransferRow } from '../../core/session/session.js';
import type { RandomBytes } from './ids.js';
import { lookUp } from './look-up.js';
import type { PaymentRecord } from './model.js';

/** What a country's transfers go by; a QR code where its banks read one. */
interface Scheme {
  rows(digits: (count: number) => string, payment: PaymentRecord): readonly TransferRow[];
  /** Country and ISO 4217 number of its codes, and whether the amount stands in them. */
  readonly code?: readonly [country: string, currency: string, hasAmount: boolean];
}

/** The digit that brings the sum of the digits, each times its weight, to a multiple of ten. */
const closing = (digits: string, weights: readonly number[]): string => {
  const sum = [...digits].reduce(
    (total, digit, at) => total + Number(digit) * (weights[at % weights.length] ?? 0),
    0,
  );
  return String((10 - (sum % 10)) % 10);
};

const THREE_SEVEN_ONE = [3, 7, 1];

function clabe(digits: (count: number) => string): string {
  const body = `646180${digits(11)}`;
  return body + closing(body, THREE_SEVEN_ONE);
}

function cvu(digits: (count: number) => string): string {
  const bank = '0000003';
  const account = digits(13);
  return bank + closing(bank, [7, 1, 3, 9]) + account + closing(account, [3, 9, 7, 1]);
}

/** The two digits behind the country: 98 less the rest of everything by 97. */
function iban(country: string, account: string): string {
  const turned = [...`${account}${country}00`].map((sign) => String(parseInt(sign, 36))).join('');
  return `${country}${String(98n - (BigInt(turned) % 97n)).padStart(2, '0')}${account}`;
}

const US: Scheme = {
  rows: (digits) => [
    { key: 'bank', value: 'Sandbox Bank N.A.' },
    { key: 'routingNumber', value: `02100002${closing('02100002', THREE_SEVEN_ONE)}` },
    { key: 'accountNumber', value: digits(10) },
    { key: 'accountType', value: 'Checking' },
  ],
};

const SCHEMES: Readonly<Record<string, Scheme>> = {
  spei: {
    rows: (digits) => [
      { key: 'bank', value: 'STP' },
      { key: 'clabe', value: clabe(digits) },
    ],
  },
  cvu: {
    rows: (digits) => [
      { key: 'cvu', value: cvu(digits) },
      { key: 'alias', value: 'sandbox.pagos.hoy' },
    ],
  },
  ach: US,
  fednow: US,
  rtp: US,
  pago_movil: {
    rows: () => [
      { key: 'bank', value: '0102 Banco de Venezuela' },
      { key: 'phone', value: '04121234567' },
      { key: 'document', value: 'J-12345678-9' },
    ],
  },
  iban: {
    rows: (digits) => [
      { key: 'iban', value: iban('DE', `37040044${digits(10)}`) },
      { key: 'bic', value: 'COBADEFFXXX' },
    ],
  },
  pct: { rows: () => [], code: ['AR', '032', true] },
  ligo: { rows: () => [], code: ['PE', '604', true] },
  sip: { rows: () => [], code: ['BO', '068', false] },
};

/** The scheme of a method that does not name one, by what it charges. */
const BY_CURRENCY: Readonly<Record<string, string>> = {
  MXN: 'spei',
  ARS: 'cvu',
  USD: 'ach',
  VES: 'pago_movil',
};

/** A merchant's code of the EMV form, as a bank of the country would make it. */
function emvCode(
  payment: PaymentRecord,
  payee: string,
  [country, currency, hasAmount]: readonly [string, string, boolean],
): string {
  const ascii =
    payee
      .normalize('NFD')
      .replace(/[^\x20-\x7e]/g, '')
      .slice(0, 25) || 'Sandbox';
  const body =
    formatTlv('00', '01') +
    formatTlv('01', '12') +
    formatTlv('43', formatTlv('00', 'example.sandbox') + formatTlv('01', payment.id)) +
    formatTlv('52', '5999') +
    formatTlv('53', currency) +
    (hasAmount ? formatTlv('54', toDecimalString(payment.amount, payment.currency)) : '') +
    formatTlv('58', country) +
    formatTlv('59', ascii) +
    formatTlv('60', 'SANDBOX') +
    '6304';
  return body + crc16(body).toString(16).toUpperCase().padStart(4, '0');
}

/** What a transfer asks of the payer. The method's id names the scheme: `SPEI`, `CVU`, `PCT`. */
export function transferAction(
  payment: PaymentRecord,
  payee: string,
  expiresAt: number,
  random: RandomBytes,
): NextAction {
  const scheme =
    lookUp(SCHEMES, payment.methodId.split(':')[0]?.toLowerCase() ?? '') ??
    lookUp(SCHEMES, lookUp(BY_CURRENCY, payment.currency) ?? 'iban');
  const digits = (count: number): string => Array.from(random(count), (byte) => String(byte % 10)).join('');
  const rows = scheme?.rows(digits, payment) ?? [];
  const code = scheme?.code;
  if (code) return { type: 'wallet_code', code: emvCode(payment, payee, code), expiresAt };
  return {
    type: 'bank_transfer',
    rows: [{ key: 'accountHolder', value: payee }, ...rows, { key: 'reference', value: digits(7) }],
    expiresAt,
  };
}
