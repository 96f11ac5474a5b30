import { integrationError, type CheckoutErrorData } from '../core/errors.js';
import { safeUrl } from '../core/navigation.js';
import type { AddressAttributes } from './checkout-options-of.js';

/**
 * Watches what a merchant may write on the element while its checkout runs: ways out count from then on, what the checkout
 * has begun with stays, and that is told once. So is an address that nobody may be sent to.
 * @returns to be called after any change; answers whether the ways out are others now
 */
export function watchChanges(
  host: AddressAttributes & { readonly fetch?: unknown },
  tell: (error: CheckoutErrorData) => void,
): () => boolean {
  const { fetch, cardFrame } = host;
  const told = new Set<string>();
  const tellOnce = (error: (name: string) => CheckoutErrorData, name: string, key = name): void => {
    if (told.has(key)) return;
    told.add(key);
    tell(error(name));
  };
  const waysOut = (): string => [host.successUrl, host.cancelUrl].join();
  let known = waysOut();
  return () => {
    for (const name of ['successUrl', 'cancelUrl', 'cardFrame'] as const) {
      const url = host[name];
      if (url && !safeUrl(url)) tellOnce(unsafeUrl, name, name + url);
    }
    if (host.fetch !== fetch) tellOnce(setTooLate, 'fetch');
    if (host.cardFrame !== cardFrame) tellOnce(setTooLate, 'cardFrame');
    const before = known;
    known = waysOut();
    return known !== before;
  };
}

/** An address, of the merchant's or the API's, that does not pass the gate. */
export const unsafeUrl = (name: string): CheckoutErrorData =>
  integrationError('unsafe_url', `The ${name} is not followed.`, 'Use an absolute https URL.').toData();

const setTooLate = (name: string): CheckoutErrorData =>
  integrationError('set_too_late', `The ${name} was set too late.`, 'Set it before the token.').toData();
