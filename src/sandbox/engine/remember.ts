import type { Customer, CustomField } from '../../core/session/session.js';
import type { PaymentInput, SessionRecord } from './model.js';

/** A value that was shown in part only tells nothing: what is known stands. */
const isTold = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(typeof value === 'string' && /[*•]/.test(value));

/**
 * Keeps what a payment was sent with: nothing of a shopper is stored in a browser, so a page that was left for a bank has
 * it from here. An address replaces an address: the parts of two would make a third.
 */
export function remember(session: SessionRecord, inputs: readonly PaymentInput[]): void {
  for (const { customer, customFields } of inputs) {
    session.customer = { ...session.customer, ...told(customer) };
    session.customFields = session.customFields.map((field) => answered(field, customFields));
  }
}

const told = (customer: Customer): Customer =>
  Object.fromEntries(Object.entries(customer).filter(([, value]) => isTold(value)));

function answered(field: CustomField, answers: Readonly<Record<string, unknown>>): CustomField {
  const value = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined;
  return typeof value === 'string' || typeof value === 'boolean' ? { ...field, value } : field;
}
