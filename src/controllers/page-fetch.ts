import { CheckoutError } from '../core/errors.js';
import type { Fetch } from '../core/transport/request.js';

/**
 * The page's `fetch`, taken when the module loads, and a watch for requests that the page's own policy blocked: to a
 * script both look like a dead network, but only the merchant can mend the second.
 */
const nativeFetch = globalThis.fetch;

export interface PageFetch {
  readonly fetch: Fetch;
  /** Set once the page's Content-Security-Policy has refused a request to the API. */
  blockedBy(): string | undefined;
  stop(): void;
}

export function createPageFetch(
  apiBase: string,
  ownFetch: Fetch = (input, init) => nativeFetch(input, init),
): PageFetch {
  const { origin } = new URL(apiBase);
  let directive: string | undefined;
  const onViolation = (event: SecurityPolicyViolationEvent): void => {
    if (event.disposition === 'enforce' && event.blockedURI.startsWith(origin))
      directive = event.effectiveDirective;
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  return {
    async fetch(input, init) {
      try {
        return await ownFetch(input, init);
      } catch (error) {
        // The violation is reported in a task of its own, just after the request has failed.
        await new Promise((resolve) => setTimeout(resolve));
        throw error;
      }
    },
    blockedBy: () => directive,
    stop() {
      document.removeEventListener('securitypolicyviolation', onViolation);
    },
  };
}

export const cspError = (directive: string, origin: string): CheckoutError =>
  new CheckoutError({
    kind: 'integration',
    code: 'csp_blocked',
    message: `The page's Content-Security-Policy (${directive}) blocks the payment API.`,
    hint: `Add ${origin} to ${directive}.`,
    retryable: true,
  });
