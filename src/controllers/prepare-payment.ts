import { bare } from '../core/bare.js';
import type { PreparedPayment } from '../core/checkout.js';
import { CheckoutError } from '../core/errors.js';
import type { Draft } from '../core/draft.js';
import { methodRecord } from '../core/payment-methods/index.js';
import type { CardToken, RawCard } from '../core/providers/dialect.js';
import type { Address, CheckoutSession, Customer, PaymentMethod } from '../core/session/session.js';
import { explainRefusal } from './card-refusal.js';
import type { CheckoutStore } from './checkout-store.js';
import { liftFrame } from './lift-frame.js';
import { noteAttempt } from './own-payment.js';

/** What the form holds, ready to be sent; `undefined` where a control is wrong and has the focus now. */
export async function preparePayment(
  store: CheckoutStore,
  method: PaymentMethod,
  session: CheckoutSession,
): Promise<PreparedPayment | undefined> {
  const { draft } = store;
  const record = methodRecord(method.type);
  const wrong = draft.validate();
  if (wrong) {
    wrong.focus();
    return undefined;
  }
  const card = record?.form === 'card' ? await tokenize(store, session) : undefined;
  noteAttempt(store);
  const typed = draft.entries();
  // Picked for another method, or before the offers went: the pay button says nothing of it.
  if (!method.installments?.length) {
    delete typed['installments'];
    delete typed['installmentTotal'];
  }
  return {
    customer: withTyped(session.customer, draft),
    customFields: bare(
      Object.fromEntries(
        session.customFields.flatMap(({ key, type, methodId = method.id }) => {
          if (methodId !== method.id) return [];
          const value = draft.get(`custom.${key}`);
          return [[key, type === 'checkbox' ? value === 'true' : value]];
        }),
      ),
    ),
    details: bare(
      Object.fromEntries(
        (record?.detailNames ?? []).flatMap((name) =>
          typed[name] === undefined ? [] : [[name, typed[name]]],
        ),
      ),
    ),
    ...(card && (Object.hasOwn(card, 'token') ? { card: card as CardToken } : { rawCard: card as RawCard })),
  };
}

async function tokenize(
  { cardTokenizer }: CheckoutStore,
  { id }: CheckoutSession,
): Promise<CardToken | RawCard> {
  if (!cardTokenizer)
    throw new CheckoutError({
      kind: 'integration',
      code: 'card_frame_failed',
      message: 'There is no card form on the page.',
      hint: 'Put a <card-form> among the elements of this checkout.',
    });
  return cardTokenizer.tokenize(id).catch((error: unknown) => {
    // So that the next press finds it seen.
    if (error instanceof CheckoutError && error.code === 'card_frame_covered')
      liftFrame(cardTokenizer.holder?.());
    throw explainRefusal(error);
  });
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
