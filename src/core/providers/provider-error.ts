import { isDead } from '../session/payment-end.js';
import type { Payment } from '../session/session.js';
import type { ProviderError } from './dialect.js';
import { asText, matching, toldCode } from './parse.js';

/** What a dialect found in an error body, unchecked; `payment` is parsed already. */
export interface ErrorParts {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly param?: unknown;
  readonly requestId?: unknown;
  readonly payment?: Payment;
}

/** Puts an error together. A decline is a 402 that says why, with no payment that might still be charged. */
export function providerError(status: number, parts: ErrorParts): ProviderError {
  const { payment } = parts;
  const said = matching(/^[\w.-]{1,64}$/, parts.code);
  const code = said ?? `http_${String(status)}`;
  const param = asText(parts.param);
  const isClosed = !payment || isDead(payment);
  return {
    code,
    message: asText(parts.message),
    param,
    requestId: asText(parts.requestId),
    payment,
    decline:
      status === 402 && said && isClosed
        ? (payment?.failure ?? { code: toldCode(code), retryable: true, param })
        : undefined,
  };
}
