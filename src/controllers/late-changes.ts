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
  const begunWith = [host.fetch, host.cardFrame] as const;
  const told = new Set<string>();
  const tellOnce = (makeError: (name: string) => CheckoutErrorData, name: string, value: unknown): void => {
    const key = `${name} ${String(value)}`;
    if (!told.has(key)) tell(makeError(name));
    told.add(key);
  };
  const waysOut = (): string => JSON.stringify([host.successUrl, host.cancelUrl]);
  let known = waysOut();
  return () => {
    const { successUrl, cancelUrl, cardFrame } = host;
    for (const [name, url] of Object.entries({ successUrl, cancelUrl, cardFrame }))
      if (url && safeUrl(url) === undefined) tellOnce(unsafeUrl, name, url);
    if (host.fetch !== begunWith[0]) tellOnce(setTooLate, 'fetch', 'late');
    if (cardFrame !== begunWith[1]) tellOnce(setTooLate, 'cardFrame', 'late');
    const before = known;
    known = waysOut();
    return known !== before;
  };
}

/** An address, of the merchant's or the API's, that does not pass the gate. */
export const unsafeUrl = (name: string): CheckoutErrorData =>
  integrationError(
    'unsafe_url',
    `The ${name} is not followed.`,
    'Use absolute https URLs without credentials.',
  ).toData();

const setTooLate = (name: string): CheckoutErrorData =>
  integrationError(
    'set_too_late',
    `${name} was set after the checkout had begun.`,
    'Set it together with the token, or before.',
  ).toData();
