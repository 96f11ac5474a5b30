import { lookUp } from './look-up.js';

/** What a test number does by itself. Without `code` it ends in success. */
export interface WalletScript {
  readonly afterMs: number;
  readonly code?: string;
  /** Authorised by a code typed in the page, not by a prompt. */
  readonly oneTimeCode?: boolean;
}

/** Wallets that are paid by a code typed in their own app, whatever the number. */
const BY_CODE: ReadonlySet<string> = new Set(['innbucks', 'omari']);

/** Wallets that are paid on a page of their own. */
const BY_PAGE: ReadonlySet<string> = new Set(['wave']);

/** Country code by currency, for numbers that come without one; in USD and ZWG it is Zimbabwe's. */
const CALLING_CODES: Readonly<Record<string, string>> = {
  KES: '254',
  TZS: '255',
  GHS: '233',
  UGX: '256',
  RWF: '250',
  ZMW: '260',
  MWK: '265',
  XOF: '225',
  XAF: '237',
  COP: '57',
};

/**
 * EcoCash (77) and OneMoney (71) numbers: the four that Paynow publishes for its test mode, one for a one-time code, and
 * one for each further end. 1000006 shows a code; any other number waits for the payer's page.
 * @see https://github.com/paynow/docs, docs/test_mode.md
 */
const SCRIPTS: readonly (readonly [RegExp, WalletScript])[] = [
  [/^\+2637[17]1111111$/, { afterMs: 5_000 }],
  [/^\+2637[17]2222222$/, { afterMs: 30_000 }],
  [/^\+2637[17]3333333$/, { afterMs: 10_000, code: 'canceled_by_payer' }],
  [/^\+2637[17]4444444$/, { afterMs: 0, code: 'insufficient_funds' }],
  [/^\+2637[17]5555555$/, { afterMs: 0, oneTimeCode: true }],
  [/^\+2637[17]1000001$/, { afterMs: 5_000, code: 'wrong_pin' }],
  [/^\+2637[17]1000002$/, { afterMs: 5_000, code: 'limit_exceeded' }],
  [/^\+2637[17]1000003$/, { afterMs: 0, code: 'payer_not_found' }],
  [/^\+2637[17]1000004$/, { afterMs: 0, code: 'provider_unavailable' }],
  [/^\+2637[17]1000005$/, { afterMs: 10_000, code: 'payment_timeout' }],
];

/**
 * A mobile number in its international form, however it was written; `undefined` for what is none. The sandbox reads
 * numbers itself, so that a fault of the product's own reading is seen and not shared.
 */
export function internationalNumber(text: string, currency: string): string | undefined {
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  const code = lookUp(CALLING_CODES, currency);
  if (code === undefined) {
    const national = digits.replace(/^263/, '').replace(/^0/, '');
    return /^7\d{8}$/.test(national) ? `+263${national}` : undefined;
  }
  if (/^\s*(\+|00)/.test(text)) return /^[25]\d{10,12}$/.test(digits) ? `+${digits}` : undefined;
  const whole = digits.length > 10 ? digits.slice(code.length) : digits;
  // The 0 belongs to the number in Ivory Coast alone.
  const national = currency === 'XOF' ? whole : whole.replace(/^0/, '');
  return /^\d{8,10}$/.test(national) ? `+${code}${national}` : undefined;
}

/** The script of a test number; `undefined` for one that waits for the payer. */
export const walletScript = (phone: string): WalletScript | undefined =>
  SCRIPTS.find(([pattern]) => pattern.test(phone))?.[1];

/** Whether a wallet, or a test number of another, is paid by a code typed in the wallet's app. */
export const isPaidByCode = (network: string, phone: string): boolean =>
  BY_CODE.has(network) || /^\+2637[17]1000006$/.test(phone);

export const isPaidOnPage = (network: string): boolean => BY_PAGE.has(network);

/** The wallet a number belongs to by its prefix, where the payment does not say. */
export const guessWallet = (phone: string): string | undefined =>
  /^\+2637[78]/.test(phone) ? 'ecocash' : phone.startsWith('+26371') ? 'onemoney' : undefined;
