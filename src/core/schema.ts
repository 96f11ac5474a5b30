import * as z from 'zod/mini';

/*
 * Only `object`, `array`, `transform` and `safeParse` of the library are used anywhere: whatever one file uses of it is
 * in the bytes of the first screen.
 */
export type Schema<T> = z.ZodMiniType<T>;

/** The parse's result, or `undefined` for a value that cannot be one: for the places that may not throw. */
export const softParse = <T>(schema: Schema<T>, value: unknown): T | undefined =>
  z.safeParse(schema, value).data;

/** A field that `read` understands; its `undefined` means "this is not `expected`". */
export const reader = /* @__NO_SIDE_EFFECTS__ */ <T>(
  expected: string,
  read: (value: unknown) => T | undefined,
): Schema<T> =>
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
export const mapped = /* @__NO_SIDE_EFFECTS__ */ <T, R>(
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
export const or = /* @__NO_SIDE_EFFECTS__ */ <T, const F>(
  schema: Schema<T>,
  fallback: F,
): Schema<NonNullable<T> | F> =>
  z.transform(
    (value: unknown, { issues }) => (value == null ? undefined : run(schema, value, issues)) ?? fallback,
  );

/** Optional, but a wrong value is an error: for what decides about money, identity or the way out. */
export const maybe = /* @__NO_SIDE_EFFECTS__ */ <T>(schema: Schema<T>): Schema<T | undefined> =>
  or(schema, undefined);

/** Optional, and dropped when it is wrong: for what only decorates, which is no reason to refuse a payment. */
export const lenient = /* @__NO_SIDE_EFFECTS__ */ <T>(schema: Schema<T>): Schema<T | undefined> =>
  z.transform((value: unknown) => softParse(schema, value));

/** Absent or null is an empty list. */
export const list = /* @__NO_SIDE_EFFECTS__ */ <T>(schema: Schema<T>): Schema<T[]> => or(z.array(schema), []);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The value where it is a string that fits the pattern. */
export const matching = (pattern: RegExp, value: unknown): string | undefined =>
  pattern.exec(asText(value) ?? '')?.[0];

export const text = reader('a string', asText);
/** A string that is not empty: an id, a URL (kept as a string; whoever follows one checks it). No half characters: they fit no address. */
export const word = reader('a non-empty string', (value) => matching(/^\P{Cs}+$/u, value));
export const flag = reader('a boolean', (value) => (typeof value === 'boolean' ? value : undefined));
/** An integer that is not negative: an amount in minor units, or a number of things. JSON's `-0` is read as 0. */
export const whole = reader('an integer of 0 or more', (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) + 0 : undefined,
);
/** Anything but nothing. */
export const given = reader('a value', (value): unknown => value ?? undefined);
/** Any object, its members unread. */
export const record = reader('an object', (value) => (isRecord(value) ? value : undefined));
