/** What a test number does by itself. Without `code` it ends in success. */
export interface WalletScript {
  readonly afterMs: number;
  readonly code?: string;
  /** Authorised by a code typed in the page, not by a prompt. */
  readonly oneTimeCode?: boolean;
}

/**
 * EcoCash (77) and OneMoney (71) numbers: the four that Paynow publishes for its test mode, one for a one-time code, and
 * one for each further end. Any other number waits for the payer's page.
 * @see https://github.com/paynow/docs, docs/test_mode.md
 */
const SCRIPTS: readonly (readonly [RegExp, WalletScript])[] = [
  [/^7[17]1111111$/, { afterMs: 5_000 }],
  [/^7[17]2222222$/, { afterMs: 30_000 }],
  [/^7[17]3333333$/, { afterMs: 10_000, code: 'canceled_by_payer' }],
  [/^7[17]4444444$/, { afterMs: 0, code: 'insufficient_funds' }],
  [/^7[17]5555555$/, { afterMs: 0, oneTimeCode: true }],
  [/^7[17]1000001$/, { afterMs: 5_000, code: 'wrong_pin' }],
  [/^7[17]1000002$/, { afterMs: 5_000, code: 'limit_exceeded' }],
  [/^7[17]1000003$/, { afterMs: 0, code: 'payer_not_found' }],
  [/^7[17]1000004$/, { afterMs: 0, code: 'provider_unavailable' }],
  [/^7[17]1000005$/, { afterMs: 10_000, code: 'payment_timeout' }],
];

/**
 * The nine national digits of a Zimbabwean mobile number, however it was written. The sandbox reads numbers itself,
 * so that a fault of the product's own reading is seen and not shared.
 */
export function nationalNumber(text: string): string | undefined {
  const digits = text
    .replace(/\D/g, '')
    .replace(/^(00)?263/, '')
    .replace(/^0/, '');
  return /^7\d{8}$/.test(digits) ? digits : undefined;
}

/** The script of a test number; `undefined` for one that waits for the payer. */
export const walletScript = (national: string): WalletScript | undefined =>
  SCRIPTS.find(([pattern]) => pattern.test(national))?.[1];

/** The wallet a number belongs to by its prefix. */
export const guessWallet = (national: string): string | undefined =>
  /^7[78]/.test(national) ? 'ecocash' : national.startsWith('71') ? 'onemoney' : undefined;
