import { bare } from '../core/bare.js';
import type { PreparedPayment } from '../core/checkout.js';
import type { Draft } from '../core/draft.js';
import type { Address, CheckoutSession, Customer, PaymentMethod } from '../core/session/session.js';
import type { CheckoutStore } from './checkout-store.js';
import { noteAttempt } from './own-payment.js';
import { prepareEntry } from './prepare-entry.js';

/** What the form holds, ready to be sent; `undefined` where a control is wrong and has the focus now. */
export async function preparePayment(
  store: CheckoutStore,
  method: PaymentMethod,
  session: CheckoutSession,
): Promise<PreparedPayment | undefined> {
  const { draft, split } = store;
  const wrong = draft.validate();
  if (wrong) {
    wrong.focus();
    return undefined;
  }
  const parts = split?.standing() ?? [];
  const partMethods = parts.map((part) => ({ id: part.methodId }));
  const entry = await prepareEntry(store, method, session, parts.length > 0);
  noteAttempt(store);
  return {
    customer: withTyped(session.customer, draft),
    customFields: bare(
      Object.fromEntries(
        session.customFields.flatMap(({ key, type, methodId = method.id }) => {
          if (![method, ...partMethods].some(({ id }) => id === methodId)) return [];
          const value = draft.get(`custom.${key}`);
          return [[key, type === 'checkbox' ? value === 'true' : value]];
        }),
      ),
    ),
    ...entry,
    ...(parts.length > 0 && { parts }),
  };
}

/** What the server showed in part only is no value to send back. */
const isMasked = (value: unknown): boolean => typeof value === 'string' && /[*•]/.test(value);

/** The session's customer with what was typed on top. */
function withTyped(customer: Customer, draft: Draft): Customer {
  const known: Customer = bare(
    Object.fromEntries(Object.entries(customer).filter(([, value]) => !isMasked(value))),
  );
  const { name, firstName, lastName, email, phone, document, documentType } = draft.entries('customer.');
  const typed = { name, firstName, lastName, email, phone, document, documentType };
  // Another country's parts are kept, and not sent.
  const address: Address = bare(
    Object.fromEntries(
      Object.entries(draft.entries('customer.address.')).filter(([part]) =>
        draft.isAsked(`customer.address.${part}`),
      ),
    ),
  );
  const knownAddress = draft.get('changed.address') ? undefined : known.address;
  return {
    ...known,
    ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)),
    ...(Object.keys(address).length > 0 && { address: { ...knownAddress, ...address } }),
  };
}
