import { describe, expect, test } from 'vitest';
import { explainRefusal } from '../../src/controllers/card-refusal.js';
import { CheckoutError, type CheckoutErrorKind } from '../../src/core/errors.js';
import { preparationFailure } from '../../src/core/payment-failures.js';
import { FAILURE_CODES } from '../../src/core/session/session.js';
import { tokenizerNamed } from '../../src/card-frame/frame/tokenizers/index.js';

const told = (kind: CheckoutErrorKind, code: string): CheckoutError =>
  explainRefusal(
    new CheckoutError({ kind, code, message: 'the card could not be tokenized' }),
  ) as CheckoutError;

describe('a card that became no token', () => {
  test.each<[kind: CheckoutErrorKind, code: string, kindTold: CheckoutErrorKind, words: string | undefined]>([
    ['shopper', 'card_invalid', 'shopper', undefined],
    ['api', 'card_invalid', 'api', 'invalid_request'],
    ['api', 'public_key_invalid', 'integration', 'card_frame_failed'],
    ['api', 'public_key_refused', 'integration', 'card_frame_failed'],
    ['api', 'tokenizer_unknown', 'integration', 'card_frame_failed'],
    ['api', 'tokenizer_url_invalid', 'integration', 'card_frame_failed'],
    ['api', 'raw_card_not_allowed', 'integration', 'card_frame_failed'],
    ['api', 'rate_limited', 'api', 'busy'],
    ['api', 'insufficient_funds', 'api', 'insufficient_funds'],
    ['integration', 'card_frame_covered', 'integration', 'card_frame_covered'],
    ['integration', 'csp_blocked', 'integration', 'card_frame_failed'],
    ['network', 'card_frame_failed', 'network', 'card_frame_failed'],
  ])('told as %s/%s is the merchant’s as %s and is read as %s', (kind, code, kindTold, words) => {
    const error = told(kind, code);
    expect(error.kind).toBe(kindTold);
    expect(preparationFailure(error)?.code).toBe(words);
    // What comes out as the merchant's fault says so by its own code, and how to put it right.
    if (kind === 'api' && kindTold === 'integration')
      expect([error.code, error.hint?.length]).toEqual([code, expect.any(Number)]);
  });

  test.each(['pagarme', 'pagbank', 'z2pay'])(
    'without a fit key for %s is never read as a bank’s decline',
    async (name) => {
      const card = {
        number: '4242424242424242',
        expiryMonth: 3,
        expiryYear: 2040,
        cvc: '123',
        holderName: 'A',
      };
      const options = {
        publicKey: 'no key',
        nonce: '0'.repeat(32),
        timeoutMs: 50,
        url: 'https://evil.example',
      };
      const result = await tokenizerNamed(name)?.(card, options);
      if (!result || result.ok) throw new Error('there is a token');
      const failure = preparationFailure(told(result.kind, result.code));
      expect(FAILURE_CODES).toContain(failure?.code);
      expect(failure?.code).not.toBe('declined');
    },
  );
});

test('a fault of ours that is not named is told in words there are', () => {
  expect(preparationFailure(new Error('?'))).toEqual({ code: 'processing_error', retryable: true });
});
