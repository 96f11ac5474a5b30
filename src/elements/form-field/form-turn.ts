import type { LitElement, ReactiveController } from 'lit';
import type { CheckoutController } from '../../controllers/checkout-controller.js';
import { methodIdOf } from '../../core/machine/state.js';
import { methodRecord, type PaymentMethodRecord } from '../../core/payment-methods/index.js';

/**
 * Shows a form only when it is its turn: while the session can be paid, and its method is picked. In a merchant's own
 * arrangement nobody else hides it. Hidden and not taken away, because a card frame that leaves the page forgets.
 */
export class FormTurn implements ReactiveController {
  readonly #host: LitElement;
  readonly #checkout: CheckoutController;
  readonly #form: PaymentMethodRecord['form'] | undefined;

  /** @param form the form of the methods it belongs to; without it, it belongs to all */
  constructor(host: LitElement, checkout: CheckoutController, form?: PaymentMethodRecord['form']) {
    this.#host = host;
    this.#checkout = checkout;
    this.#form = form;
    host.addController(this);
  }

  hostUpdate(): void {
    const { store, state } = this.#checkout;
    if (!store) return;
    const payable = state.status === 'ready' || state.status === 'submitting' ? state.session : undefined;
    const picked = payable?.paymentMethods.find(({ id }) => id === methodIdOf(state));
    const isMine = this.#form === undefined || (picked && methodRecord(picked.type)?.form === this.#form);
    this.#host.hidden = !payable || !isMine;
  }
}
