import { CheckoutError } from '../core/errors.js';

/** All that Stripe's fields need of a page's policy, to the word. */
const SCRIPTS = 'https://js.stripe.com https://*.js.stripe.com';
const LINES = `script-src ${SCRIPTS}; frame-src ${SCRIPTS} https://hooks.stripe.com; connect-src https://api.stripe.com; trusted-types checkout-session#stripe`;

const isOfStripe = ({ blockedURI, sample }: SecurityPolicyViolationEvent): boolean =>
  /^https:\/\/([\w-]+\.)*stripe\.com(\/|$)/.test(blockedURI) || /#stripe|js\.stripe/.test(sample);

/** Calls back for each directive of the page's policy that keeps something of Stripe's out, once. */
export function watchPolicyForStripe(report: (error: CheckoutError) => void, signal?: AbortSignal): void {
  const told = new Set<string>();
  const onViolation = (event: SecurityPolicyViolationEvent): void => {
    const { disposition, effectiveDirective: directive } = event;
    if (disposition !== 'enforce' || !isOfStripe(event) || told.has(directive)) return;
    told.add(directive);
    report(
      new CheckoutError({
        kind: 'integration',
        code: 'csp_blocked',
        message: `The page's Content-Security-Policy (${directive}) blocks Stripe.`,
        hint: `Add to the policy: ${LINES}.`,
        retryable: true,
      }),
    );
  };
  document.addEventListener('securitypolicyviolation', onViolation, signal && { signal });
}
