import { integrationError, type CheckoutErrorData } from '../errors.js';
import type { CheckoutSession } from '../session/session.js';

/** What a merchant writes to get the card itself; nothing else counts, so that nobody switches it on by the way. */
export const RAW_CARD_CONSENT = 'i-am-pci-assessed';

/** Settings of the dialects whose API may take a card itself. */
export interface RawCardOptions {
  /** `i-am-pci-assessed`, where the merchant has opted in. */
  readonly rawCard?: string;
}

/** What a session's method names as its tokenizer where there is none. */
const RAW = 'raw';

const notAllowed = (): CheckoutErrorData =>
  integrationError(
    'raw_card_not_allowed',
    'The session wants the card itself in place of a token, and the page has not agreed to that.',
    `Have the provider use a tokenizer. Or, if you are assessed for card data in your page (PCI DSS SAQ A-EP or D, no longer SAQ A), set raw-card="${RAW_CARD_CONSENT}".`,
  ).toData();

/** The session with its raw card methods marked as agreed to, or with the reason why they are not shown. */
export function withRawCard(session: CheckoutSession, consent: string | undefined): CheckoutSession {
  if (!session.paymentMethods.some(({ tokenizer }) => tokenizer?.name === RAW)) return session;
  if (consent !== RAW_CARD_CONSENT) return { ...session, omission: notAllowed() };
  return {
    ...session,
    paymentMethods: session.paymentMethods.map((method) =>
      method.tokenizer?.name === RAW
        ? { ...method, tokenizer: { ...method.tokenizer, takesRawCard: true } }
        : method,
    ),
  };
}
