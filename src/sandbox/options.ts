import type { Clock } from '../core/clock.js';
import { systemClock } from '../core/clock.js';
import { cryptoRandom, type RandomBytes } from './engine/ids.js';
import type { Fault } from './http/faults.js';

/** How a sandbox is set up; everything has a default. */
export interface SandboxOptions {
  /** Default: the machine's clock. A `SimulatedClock` makes time stand still until it is moved. */
  readonly clock?: Clock;
  /** Origin of the API; a provider's base is `<apiUrl>/<provider>`. */
  readonly apiUrl?: string;
  /** Origin of the payer's pages (phone, bank, 3-D Secure). Default: `apiUrl`. */
  readonly payerUrl?: string;
  /** Address of the card frame's document. Default: `<apiUrl>/card-frame/index.html`. */
  readonly cardFrameUrl?: string;
  /** Origins that may call the API from a page. Default: any. */
  readonly allowedOrigins?: readonly string[];
  /** A Pix code is paid by itself after this long. Default: only by the banking page. */
  readonly pixPaidAfterMs?: number;
  /** How long a prompt stays on a phone. Default 120,000. */
  readonly phonePromptMs?: number;
  /** Source of ids and tokens. Default: the platform's secure one. */
  readonly random?: RandomBytes;
  /** How far the server's clock is ahead of `clock`. */
  readonly serverClockSkewMs?: number;
  /** Name of the merchant where a session gives none. Default: "Sandbox Shop". */
  readonly merchantName?: string;
  /** Delay of every buyer answer, as `setFault({ latencyMs })`. */
  readonly latencyMs?: number;
  readonly fault?: Fault;
  /** Takes tokens of a real Stripe account, unseen, as cards that are approved: for trying Stripe's own fields. */
  readonly trustStripeTokens?: boolean;
}

/** The options with their defaults. */
export type SandboxSettings = Required<
  Omit<SandboxOptions, 'allowedOrigins' | 'pixPaidAfterMs' | 'latencyMs'>
> &
  Pick<SandboxOptions, 'allowedOrigins' | 'pixPaidAfterMs'>;

const DEFAULT_API_URL = 'http://api.localhost:4001';

/** Fills in the defaults; addresses lose their last slash. */
export function settingsOf(options: SandboxOptions): SandboxSettings {
  const apiUrl = (options.apiUrl ?? DEFAULT_API_URL).replace(/\/$/, '');
  return {
    clock: options.clock ?? systemClock,
    apiUrl,
    payerUrl: (options.payerUrl ?? apiUrl).replace(/\/$/, ''),
    cardFrameUrl: options.cardFrameUrl ?? `${apiUrl}/card-frame/index.html`,
    phonePromptMs: options.phonePromptMs ?? 120_000,
    random: options.random ?? cryptoRandom,
    serverClockSkewMs: options.serverClockSkewMs ?? 0,
    fault: { latencyMs: options.latencyMs, ...options.fault },
    merchantName: options.merchantName ?? 'Sandbox Shop',
    trustStripeTokens: options.trustStripeTokens ?? false,
    allowedOrigins: options.allowedOrigins,
    pixPaidAfterMs: options.pixPaidAfterMs,
  };
}
