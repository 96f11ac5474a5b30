import { CheckoutError } from '../core/errors.js';

/** What only the merchant can put right, by the code that the card frame tells it with; and how. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ['public_key_invalid', 'Give the session the public key of its gateway, not a secret one.'],
  ['public_key_refused', 'Check the public key, and register the card frame’s domain with the gateway.'],
  ['tokenizer_unknown', 'Name a tokenizer that the card frame has.'],
  ['tokenizer_url_invalid', 'Name a host of the gateway’s own, https and without a path.'],
  ['raw_card_not_allowed', 'Name this page’s origin in the card frame’s <meta name="card-frame-raw">.'],
]);

/**
 * What the card frame was told, as this page tells it on: a fault in the set-up is the merchant's to hear of, and a
 * gateway with too many to serve has not said no to the card.
 */
export function explainRefusal(error: unknown): unknown {
  if (!(error instanceof CheckoutError) || error.kind !== 'api') return error;
  const { code, message } = error;
  if (code === 'rate_limited')
    return new CheckoutError({ kind: 'api', code: 'busy', message, retryable: true });
  const hint = HINTS.get(code);
  return hint === undefined
    ? error
    : new CheckoutError({ kind: 'integration', code, message: `${message}: ${code}`, hint });
}
