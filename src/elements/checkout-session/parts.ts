import { html, nothing, type TemplateResult } from 'lit';
import type { CheckoutState } from '../../core/machine/state.js';
import { methodRecord } from '../../core/payment-methods/index.js';
import { partsOfTry } from '../../core/session/payments.js';
import type { CheckoutSession, Failure, PaymentMethod } from '../../core/session/session.js';
import type { I18n } from '../../i18n/create-i18n.js';
import type { LazyElements } from '../lazy.js';
import { failureText } from '../session-words.js';
import { typeLabel } from '../type-label.js';

/** The element that asks what a method's own form asks. */
const FORM_TAGS: Readonly<Record<string, string>> = { card: 'card-form', mobile_money: 'mobile-money-form' };

/** The element that shows a next action. */
const ACTION_TAGS: Readonly<Record<string, string>> = {
  qr_code: 'pix-payment',
  voucher: 'boleto-payment',
  phone_prompt: 'mobile-money-prompt',
  three_d_secure: 'three-d-secure',
  redirect: 'payment-redirect',
  one_time_code: 'one-time-code',
  wallet_code: 'wallet-code',
  bank_transfer: 'bank-transfer',
  sdk: 'stripe-action',
};

/** The screens of `screenOf` that are no next action. */
export const FORM_SCREEN = 'payment-method-picker';
export const RESULT_SCREEN = 'payment-result';
/** A next action that this version has no element for: all there is, is the way out. */
export const UNKNOWN_ACTION_SCREEN = 'button';

/** The tag that stands for the screen of a state: where it changes, something else is to be read or done. */
export function screenOf(state: CheckoutState): string {
  switch (state.status) {
    case 'idle':
    case 'loading':
      return '';
    case 'ready':
    case 'submitting':
      return FORM_SCREEN;
    case 'action_required':
      return ACTION_TAGS[state.action.type] ?? UNKNOWN_ACTION_SCREEN;
    default:
      return RESULT_SCREEN;
  }
}

/** The tag of a method's form; `undefined` for a method that asks nothing of its own. */
export const formTag = (method: PaymentMethod | undefined): string | undefined =>
  method && FORM_TAGS[methodRecord(method.type)?.form ?? ''];

/** Whether a tag is a method's form. */
export const isForm = (tag: string): boolean => Object.values(FORM_TAGS).includes(tag);

/** Whether another payment may still follow, so that what was typed is worth keeping. */
export const mayPayAgain = ({ status }: CheckoutState): boolean =>
  ['ready', 'submitting', 'action_required', 'processing', 'unknown'].includes(status);

/** Whether it may be paid in parts, or was so far: what came of it is told, and the rest asked for. */
export const isInParts = ({ combined, amount }: CheckoutSession): boolean =>
  combined?.enabled === true || amount.paid > 0;

/** One sentence for each state, for those who hear the page; a failure is told by the alert instead. */
export const spokenState = (state: CheckoutState, i18n: I18n): string =>
  state.status === 'idle' || failureNotice(state, i18n)
    ? ''
    : (state.status === 'succeeded' &&
        state.session.submitType !== 'pay' &&
        i18n.t(`result.${state.session.submitType}.title`)) ||
      i18n.t(`state.${state.status}`);

/** Why the last try did not go through, while it can be tried again. */
export const failureNotice = (state: CheckoutState, i18n: I18n): string =>
  state.status === 'ready' && state.failure ? whyFailed(state.failure, state.session, i18n) : '';

export function renderFailure(state: CheckoutState, i18n: I18n): unknown {
  const failure = failureNotice(state, i18n);
  return failure ? html`<p class="notice danger" part="alert failure">${failure}</p>` : nothing;
}

/** Of a try in parts it names the one that failed. */
function whyFailed(failure: Failure, session: CheckoutSession, i18n: I18n): string {
  const { payment, amount } = session;
  const why = failureText(failure, i18n, payment?.method, amount.paid > 0);
  return payment?.failure?.code === failure.code && isTryInParts(session)
    ? `${typeLabel(payment.method, session, i18n)} (${i18n.money(payment.amount, payment.currency)}): ${why.charAt(0).toLowerCase()}${why.slice(1)}`
    : why;
}

const isTryInParts = (session: CheckoutSession): boolean =>
  isInParts(session) && partsOfTry(session).length > 1;

/** Beside a part of a try that waits, all of them: one of several is not to be taken for the whole. */
export const renderTry = (state: CheckoutState, lazy: LazyElements): unknown =>
  (state.status === 'action_required' || state.status === 'processing') &&
  isTryInParts(state.session) &&
  lazy.need('payment-parts')
    ? html`<payment-parts></payment-parts>`
    : nothing;

/** The order, in the same boxes before and after it is here. */
export const renderSummary = (isNarrow: boolean): TemplateResult =>
  html`<order-summary ?collapsible=${isNarrow}></order-summary>`;

/** Stands where the methods and the button will stand. */
export const renderFormBones = (): TemplateResult =>
  html`<div class="rows">
      <span class="bone"></span>
      ${[0, 1, 2].map(() => html`<div><span class="bone"></span><span class="bone"></span></div>`)}
    </div>
    <span class="bone"></span>`;

/** A way out of what is shown, or `nothing` where there is none. */
export const renderLink = (text: string, act: () => void, part = ''): TemplateResult =>
  html`<button type="button" class="link" part="link ${part}" @click=${act}>${text}</button>`;

/**
 * What became of a payment must be said in any case: fetched, with its words, before the connection may be gone. And what
 * the method needs that a sign of intent points at.
 */
export const fetchAhead = async (state: CheckoutState, sign?: Event): Promise<void> => {
  const path = sign?.composedPath();
  return import('../fetch-ahead.js').then(
    (part) => part.fetchAhead(state, path),
    () => undefined,
  );
};

/**
 * Signs that somebody is about to pay; one method alone is picked from the start, and says nothing. A `pointerover` from row
 * to row would end within the picker.
 */
export const INTENT = ['payment-method-change', 'focusin', 'pointermove'] as const;
