import type { PreparedPart } from '../../core/checkout-options.js';
import type { CheckoutSession } from '../../core/session/session.js';
import { paidParts } from '../../core/session/payments.js';
import type { I18n } from '../../i18n/create-i18n.js';
import { typeLabel } from '../type-label.js';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `Card Visa ····4242`, or the name of a method alone. */
export const partName = (label: string, card: PreparedPart['card']): string =>
  [label, card?.brand && capital(card.brand), card?.last4 && `····${card.last4}`].filter(Boolean).join(' ');

/** What was paid, each part with its method: `R$ 40.00 with Card and R$ 10.00 with Pix`. */
export function paidText(session: CheckoutSession, i18n: I18n): string {
  const parts = paidParts(session).map(({ amount, currency, method: type }) => {
    const method = typeLabel(type, session, i18n);
    return i18n.t('split.with', { amount: i18n.money(amount, currency), method });
  });
  return parts.length > 0 ? i18n.list(parts) : i18n.money(session.amount.paid, session.currency);
}
