import { CheckoutError } from '../../core/errors.js';
import { isLoopback, safeUrl } from '../../core/navigation.js';

const refuse = (code: string, message: string, hint: string): CheckoutError =>
  new CheckoutError({ kind: 'integration', code, message, hint });

/**
 * The card frame's address, fit to be shown on a page of `pageOrigin`. Throws a `CheckoutError` (`integration`):
 * `card_frame_url` where it is not a plain https URL (http on loopback), `card_frame_same_origin` where the frame
 * would be no wall at all.
 */
export function parseFrameUrl(frameUrl: string, pageOrigin: string): URL {
  const url = URL.canParse(frameUrl) ? new URL(frameUrl) : undefined;
  if (!url || safeUrl(frameUrl) === undefined) {
    throw refuse(
      'card_frame_url',
      'the card frame needs an absolute https URL without credentials',
      'Give the address of the card frame on the provider’s origin; http is for loopback only.',
    );
  }
  if (url.origin === pageOrigin && !isLoopback(url.hostname)) {
    throw refuse(
      'card_frame_same_origin',
      `the card frame is on the page’s own origin, ${pageOrigin}: card numbers would be readable by every script of the page`,
      'Serve the card frame from the provider’s origin: on the shop’s own, card data lives in the merchant’s page.',
    );
  }
  return url;
}
