import { sessionOf, type CheckoutState } from '../../core/machine/state.js';
import type { CheckoutSession } from '../../core/session/session.js';
import type { MessageKey } from '../../i18n/create-i18n.js';

/** Which words an error that kept the checkout from loading is told in; any other code in the generic ones. */
const UNAVAILABLE = new Map<
  string,
  'token' | 'expired' | 'setup' | 'duplicate' | 'offline' | 'network' | 'answer' | 'methods'
>(
  Object.entries({
    malformed_token: 'token',
    invalid_token: 'token',
    session_expired: 'expired',
    missing_token: 'setup',
    missing_api_base: 'setup',
    insecure_api_base: 'setup',
    malformed_api_base: 'setup',
    unknown_provider: 'setup',
    csp_blocked: 'setup',
    raw_card_not_allowed: 'setup',
    duplicate_token: 'duplicate',
    offline: 'offline',
    unreachable: 'network',
    timeout: 'network',
    not_json: 'answer',
    malformed_session: 'answer',
    no_payment_method: 'methods',
  } as const),
);

const ENDED: ReadonlySet<string> = new Set(['canceled', 'locked', 'expired']);

/** It is over, and part of the money is with the merchant. */
export const endedInPart = (state: CheckoutState): boolean =>
  ENDED.has(state.status) && (sessionOf(state)?.amount.paid ?? 0) > 0;

/** What was paid is called as the button called it. */
const paidWords = ({ submitType }: CheckoutSession): 'succeeded' | 'donate' | 'book' =>
  submitType === 'pay' ? 'succeeded' : submitType;

/** Title and text of a screen with nothing to fill in; `undefined` for the states that have a form or an action. */
export function resultWords(
  state: CheckoutState,
): Readonly<Record<'title' | 'text', MessageKey>> | undefined {
  switch (state.status) {
    case 'idle':
    case 'loading':
    case 'ready':
    case 'submitting':
    case 'action_required':
      return undefined;
    case 'unavailable': {
      const group = `unavailable.${UNAVAILABLE.get(state.error.code) ?? 'generic'}` as const;
      return { title: `${group}.title`, text: `${group}.text` };
    }
    default: {
      // "You have not been charged" would be a lie, and nothing can be begun again over it.
      const status = endedInPart(state)
        ? 'partly'
        : state.status === 'unknown' && state.gaveUp
          ? 'gaveUp'
          : state.status === 'expired' && state.refreshable
            ? 'refreshable'
            : state.status === 'succeeded'
              ? state.contradicted
                ? 'contradicted'
                : paidWords(state.session)
              : state.status;
      return { title: `result.${status}.title`, text: `result.${status}.text` };
    }
  }
}
