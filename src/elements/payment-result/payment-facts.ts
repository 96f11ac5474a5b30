import type { CheckoutState } from '../../core/machine/state.js';
import { paidParts } from '../../core/session/payments.js';
import type { CheckoutSession } from '../../core/session/session.js';
import type { I18n } from '../../i18n/create-i18n.js';
import { methodLabel } from '../method-words.js';
import { typeLabel } from '../type-label.js';

type Fact = [name: string, value: string];

/** What was paid and how, or is being paid: of a purchase in parts each of them. */
export function paymentFacts(
  { status, payment, methodId }: Extract<CheckoutState, { status: 'succeeded' | 'processing' }>,
  session: CheckoutSession,
  i18n: I18n,
): readonly Fact[] {
  const paid = status === 'succeeded' ? paidParts(session) : [];
  if (paid.length > 1)
    return [
      [i18n.t('result.amount'), i18n.money(session.amount.total, session.currency)],
      ...paid.map(({ method, amount, currency }): Fact => [
        typeLabel(method, session, i18n),
        i18n.money(amount, currency),
      ]),
    ];
  const isPart = session.payments?.some(
    ({ id, attempt }) => attempt === payment?.attempt && id !== payment.id,
  );
  const method = session.paymentMethods.find(({ id, type }) =>
    methodId === undefined || isPart ? type === payment?.method : id === methodId,
  );
  // Not told yet: what the method charges, as the pay button said it.
  const { amount = session.amount.due, currency = session.currency } = payment ?? method ?? {};
  const parts = payment?.installments;
  const charged = parts?.total ?? amount;
  const facts: Fact[] = [];
  if (charged > 0) facts.push([i18n.t('result.amount'), i18n.money(charged, currency)]);
  if (parts && parts.count > 1) {
    const each = { quantity: parts.count, amount: i18n.money(parts.amount, currency) };
    facts.push([i18n.t('card.installments'), i18n.t('summary.times', each)]);
  }
  if (method) facts.push([i18n.t('result.method'), methodLabel(method, i18n)]);
  return facts;
}
