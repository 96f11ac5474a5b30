import * as z from 'zod/mini';
import { bare } from '../bare.js';
import { CheckoutError } from '../errors.js';
import { lenient, mapped, matching, reader, text, type Schema } from '../schema.js';

export * from '../schema.js';

/** What an answer was meant to be; names the error's code. */
export type Subject = 'session' | 'payment';

/** Path of the answer itself. */
const BODY = '(body)';

/** The error for an answer that is not what it should be. Never quotes a value: it may be anybody's data. */
export const malformed = (subject: Subject, path: string, expected: string): CheckoutError =>
  new CheckoutError({
    kind: 'api',
    code: `malformed_${subject}`,
    message: `The API's ${subject} is malformed at ${path}: expected ${expected}.`,
    // No object at all: rather a page of something in between than the API's own answer, and worth another try.
    retryable: path === BODY,
    path,
  });

/**
 * Reads `body` by `schema`.
 * @throws CheckoutError `api` / `malformed_session` or `malformed_payment` with the path of the first wrong field
 */
export function parseAs<T>(schema: Schema<T>, body: unknown, subject: Subject): T {
  const { data, error } = z.safeParse(schema, body);
  if (!error) return data;
  const issue = error.issues[0] as z.core.$ZodIssue;
  const path = issue.path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
    .join('');
  throw malformed(
    subject,
    path.replace(/^\./, '') || BODY,
    'expected' in issue ? issue.expected : issue.message,
  );
}

/** What a shopper and a host page may be told of a decline; the card's data is no part of it. */
const TOLD =
  /^(insufficient_funds|expired_card|authentication_failed|canceled_by_payer|wrong_pin|limit_exceeded|payer_not_found|payment_timeout|provider_unavailable|processing_error)$/;

/** Any other reason is a plain decline: which part of a stolen card was right is nobody's business. */
export const toldCode = (code: string): string => (TOLD.test(code) ? code : 'declined');

/** A number of goods; they may be weighed. */
export const quantity = reader('a number above 0', (value) =>
  Number.isFinite(value) && (value as number) > 0 ? (value as number) : undefined,
);
/** An ISO 4217 code, or one of four letters (USDC), in any case of letters; upper case from here on. */
export const currency = reader('a currency code', (value) => matching(/^[a-z]{3,4}$/i, value)?.toUpperCase());
/** `#rrggbb`, the one form that is safe to put into a style. */
export const color = reader('a colour', (value) => matching(/^#[\da-f]{6}$/i, value));

/** A number above this is milliseconds already: as seconds it would be past the year 5000. */
const MAX_SECONDS = 1e11;

/** Milliseconds since the epoch of an ISO 8601 time (UTC where it names no offset) or of Unix seconds. */
export function epochMs(value: unknown): number | undefined {
  const iso = matching(/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)?$/, value);
  const ms =
    typeof value === 'number'
      ? Math.round(value < MAX_SECONDS ? value * 1000 : value)
      : Date.parse(iso && /\d$/.test(iso) && !/[+-]\d\d:\d\d$/.test(iso) ? `${iso}Z` : (iso ?? ''));
  return ms >= 0 && ms <= 864e13 ? ms : undefined;
}

export const time = reader('a time', epochMs);

/** One of `values`, in either spelling of canceled; a string nobody has seen before is `fallback`. */
export const knownOr = <const V extends string, const F extends string>(
  values: readonly V[],
  fallback: F,
): Schema<V | F> =>
  mapped(text, (said) => values.find((value) => value === said.replace('cancelled', 'canceled')) ?? fallback);

/** Members of an object that are optional texts; one that is no text is dropped. */
export const textMembers = <const K extends string>(...keys: K[]) =>
  bare(Object.fromEntries(keys.map((key) => [key, lenient(text)])) as Record<K, Schema<string | undefined>>);
