import type { Secret } from './secret.js';

/** What the shopper has to do next. `unknown`: something this version does not know; wait and ask again. */
export type NextAction =
  | { readonly type: 'redirect'; readonly url: string }
  | { readonly type: 'three_d_secure'; readonly url: string; readonly data?: string }
  | { readonly type: 'qr_code'; readonly scheme: 'pix'; readonly data: string; readonly expiresAt?: number }
  | {
      readonly type: 'voucher';
      readonly scheme: 'boleto';
      readonly line: string;
      readonly barcode?: string;
      readonly pdfUrl?: string;
      readonly expiresAt?: number;
    }
  | {
      readonly type: 'phone_prompt';
      readonly network: string;
      readonly phone: string;
      readonly expiresAt?: number;
      readonly resendAfter?: number;
      readonly fallback?: string;
    }
  | {
      readonly type: 'one_time_code';
      readonly length: number;
      /** What it was sent to, where the provider tells. */
      readonly phone?: string;
      readonly network?: string;
      readonly resendAfter?: number;
      /** What the shopper dials to get the code, where none is sent: `#144*391#`. */
      readonly dial?: string;
    }
  | {
      /** A code that the shopper gives to the wallet's own app, by hand or by its camera; without a network, to any bank's. */
      readonly type: 'wallet_code';
      readonly network?: string;
      readonly code: string;
      readonly expiresAt?: number;
      /** An https address that opens the app; one of any other scheme is not followed. */
      readonly deepLink?: string;
    }
  | {
      /** Where the shopper sends the money from their own bank. Its rows are read, and checked, by who shows them. */
      readonly type: 'bank_transfer';
      readonly rows?: unknown;
      /** What the payer has to write beside the transfer, so that it is found. */
      readonly reference?: string;
      /** Minor units; the payment's own where it is not told. */
      readonly amount?: number;
      readonly expiresAt?: number;
    }
  | { readonly type: 'sdk'; readonly name: string; readonly data: Secret<unknown> }
  | { readonly type: 'unknown'; readonly name: string };

/**
 * One line of a transfer's details. Keys with words and, where the number has one, a check of their own: `accountHolder`
 * `bank` `clabe` `cvu` `cbu` `alias` `iban` `bic` `accountNumber` `routingNumber` `accountType` `reference` `phone`
 * `document`. Any other is shown by its label.
 */
export interface TransferRow {
  readonly key: string;
  readonly value: string;
  readonly label?: string;
}
