import { bare } from '../core/bare.js';
import type { PreparedPayment } from '../core/checkout.js';
import { isTypedAddress, type Draft } from '../core/draft.js';
import { wantedFields } from '../core/payment-methods/index.js';
import type { Address, CheckoutSession, Customer, PaymentMethod } from '../core/session/session.js';
import { isMasked } from '../core/validation/masked.js';
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
  const otherMethods = session.paymentMethods.filter(({ id }) => parts.some((part) => part.methodId === id));
  const entry = await prepareEntry(store, method, session, parts.length > 0);
  noteAttempt(store);
  return {
    customer: withTyped(session, [method, ...otherMethods], draft),
    customFields: bare(
      Object.fromEntries(
        session.customFields.flatMap(({ key, type, methodId = method.id }) => {
          if (![method, ...otherMethods].some(({ id }) => id === methodId)) return [];
          const value = draft.get(`custom.${key}`);
          return [[key, type === 'checkbox' ? value === 'true' : value]];
        }),
      ),
    ),
    ...entry,
    ...(parts.length > 0 && { parts }),
  };
}

/** What is known and shown in full. */
const inFull = <T extends object>(known: T): T =>
  bare(Object.fromEntries(Object.entries(known).filter(([, value]) => !isMasked(value)))) as T;

const TYPED = ['name', 'firstName', 'lastName', 'email', 'phone', 'document', 'documentType'] as const;

/** The session's customer with what was typed on top, as far as these methods ask for it. */
function withTyped(session: CheckoutSession, methods: readonly PaymentMethod[], draft: Draft): Customer {
  const known = inFull(session.customer);
  const wanted = new Set(methods.flatMap((method) => [...wantedFields(session, method)]));
  // What stands in the place of what is known is asked as well. A document's type is often told by the document.
  const isAsked = (field: (typeof TYPED)[number]): boolean =>
    wanted.has(field) ||
    session.customer[field] !== undefined ||
    draft.isAsked(`customer.${field}`) ||
    (field === 'documentType' && isAsked('document'));
  const entries = draft.entries('customer.');
  const typed = TYPED.filter((field) => entries[field] !== undefined && isAsked(field));
  // Another country's parts are kept, and not sent.
  const address: Address = bare(
    Object.fromEntries(
      Object.entries(draft.entries('customer.address.')).filter(([part]) =>
        draft.isAsked(`customer.address.${part}`),
      ),
    ),
  );
  const isWhole = draft.get('changed.address') !== '' || isTypedAddress(draft, known.address ?? {});
  const knownAddress = known.address && inFull(known.address);
  const sent =
    Object.keys(address).length > 0 ? { ...(isWhole ? undefined : knownAddress), ...address } : knownAddress;
  const { address: _known, ...rest } = known;
  return {
    ...rest,
    ...Object.fromEntries(typed.map((field) => [field, entries[field]])),
    ...(sent && Object.keys(sent).length > 0 && { address: sent }),
  };
}
