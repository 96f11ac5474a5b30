import * as z from 'zod/mini';
import {
  PAYMENT_STATUSES,
  SESSION_STATUSES,
  SUBMIT_TYPES,
  type NextAction,
  type Payment,
} from '../session/session.js';
import { Secret } from '../session/secret.js';
import * as p from './parse.js';
import * as shapes from './shapes.js';

/** Members without which an action cannot be taken, by type and scheme; any other action is `unknown`. */
const ACTION_MEMBERS = new Map([
  ['redirect', ['url']],
  ['three_d_secure', ['url']],
  ['qr_code:pix', ['data']],
  ['voucher:boleto', ['line']],
  ['phone_prompt', ['network', 'phone']],
  ['one_time_code', ['length']],
  ['wallet_code', ['code']],
  ['bank_transfer', ['rows']],
  ['sdk', ['name', 'data']],
]);

const nextAction = p.mapped(
  z.object({
    type: p.word,
    ...p.textMembers('scheme', 'url', 'line', 'barcode', 'pdfUrl', 'network', 'phone', 'fallback', 'name'),
    ...p.textMembers('code', 'deepLink', 'dial', 'reference'),
    rows: p.lenient(p.given),
    amount: p.lenient(p.whole),
    data: p.lenient(p.given),
    length: p.lenient(p.whole),
    expiresAt: p.lenient(p.time),
    resendAfter: p.lenient(p.time),
  }),
  (action, refuse) => {
    const name = action.scheme === undefined ? action.type : `${action.type}:${action.scheme}`;
    const members = ACTION_MEMBERS.get(name);
    if (!members) return { type: 'unknown', name } as const;
    for (const member of members) {
      const value = (action as Readonly<Record<string, unknown>>)[member];
      if (value === undefined || (name === 'qr_code:pix' && typeof value !== 'string'))
        refuse(member, 'a value');
    }
    // What an SDK goes on with may be what it is let in with.
    return (name === 'sdk' ? { ...action, data: new Secret(action.data) } : action) as NextAction;
  },
);

export const payment: p.Schema<Payment> = z.object({
  id: p.word,
  attempt: p.whole,
  status: p.knownOr(PAYMENT_STATUSES, 'unknown'),
  amount: p.whole,
  currency: p.currency,
  method: p.or(p.text, ''),
  failure: p.maybe(
    z.object({ code: p.mapped(p.word, p.toldCode), retryable: p.or(p.flag, true), param: p.lenient(p.text) }),
  ),
  installments: p.lenient(shapes.installment),
  nextAction: p.maybe(nextAction),
});

const customer = z.object({
  ...p.textMembers('name', 'firstName', 'lastName', 'email', 'phone', 'document', 'documentType'),
  address: p.lenient(
    z.object(
      p.textMembers('line1', 'number', 'complement', 'district', 'city', 'state', 'postalCode', 'country'),
    ),
  ),
});

const item = z.object({
  name: p.text,
  description: p.lenient(p.text),
  imageUrl: p.lenient(p.text),
  quantity: p.quantity,
  unitAmount: p.whole,
  totalAmount: p.whole,
  tax: p.lenient(
    z.object({
      name: p.lenient(p.text),
      type: p.knownOr(['percentage'], 'fixed'),
      value: p.text,
      amount: p.whole,
    }),
  ),
});

const method = z.object({
  id: p.word,
  type: p.word,
  label: p.lenient(p.text),
  enabled: p.or(p.flag, true),
  requiredFields: p.list(p.text),
  currency: p.maybe(p.currency),
  amount: p.maybe(p.whole),
  exchangeRate: p.lenient(p.text),
  flow: p.lenient(p.reader('redirect', (value) => (value === 'redirect' ? value : undefined))),
  networks: p.maybe(z.array(p.text)),
  brands: p.lenient(z.array(p.text)),
  installments: p.maybe(shapes.installments),
  tokenizer: p.maybe(shapes.tokenizer),
});

export const session = z.object({
  id: p.word,
  version: p.whole,
  livemode: p.or(p.flag, true),
  status: p.knownOr(SESSION_STATUSES, 'unknown'),
  attempt: p.whole,
  currency: p.currency,
  amount: z.object({
    subtotal: p.maybe(p.whole),
    discount: p.or(p.whole, 0),
    tax: p.or(p.whole, 0),
    shipping: p.or(p.whole, 0),
    total: p.whole,
    paid: p.or(p.whole, 0),
  }),
  items: p.list(item),
  merchant: p.or(
    z.object({ name: p.or(p.text, ''), ...p.textMembers('logoUrl', 'supportUrl', 'supportEmail') }),
    { name: '' },
  ),
  branding: shapes.branding,
  locale: p.lenient(p.text),
  submitType: p.or(p.knownOr(SUBMIT_TYPES, 'pay'), 'pay'),
  customer: p.or(p.lenient(customer), {}),
  requiredFields: p.list(p.text),
  customFields: p.list(shapes.customField),
  paymentMethods: z.array(method),
  combined: p.lenient(z.object({ enabled: p.flag, max: p.or(p.whole, 2) })),
  successUrl: p.maybe(p.text),
  cancelUrl: p.maybe(p.text),
  failureUrl: p.maybe(p.text),
  refreshToken: shapes.secret,
  metadata: shapes.metadata,
  createdAt: p.lenient(p.time),
  expiresAt: p.maybe(p.time),
  serverNow: p.lenient(p.time),
  payment: p.maybe(payment),
  payments: p.maybe(z.array(payment)),
});
