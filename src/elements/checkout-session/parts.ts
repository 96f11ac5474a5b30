import { html, nothing, type TemplateResult } from 'lit';
import type { CheckoutState } from '../../core/machine/state.js';
import { methodRecord } from '../../core/payment-methods/index.js';
import type { PaymentMethod } from '../../core/session/session.js';
import type { I18n } from '../../i18n/create-i18n.js';
import { failureText, resultWords } from '../result-words.js';

/** `screenOf` while there is something to fill in: the methods are its first part. */
export const FORM_SCREEN = 'payment-method-picker';

/** The element that asks what a method's own form asks. */
const FORM_TAGS: Readonly<Record<string, string>> = { card: 'card-form', mobile_money: 'mobile-money-form' };

/** The element that shows a next action. */
export const ACTION_TAGS: Readonly<Record<string, string>> = {
  qr_code: 'pix-payment',
  voucher: 'boleto-payment',
  phone_prompt: 'mobile-money-prompt',
  three_d_secure: 'three-d-secure',
  redirect: 'payment-redirect',
  one_time_code: 'one-time-code',
};

/** The tag of a method's form; `undefined` for a method that asks nothing of its own. */
export const formTag = (method: PaymentMethod | undefined): string | undefined =>
  method && FORM_TAGS[methodRecord(method.type)?.form ?? ''];

/** What an element's light DOM shows until its file is here: nothing of it is drawn afterwards. */
const WAITING = html`<span class="bones"><span class="bone row"></span><span class="bone row"></span></span>`;

/** One element by its tag. A form that is hidden keeps what was typed in it. */
export function renderElement(tag: string, hidden = false): TemplateResult {
  switch (tag) {
    case 'card-form':
      return html`<card-form ?hidden=${hidden}>${WAITING}</card-form>`;
    case 'mobile-money-form':
      return html`<mobile-money-form ?hidden=${hidden}>${WAITING}</mobile-money-form>`;
    case 'customer-fields':
      return html`<customer-fields>${WAITING}</customer-fields>`;
    case 'pix-payment':
      return html`<pix-payment>${WAITING}</pix-payment>`;
    case 'boleto-payment':
      return html`<boleto-payment>${WAITING}</boleto-payment>`;
    case 'mobile-money-prompt':
      return html`<mobile-money-prompt>${WAITING}</mobile-money-prompt>`;
    case 'three-d-secure':
      return html`<three-d-secure>${WAITING}</three-d-secure>`;
    case 'payment-redirect':
      return html`<payment-redirect>${WAITING}</payment-redirect>`;
    default:
      return html`<one-time-code>${WAITING}</one-time-code>`;
  }
}

const bone = (look: string): TemplateResult => html`<span class="bone ${look}"></span>`;

/** Stands where the order will stand, in its height. */
export const renderSummaryBones = (isNarrow: boolean): TemplateResult =>
  html`<span class="bones">
    ${bone('head')}${bone('short')}${bone('sum')}${isNarrow ? bone('line') : [bone('item'), bone('item')]}
  </span>`;

/** Stands where the methods and the button will stand. */
export const renderFormBones = (): TemplateResult =>
  html`<span class="bones">${bone('short')}${bone('row')}${bone('row')}${bone('row')}</span
    >${bone('button')}`;

/** The end of a payment in two plain lines, for when the file of `<payment-result>` cannot be had. */
export function renderResult(state: CheckoutState, i18n: I18n, merchant: string, manual: boolean): unknown {
  const words = resultWords(state);
  if (!words) return nothing;
  return html`<payment-result ?manual=${manual}
    ><div class="fallback">
      <h2>${i18n.t(words.title)}</h2>
      <p>${i18n.t(words.text, { merchant })}</p>
    </div></payment-result
  >`;
}

/** The tag that stands for the screen of a state; where it changes, something else is to be read or done. */
export const screenOf = (state: CheckoutState): string =>
  state.status === 'idle' || state.status === 'loading'
    ? ''
    : state.status === 'ready' || state.status === 'submitting'
      ? FORM_SCREEN
      : state.status === 'action_required'
        ? (ACTION_TAGS[state.action.type] ?? 'button')
        : 'payment-result';

/** One sentence for each state, for those who hear the page; a failure is told by the alert instead. */
export function spokenState(state: CheckoutState, i18n: I18n): string {
  const words = resultWords(state);
  if (words) return i18n.t(words.title);
  switch (state.status) {
    case 'loading':
      return i18n.t('checkout.loading');
    case 'ready':
      return state.failure ? '' : i18n.t('checkout.ready');
    case 'submitting':
      return i18n.t('pay.busy');
    case 'action_required':
      return i18n.t('checkout.action');
    default:
      return '';
  }
}

/** Why the last try did not go through, while it can be tried again. */
export const failureNotice = (state: CheckoutState, i18n: I18n): string =>
  state.status === 'ready' && state.failure ? failureText(state.failure, i18n) : '';
