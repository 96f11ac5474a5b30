import type { CustomerField, PaymentMethod } from '../session/session.js';

/** Everything about one kind of payment method that is not its screen. One file a method. */
export interface PaymentMethodRecord {
  /** The session's `type` this record answers for. */
  readonly type: string;
  /** The form that asks what is the method's own; customer data is asked by the common form. */
  readonly form: 'card' | 'mobile_money' | 'none';
  /** Whether it is typed in the card frame; the merchant may name one for a session that does not. */
  readonly needsFrame?: boolean;
  /** Customer data the method cannot do without, whatever the session lists. */
  readonly customerFields: readonly CustomerField[];
  /** Names of typed values that travel as the payment's `details`. */
  readonly detailNames: readonly string[];
  /** What the shop does about one that cannot be paid here, where that is not to update this product. */
  readonly remedy?: string;
  /** Whether the method can be paid here as the session offers it. */
  isEligible(method: PaymentMethod, currency: string): boolean;
}
