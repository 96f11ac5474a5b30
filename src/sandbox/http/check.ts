import * as z from 'zod/mini';
import { isWebUrl } from '../engine/check-entries.js';
import { invalid } from '../engine/problem.js';

/** Path of a member as `items[0].name`. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

/**
 * A request's body as its schema says.
 * @throws Problem `invalid_request` that names the first wrong member
 */
export function check<Schema extends z.core.$ZodType>(schema: Schema, value: unknown): z.core.output<Schema> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const missing = issue && issue.code === 'invalid_type' && issue.input === undefined;
  throw invalid(pathOf(issue?.path ?? []) || 'body', missing ? 'This value is required.' : issue?.message);
}

/** @throws Problem `invalid_request` for text that is not JSON; an empty text is `{}`. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid('body', 'The body is not JSON.');
  }
}

/** Text with something in it, trimmed. */
export const text = z.string().check(z.trim(), z.minLength(1));
/** A member that may be absent or `null`; both read as `undefined`. */
export const optional = <Schema extends z.core.SomeType>(schema: Schema) =>
  z.pipe(
    z.optional(z.nullable(schema)),
    z.transform((value) => value ?? undefined),
  );
/** An absolute address; placeholders in braces are no fault. */
export const webUrl = z.string().check(z.refine(isWebUrl, 'This has to be an absolute http(s) URL.'));
/** An amount that may be nothing. */
export const minorUnits = z.int().check(z.nonnegative());
/** An amount that has to be something. */
export const positiveMinorUnits = z.int().check(z.positive());
