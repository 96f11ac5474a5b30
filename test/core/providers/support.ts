import { expect } from 'vitest';
import { CheckoutError, type CheckoutErrorData } from '../../../src/core/errors.js';
import type { Dialect, PaymentRequest } from '../../../src/core/providers/dialect.js';
import type { CheckoutSession, Payment } from '../../../src/core/session/session.js';

/** Where the provider's own document, or its extension, keeps a value: `['session', 'config', 'items', 0, 'name']`. */
export type Path = readonly (string | number)[];

export const pathOf = (dotted: string): Path =>
  dotted.split(/[.[\]]+/).flatMap((key) => (key === '' ? [] : [/^\d+$/.test(key) ? Number(key) : key]));

/** A copy of `body` with `value` at `path`; `undefined` removes the member, as JSON would. */
export function withValue(body: unknown, dotted: string, value: unknown): unknown {
  const put = (parent: unknown, [key, ...rest]: Path): unknown => {
    if (key === undefined) return value;
    if (Array.isArray(parent))
      return parent.map((member, index) => (index === key ? put(member, rest) : member));
    const members = (parent ?? {}) as Record<string, unknown>;
    const changed = { ...members, [key]: put(members[key], rest) };
    return Object.fromEntries(Object.entries(changed).filter(([, member]) => member !== undefined));
  };
  return put(body, pathOf(dotted));
}

/** The value at a dotted path of a result. */
export const at = (value: unknown, dotted: string): unknown =>
  pathOf(dotted).reduce<unknown>(
    (parent, key) => (parent as Record<string | number, unknown> | undefined)?.[key],
    value,
  );

/** Every leaf of a JSON value as a dotted path: what a field table has to cover. */
export function leaves(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Object.entries(value);
  if (entries.length === 0) return [path];
  return entries.flatMap(([key, member]) =>
    leaves(member, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
  );
}

/** The error a parse ends in. */
export function refusal(parse: () => unknown): CheckoutErrorData {
  try {
    parse();
  } catch (error) {
    expect(error).toBeInstanceOf(CheckoutError);
    return (error as CheckoutError).toData();
  }
  throw new Error('the body was taken');
}

/** A value as it leaves for the network. */
export const onWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/** One row of a field table: a wire value, and what it becomes where. */
export type FieldRow = readonly [field: string, sent: unknown, read: string, becomes: unknown];

/** What a row means, over the dialect's full session. */
export function expectField(dialect: Dialect, body: unknown, [field, sent, read, becomes]: FieldRow): void {
  expect(at(dialect.parseSession(withValue(body, field, sent)), read)).toEqual(becomes);
}

/** The parts of a request that no test is about. */
export function requestFor(
  session: CheckoutSession,
  methodId: string,
  rest: Partial<PaymentRequest> = {},
): PaymentRequest {
  const method = session.paymentMethods.find(({ id }) => id === methodId);
  if (!method) throw new Error(`no method ${methodId}`);
  return {
    session,
    method,
    amount: method.amount ?? session.amount.due,
    currency: method.currency ?? session.currency,
    customer: session.customer,
    customFields: {},
    details: {},
    locale: 'pt-BR',
    returnUrl: 'https://shop.example/cart',
    ...rest,
  };
}

/** What a payment answer holds. */
export function paymentOf(dialect: Dialect, body: unknown, session: CheckoutSession): Payment {
  const { payment } = dialect.parsePayment(body, session);
  if (!payment) throw new Error('no payment');
  return payment;
}
