import * as z from 'zod/mini';
import type {
  Customer,
  NextAction,
  Payment,
  PaymentMethod,
  PaymentStatus,
  SessionStatus,
} from '../session/session.js';
import { isDead } from '../session/payment-end.js';
import type { PaymentRequest } from './dialect.js';
import * as p from './parse.js';
import { secret } from './shapes.js';

/*
 * What the four other providers' dialects have in common. Not part of the native dialect, so that a page that speaks
 * that one does not load it.
 */

/** A provider's words for one thing, in lower case. Unknown words, whatever they are, answer `fallback`. */
export const words = <const V extends string, const F extends string>(
  known: Readonly<Record<string, V>>,
  fallback: F,
): p.Schema<V | F> => p.mapped(p.text, (said) => wordIn(known, said) ?? fallback);

/** Looks a provider's word up in a table; `constructor` and its like are words nobody has listed. */
export const wordIn = <V>(known: Readonly<Record<string, V>>, said: string): V | undefined =>
  Object.hasOwn(known, said.toLowerCase()) ? known[said.toLowerCase()] : undefined;

/** Every member of an object, in the order sent; a member that is no object is an unknown extra and left out. */
export const membersOf = <T>(member: p.Schema<T>): p.Schema<(readonly [string, T])[]> =>
  z.transform((value: unknown, { issues }) => {
    if (!p.isRecord(value)) {
      issues.push({ code: 'custom', message: 'an object', input: value });
      return [];
    }
    return Object.entries(value).flatMap(([key, content]) => {
      if (!p.isRecord(content)) return [];
      const { data, error } = z.safeParse(member, content);
      for (const issue of error?.issues ?? [])
        issues.push({ ...(issue as z.core.$ZodRawIssue), path: [key, ...issue.path] });
      return error ? [] : [[key, data] as const];
    });
  });

/** Whether nothing more can come of a payment. */
export const isOver = (payment: Payment): boolean => isDead(payment) || payment.status === 'succeeded';

/** Number of the try that may be made now: the one the server issued, else counted from the last payment. */
export const attemptNow = (issued: number | undefined, payment: Payment | undefined): number =>
  issued ?? (payment ? payment.attempt + Number(isDead(payment)) : 1);

/**
 * One status out of the two that these providers keep: money that moved, or may still move, weighs more than what
 * the session says of itself. A contradiction that cannot be settled so is `unknown`: ask again.
 */
export function combineStatus(
  session: SessionStatus,
  payment: Payment | undefined,
  whole: { readonly amount: number; readonly currency: string },
  offered: readonly PaymentMethod[] = [],
): SessionStatus {
  if (session === 'unknown' || !payment) return session;
  switch (payment.status) {
    case 'succeeded': {
      // A part is not the whole, and what is left of it these providers do not say. In another currency the whole is what a
      // method was offered for.
      const alike = offered.filter(({ type }) => type === payment.method || payment.method === '');
      const prices = [whole, ...alike].flatMap(({ amount, currency }) =>
        currency === payment.currency && amount !== undefined ? [amount] : [],
      );
      const isWhole = prices.some((price) => payment.amount >= price);
      return isWhole || session === 'paid' ? 'paid' : 'unknown';
    }
    case 'processing':
    case 'requires_action':
      return 'processing';
    case 'failed':
      return session === 'paid' ? 'unknown' : session;
    case 'canceled': // given back, or called off after the session was complete
      return session === 'paid' ? 'canceled' : session;
    default:
      return 'unknown';
  }
}

interface PaymentParts extends Omit<Payment, 'failure' | 'nextAction'> {
  readonly failureCode: string | undefined;
  readonly retryable: boolean;
  readonly action: NextAction | undefined;
}

/** A payment in our words: one that waits for the shopper says so, one that failed says why, no other says either. */
export function paymentOf(parts: PaymentParts): Payment {
  const { failureCode, retryable, action, ...payment } = parts;
  const waits = parts.status === 'processing' || parts.status === 'requires_action';
  const status: PaymentStatus = waits && action ? 'requires_action' : parts.status;
  const code = failureCode?.toLowerCase() ?? (status === 'failed' ? 'declined' : 'canceled_by_payer');
  return {
    ...payment,
    status,
    failure: isDead(parts) ? { code: p.toldCode(code), retryable } : undefined,
    nextAction: waits ? action : undefined,
  };
}

/** The first field of an EMV code for payments: what tells one from a picture of one. */
const EMV_START = '000201';

/** A Pix code. `image`, which some documents call the code and others its picture, counts only where it is the code. */
export function pixAction(
  code: string | undefined,
  expiresAt: number | undefined,
  image?: string,
): NextAction | undefined {
  const data = code ?? (image?.startsWith(EMV_START) ? image : undefined);
  return data === undefined ? undefined : { type: 'qr_code', scheme: 'pix', data, expiresAt };
}

interface BoletoParts {
  readonly line: string | undefined;
  readonly barcode: string | undefined;
  readonly pdfUrl: string | undefined;
  readonly expiresAt: number | undefined;
}

export const boletoAction = ({ line, ...rest }: BoletoParts): NextAction | undefined =>
  line === undefined ? undefined : { type: 'voucher', scheme: 'boleto', line, ...rest };

export const urlAction = (
  type: 'redirect' | 'three_d_secure',
  url: string | undefined,
): NextAction | undefined => (url === undefined ? undefined : { type, url });

/** `invalidParam`, `NOT_FOUND`, `Bad Request` as snake_case, then in our words where we have one. */
export function codeIn(known: Readonly<Record<string, string>>, said: unknown): string | undefined {
  const code = p
    .asText(said)
    ?.trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
  return code === undefined ? undefined : (wordIn(known, code) ?? code);
}

/** The tokenizer extension of the snake_case providers. */
export const snakeTokenizer = p.mapped(
  z.object({
    name: p.word,
    frame_url: p.maybe(p.text),
    ...p.textMembers('public_key', 'mode'),
    client_secret: secret,
  }),
  ({ name, frame_url, public_key, mode, client_secret }) => ({
    name,
    frameUrl: frame_url,
    publicKey: public_key,
    mode,
    clientSecret: client_secret,
  }),
);

/** The full name, put together where only its parts are known. */
export const fullName = ({ name, firstName, lastName }: Customer): string | undefined =>
  name ?? ([firstName, lastName].filter(Boolean).join(' ') || undefined);

/** A CPF or CNPJ as APIs take it: no punctuation, letters (of the newer CNPJ) upper case. */
export const plainDocument = (document: string | undefined): string | undefined =>
  document?.replace(/[^\dA-Za-z]/g, '').toUpperCase();

/** In how many instalments the shopper chose to pay, where they were asked. */
export const installmentCount = ({ installments }: PaymentRequest['details']): number | undefined =>
  installments === undefined ? undefined : Number(installments);
