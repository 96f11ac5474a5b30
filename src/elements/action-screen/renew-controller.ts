import { html, type TemplateResult } from 'lit';
import type { CheckoutStore } from '../../controllers/checkout-store.js';
import { methodIdOf, sessionOf } from '../../core/machine/state.js';
import { renewalOf } from '../../core/renewal.js';
import type { Payment } from '../../core/session/session.js';
import type { I18n } from '../../i18n/create-i18n.js';

/** A button that lets the payment go, or does `instead`. */
type RenderLeave = (label: string, look: 'primary', instead?: () => void) => TemplateResult;

/** Asks for another code or account, and where there is none to be had says so and leads to the form. */
export class RenewController {
  readonly #renderLeave: RenderLeave;

  constructor(renderLeave: RenderLeave) {
    this.#renderLeave = renderLeave;
  }

  render(store: CheckoutStore | undefined, payment: Payment | undefined, i18n: I18n, label: string): unknown {
    if (this.isOffered(store, payment))
      return this.#renderLeave(label, 'primary', () => {
        renew(store, payment);
      });
    return html`<p>${i18n.t('failure.not_renewed')}</p>
      ${this.#renderLeave(i18n.t('checkout.another'), 'primary')}`;
  }

  isOffered(store: CheckoutStore | undefined, payment: Payment | undefined): boolean {
    const session = store && sessionOf(store.state);
    return !session || !payment || !!renewalOf(session, payment, methodIdOf(store.state));
  }
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
