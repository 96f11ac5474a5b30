import * as z from 'zod/mini';
import { safeUrl } from '../../core/navigation.js';
import { isWebUrl } from '../engine/check-entries.js';
import { invalid, type Problem } from '../engine/problem.js';

/** Path of a member as `items[0].name`. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

/** Of a member that may be one thing or another: what is wrong with the one it is more like. */
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const firsts = issue.errors.flatMap(([first]) => (first ? [first] : []));
  const inner = firsts.find(({ code, path }) => path.length > 0 || code !== 'invalid_type') ?? firsts[0];
  return inner ? nearest({ ...inner, path: [...issue.path, ...inner.path] }) : issue;
}

/** How to put a member right, where its schema does not say it itself. */
function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This value is required.'
        : `This has to be of type ${issue.expected}.`;
    case 'invalid_value':
      return `One of: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `At least ${String(issue.minimum)}, please.`;
    case 'too_big':
      return `At most ${String(issue.maximum)}, please.`;
    case 'unrecognized_keys':
      return 'There is no such member: see the contract for their names.';
    default:
      return 'This value is missing or wrong.';
  }
}

/**
 * A request's body as its schema says.
 * @param refuse what is made of the first wrong member: the provider's answer to it
 * @throws Problem `invalid_request`, or what `refuse` makes, that names the first wrong member
 */
export function check<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
  refuse: (param: string, message: string) => Problem = invalid,
): z.core.output<Schema> {
  const result = z.safeParse(schema, value, { reportInput: true });
  if (result.success) return result.data;
  const [first] = result.error.issues;
  if (!first) throw refuse('body', 'This value is missing or wrong.');
  const issue = nearest(first);
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const message = issue.message === 'Invalid input' ? wordsOf(issue) : issue.message;
  throw refuse(pathOf(path) || 'body', message);
}

const ENDS = ['expiresAt', 'expires_at', 'expiry', 'expires', 'expiration'];

/**
 * Refuses a moment as the end of a session, which no provider takes: it would be dropped without a word, past or not.
 * @param lifetime what to send in its place
 */
export function refuseMomentOfEnd(
  body: unknown,
  lifetime: string,
  refuse: (param: string, message: string) => Problem = invalid,
): void {
  const end = typeof body === 'object' && body !== null && ENDS.find((name) => Object.hasOwn(body, name));
  if (end) throw refuse(end, `The end of a session is not given as a moment: ${lifetime}.`);
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
/** Where a shopper is sent: what the checkout itself would go to. */
export const landingUrl = z
  .string()
  .check(
    z.refine(
      (value) => safeUrl(value) !== undefined,
      'An absolute https URL, without credentials; http on localhost only.',
    ),
  );
/** An amount that may be nothing. */
export const minorUnits = z.int().check(z.nonnegative());
/** An amount that has to be something. */
export const positiveMinorUnits = z.int().check(z.positive());
