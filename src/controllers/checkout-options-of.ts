import type { CheckoutOptions } from '../core/checkout.js';
import { safeUrl } from '../core/navigation.js';
import type { SessionConfig } from './session-config.js';

/** The addresses that a merchant may write on the element. */
export interface AddressAttributes {
  successUrl?: string | undefined;
  cancelUrl?: string | undefined;
  cardFrame?: string | undefined;
}

/** What is known when a checkout begins, and what only the element that shows it can answer or do. */
type Given = Pick<CheckoutOptions, 'dialect' | 'linkCandidate' | 'fetch' | 'locale' | 'explain'> &
  Pick<CheckoutOptions, 'prepare' | 'notify' | 'navigate'>;

/** The options of a checkout in a page: what the merchant wrote, what the browser offers, and the rest as it is given. */
export const checkoutOptionsOf = (
  { apiBase, token, paymentLink }: SessionConfig,
  host: AddressAttributes,
  given: Given,
): CheckoutOptions => ({
  ...given,
  apiBase,
  token,
  paymentLink,
  returnUrl: () => safeUrl(location.href),
  isOnline: () => navigator.onLine,
  openChannel: (name) => new BroadcastChannel(name),
  // Read anew with each answer of the API: a page may write them later.
  get successUrl() {
    return safeUrl(host.successUrl);
  },
  get cancelUrl() {
    return safeUrl(host.cancelUrl);
  },
  cardFrameUrl: safeUrl(host.cardFrame),
});

/** A link's session is the same one after a reload. */
export async function linkCandidateOf(config: SessionConfig): Promise<string | undefined> {
  const { apiBase, provider, paymentLink } = config;
  if (paymentLink === undefined) return undefined;
  const { keptCandidate } = await import('./link-candidate-store.js');
  return keptCandidate(apiBase, provider, paymentLink);
}
