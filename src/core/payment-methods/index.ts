import { currencyOf } from '../session/methods.js';
import { integrationError, type CheckoutErrorData } from '../errors.js';
import type { Customer, CheckoutSession, CustomerField, PaymentMethod } from '../session/session.js';
import { bankRedirect } from './bank-redirect.js';
import { bankTransfer } from './bank-transfer.js';
import { boleto } from './boleto.js';
import { card } from './card.js';
import { mobileMoney } from './mobile-money.js';
import { pix } from './pix.js';
import type { PaymentMethodRecord } from './record.js';
import { zimswitch } from './zimswitch.js';

export type { PaymentMethodRecord } from './record.js';

const RECORDS: ReadonlyMap<string, PaymentMethodRecord> = new Map(
  [card, pix, boleto, mobileMoney, bankRedirect, bankTransfer, zimswitch].map((record) => [
    record.type,
    record,
  ]),
);

/** Every method type this version can show. */
export const METHOD_TYPES: readonly string[] = [...RECORDS.keys()];

/** The record of a method type; `undefined` for one that this version does not know. */
export const methodRecord = (type: string): PaymentMethodRecord | undefined => RECORDS.get(type);

/**
 * The session with the methods that can be shown and paid here; the types of the others are kept for the report.
 * `cardFrameUrl` is the merchant's, for a session whose card method names no frame.
 */
export function supportedSession(session: CheckoutSession, cardFrameUrl?: string): CheckoutSession {
  const offered = session.paymentMethods.map((method) =>
    cardFrameUrl !== undefined &&
    method.tokenizer?.frameUrl === undefined &&
    methodRecord(method.type)?.needsFrame
      ? {
          ...method,
          tokenizer: {
            ...method.tokenizer,
            name: method.tokenizer?.name ?? 'sandbox',
            frameUrl: cardFrameUrl,
          },
        }
      : method,
  );
  // The session's amount in another currency's units would be another amount.
  const isPriced = ({ currency = session.currency, amount }: PaymentMethod): boolean =>
    currency === session.currency || amount !== undefined;
  const isShown = (method: PaymentMethod): boolean =>
    isPriced(method) &&
    (methodRecord(method.type)?.isEligible(method, currencyOf(session, method)) ??
      method.flow === 'redirect');
  const omitted = offered.filter((method) => !isShown(method));
  // A dialect whose provider takes the card itself has its own reason.
  const omission =
    session.omission ??
    (omitted.some(({ tokenizer }) => tokenizer?.name === 'raw')
      ? integrationError(
          'raw_card_not_allowed',
          'The tokenizer “raw” is not for this provider.',
          'Name one that makes a token.',
        ).toData()
      : remedyOf(omitted, session));
  return {
    ...session,
    ...(omission && { omission }),
    paymentMethods: offered.filter(isShown),
    omittedMethodTypes: [...new Set(omitted.map(({ type }) => type))],
  };
}

/** Why methods that this version knows are left out, where it is that the session does not say enough of them. */
function remedyOf(
  omitted: readonly PaymentMethod[],
  session: CheckoutSession,
): CheckoutErrorData | undefined {
  const remedy = omitted
    .map((method) => ({ method, record: methodRecord(method.type) }))
    .find(({ method, record }) => record?.isEligible(method, currencyOf(session, method)) === false)
    ?.record?.remedy;
  const types = omitted.map(({ type }) => type).join(', ');
  return remedy === undefined
    ? undefined
    : integrationError('unsupported_method', `These methods cannot be shown: ${types}.`, remedy).toData();
}

/** Customer data that a payment by this method cannot do without: required by session, method or record. */
export const wantedFields = (
  session: CheckoutSession,
  method: PaymentMethod | undefined,
): ReadonlySet<string> =>
  new Set<string>([
    ...session.requiredFields,
    ...(method?.requiredFields ?? []),
    ...((method && methodRecord(method.type)?.customerFields) ?? []),
  ]);

/**
 * Customer data still to be asked for a method: wanted, and not known yet.
 * @param isAsked what is asked in any case
 */
export function missingFields(
  session: CheckoutSession,
  method: PaymentMethod | undefined,
  isAsked?: (field: CustomerField) => boolean,
): readonly CustomerField[] {
  const wanted = wantedFields(session, method);
  return ASKING_ORDER.filter(
    (field) => isAsked?.(field) || (wanted.has(field) && !isKnown(session.customer, field, wanted)),
  );
}

const ASKING_ORDER: readonly CustomerField[] = [
  'email',
  'name',
  'firstName',
  'lastName',
  'documentType',
  'document',
  'phone',
  'address',
];

/** A full name and its parts stand for one another: neither is asked where the other is known or asked. */
function isKnown(customer: Customer, field: CustomerField, wanted: ReadonlySet<string>): boolean {
  const byParts =
    Boolean(customer.firstName && customer.lastName) || (wanted.has('firstName') && wanted.has('lastName'));
  if (field === 'name') return Boolean(customer.name) || byParts;
  if (field === 'firstName' || field === 'lastName') return Boolean(customer[field] ?? customer.name);
  if (field === 'address')
    return Boolean(customer.address?.line1 && (customer.address.city ?? customer.address.postalCode));
  return Boolean(customer[field]);
}
