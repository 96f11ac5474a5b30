import { integrationError as wrong } from '../core/errors.js';
import { safeUrl } from '../core/navigation.js';

export type { ProviderId } from '../core/providers/dialect.js';

/** What the merchant writes on the element, before it is checked. */
export interface SessionAttributes {
  token?: string | undefined;
  apiBase?: string | undefined;
  provider?: string | undefined;
  paymentLink?: string | undefined;
  rawCard?: string | undefined;
}

export interface SessionConfig {
  /** Judged when its dialect is loaded. */
  readonly provider: string;
  readonly apiBase: string;
  readonly token?: string;
  readonly paymentLink?: string;
}

/**
 * Checks what the merchant wrote. Throws a `CheckoutError` (`integration`) whose hint says what to write instead.
 * A dialect's own token shape is checked once the dialect is loaded.
 */
export function parseSessionConfig(attributes: SessionAttributes): SessionConfig {
  const { token, paymentLink, provider = 'native' } = attributes;
  const apiBase = parseApiBase(attributes.apiBase);
  if (!token && !paymentLink)
    throw wrong('missing_token', 'The checkout has no token.', 'Set token="cs_…", or payment-link.');
  return { provider, apiBase, ...(token ? { token } : { paymentLink }) };
}

function parseApiBase(value: string | undefined): string {
  const hint = 'Set an https address: api-base="https://api.example".';
  if (!value) throw wrong('missing_api_base', 'The checkout has no api-base.', hint);
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    throw wrong('malformed_api_base', `api-base “${value}” is not an absolute URL.`, hint);
  }
  if (safeUrl(value) === undefined)
    throw wrong(
      'insecure_api_base',
      `api-base must be https (http only on this machine), without credentials.`,
      hint,
    );
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** The token's shape, before it is sent anywhere. */
export function checkToken(token: string | undefined, pattern: RegExp): void {
  if (token !== undefined && !pattern.test(token))
    throw wrong(
      'malformed_token',
      'The token has another shape.',
      'Pass it unchanged, as your server got it.',
    );
}
