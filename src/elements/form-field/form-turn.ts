import type { LitElement } from 'lit';
import type { CheckoutController } from '../../controllers/checkout-controller.js';
import { methodIdOf, payableSession } from '../../core/machine/state.js';
import { methodRecord, type PaymentMethodRecord } from '../../core/payment-methods/index.js';
import { methodOf } from '../../core/session/methods.js';

/**
 * Shows a form only when it is its turn: while the session can be paid, and its method is picked. In a merchant's own
 * arrangement nobody else hides it. Hidden and not taken away, because a card frame that leaves the page forgets.
 * @param form the form of the methods it belongs to; without it, it belongs to all
 */
export function showInTurn(
  host: LitElement,
  checkout: CheckoutController,
  form?: PaymentMethodRecord['form'],
): void {
  host.addController({
    hostUpdate() {
      const { store, state } = checkout;
      if (!store) return;
      const payable = payableSession(state);
      const type = methodOf(payable, methodIdOf(state))?.type;
      host.hidden = !payable || (form !== undefined && methodRecord(type ?? '')?.form !== form);
    },
  });
}
