import type { CheckoutState } from '../../core/machine/state.js';

/** Notices that the shopper wanted to leave a payment and it lives on: the server would not, or could not be asked. */
export class LeaveWatch {
  /** Whether the last wish to leave came to nothing. */
  wasRefused = false;
  #paymentId: string | undefined;
  #wasLeaving = false;

  /** Call it before each update, so that what is drawn knows. */
  follow(state: CheckoutState): void {
    const waiting = state.status === 'action_required' ? state : undefined;
    const isLeaving = waiting?.leaving === true;
    const isSame = waiting !== undefined && waiting.payment.id === this.#paymentId;
    this.#paymentId = waiting?.payment.id;
    this.wasRefused = isSame && !isLeaving && (this.#wasLeaving || this.wasRefused);
    this.#wasLeaving = isLeaving;
  }
}
