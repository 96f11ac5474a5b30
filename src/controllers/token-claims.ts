import { integrationError } from '../core/errors.js';

/** Whoever shows a token, or a payment link; called when the token it waits for is free. */
export interface TokenHolder {
  claimAgain(): void;
}

const shown = new Map<string, TokenHolder>();
const waiting = new Set<TokenHolder>();

/**
 * One token or payment link, one element: two forms for one purchase would only confuse the shopper.
 * @throws CheckoutError `integration` / `duplicate_token`; the holder then waits until the first is gone
 */
export function claimToken(holder: TokenHolder, token: string): void {
  const first = shown.get(token);
  if (!first || first === holder) {
    shown.set(token, holder);
    return;
  }
  waiting.add(holder);
  throw integrationError(
    'duplicate_token',
    'Another element on this page shows this token already.',
    'Use one element per token.',
  );
}

/** The holder shows nothing any more: those that wait try again. */
export function releaseToken(holder: TokenHolder): void {
  waiting.delete(holder);
  for (const [token, first] of shown) {
    if (first !== holder) continue;
    shown.delete(token);
    const next = [...waiting];
    waiting.clear();
    for (const other of next) other.claimAgain();
  }
}
