import * as z from 'zod/mini';
import { CheckoutError } from '../errors.js';

/*
 * Only `object`, `array`, `transform` and `safeParse` of the library are used in the dialects: whatever one of them
 * uses is in the bytes of all.
 */
export type Schema<T> = z.ZodMiniType<T>;

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

/** The parse's result, or `undefined` for a value that cannot be one: for the places that may not throw. */
export const softParse = <T>(schema: Schema<T>, value: unknown): T | undefined =>
  z.safeParse(schema, value).data;

/** A field that `read` understands; its `undefined` means "this is not `expected`". */
export const reader = <T>(expected: string, read: (value: unknown) => T | undefined): Schema<T> =>
  z.transform((value: unknown, { issues }): T => {
    const result = read(value);
    if (result === undefined) issues.push({ code: 'custom', message: expected, input: value });
    return result as T;
  });

type Issues = z.core.$ZodRawIssue[];

/** Runs a schema inside another's field: what it refuses is refused there. */
function run<T>(schema: Schema<T>, value: unknown, issues: Issues): T | undefined {
  const { data, error } = z.safeParse(schema, value);
  if (error) issues.push(...(error.issues as Issues));
  return data;
}

/** What `schema` read, turned into something else; `refuse` reports a member of it as wrong. */
export const mapped = <T, R>(
  schema: Schema<T>,
  map: (value: T & {}, refuse: (member: string, expected: string) => void) => R,
): Schema<R> =>
  z.transform((input: unknown, { issues }): R => {
    const value = run(schema, input, issues);
    return value == null
      ? (undefined as R)
      : map(value, (member, message) => issues.push({ code: 'custom', message, input, path: [member] }));
  });

/** Absent or null is `fallback`; anything else must fit. */
export const or = <T, const F>(schema: Schema<T>, fallback: F): Schema<NonNullable<T> | F> =>
  z.transform(
    (value: unknown, { issues }) => (value == null ? undefined : run(schema, value, issues)) ?? fallback,
  );

/** Optional, but a wrong value is an error: for what decides about money, identity or the way out. */
export const maybe = <T>(schema: Schema<T>): Schema<T | undefined> => or(schema, undefined);

/** Optional, and dropped when it is wrong: for what only decorates, which is no reason to refuse a payment. */
export const lenient = <T>(schema: Schema<T>): Schema<T | undefined> =>
  z.transform((value: unknown) => softParse(schema, value));

/** Absent or null is an empty list. */
export const list = <T>(schema: Schema<T>): Schema<T[]> => or(z.array(schema), []);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The value where it is a string that fits the pattern. */
export const matching = (pattern: RegExp, value: unknown): string | undefined =>
  pattern.exec(asText(value) ?? '')?.[0];

export const text = reader('a string', asText);
/** A string that is not empty: an id, a URL (kept as a string; whoever follows one checks it). */
export const word = reader('a non-empty string', (value) => asText(value) || undefined);
export const flag = reader('a boolean', (value) => (typeof value === 'boolean' ? value : undefined));
/** An integer that is not negative: an amount in minor units, or a number of things. */
export const whole = reader('an integer of 0 or more', (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined,
);
/** A number of goods; they may be weighed. */
export const quantity = reader('a number above 0', (value) =>
  Number.isFinite(value) && (value as number) > 0 ? (value as number) : undefined,
);
/** Anything but nothing. */
export const given = reader('a value', (value): unknown => value ?? undefined);
/** Any object, its members unread. */
export const record = reader('an object', (value) => (isRecord(value) ? value : undefined));
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
  Object.fromEntries(keys.map((key) => [key, lenient(text)])) as Record<K, Schema<string | undefined>>;
