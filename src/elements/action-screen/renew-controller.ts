import { html, type TemplateResult } from 'lit';
import type { CheckoutStore } from '../../controllers/checkout-store.js';
import { methodIdOf, sessionOf } from '../../core/machine/state.js';
import { renewalOf } from '../../core/renewal.js';
import type { Payment } from '../../core/session/session.js';
import type { I18n } from '../../i18n/create-i18n.js';

/** A button that lets the payment go, or does `instead`. */
type RenderLeave = (label: string, look?: 'primary', instead?: () => void) => TemplateResult;

/** The ways on from a code or an account that is over. */
export class RenewController {
  readonly #renderLeave: RenderLeave;

  constructor(renderLeave: RenderLeave) {
    this.#renderLeave = renderLeave;
  }

  /** To another one, by `label`; where there is none to be had it says so, and leads to the form. `check` stands between. */
  render(
    store: CheckoutStore | undefined,
    payment: Payment | undefined,
    i18n: I18n,
    label: string,
    check: unknown,
  ): TemplateResult {
    const another = i18n.t('checkout.another');
    return isOffered(store, payment)
      ? html`${this.#renderLeave(label, 'primary', () => {
          renew(store, payment);
        })}
        ${check} ${this.#renderLeave(another)}`
      : html`<p>${i18n.t('failure.not_renewed')}</p>
          ${this.#renderLeave(another, 'primary')} ${check}`;
  }
}

function isOffered(store: CheckoutStore | undefined, payment: Payment | undefined): boolean {
  const session = store && sessionOf(store.state);
  return !session || !payment || !!renewalOf(session, payment, methodIdOf(store.state));
}

/**
 * At the one press: paid for once the server let this one go, by the method and for the sum of this one, whatever is
 * picked in this tab. Nothing is typed again.
 */
function renew(store: CheckoutStore | undefined, payment: Payment | undefined): void {
  const { checkout } = store ?? {};
  const now = checkout?.getState();
  if (!checkout || !payment || (now?.status === 'action_required' && now.leaving)) return;
  checkout.dispatch({ type: 'action_canceled' });
  void checkout.whenSettled().then(() => {
    const state = checkout.getState();
    if (state.status !== 'ready' || state.failure) return;
    const method = renewalOf(state.session, payment, state.methodId);
    if (method) checkout.dispatch({ type: 'method_selected', methodId: method.id });
    checkout.dispatch(method ? { type: 'payment_submitted' } : { type: 'renewal_failed' });
  });
}
