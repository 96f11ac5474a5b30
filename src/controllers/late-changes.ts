import { integrationError, type CheckoutErrorData } from '../core/errors.js';
import type { AddressAttributes } from './checkout-options-of.js';

/**
 * Watches what a merchant may write on the element while its checkout runs: ways out count from then on, what the checkout
 * has begun with stays, and that is told once.
 * @returns to be called after any change; answers whether the ways out are others now
 */
export function watchChanges(
  host: AddressAttributes & { readonly fetch?: unknown },
  tell: (error: CheckoutErrorData) => void,
): () => boolean {
  const begunWith = [host.fetch, host.cardFrame] as const;
  const told = new Set<string>();
  const tellLate = (name: string, isOther: boolean): void => {
    if (!isOther || told.has(name)) return;
    told.add(name);
    tell(setTooLate(name));
  };
  const waysOut = (): string => JSON.stringify([host.successUrl, host.cancelUrl]);
  let known = waysOut();
  return () => {
    tellLate('fetch', host.fetch !== begunWith[0]);
    tellLate('card-frame', host.cardFrame !== begunWith[1]);
    const before = known;
    known = waysOut();
    return known !== before;
  };
}

const setTooLate = (name: string): CheckoutErrorData =>
  integrationError(
    'set_too_late',
    `${name} was set after the checkout had begun.`,
    'Set it together with the token, or before.',
  ).toData();
