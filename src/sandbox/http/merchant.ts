import { parseIdempotencyKey } from '../engine/idempotency.js';
import { invalid } from '../engine/problem.js';
import { parseJson } from './check.js';
import { JSON_TYPE, respond, type Answer, type SandboxRequest, type ServerContext } from './context.js';

/**
 * Runs a merchant's write once for each `Idempotency-Key`; without a key it always runs. A request that is refused
 * leaves its key free, as nothing happened.
 * @param scope whose keys these are
 */
export async function idempotently(
  { engine }: ServerContext,
  c: SandboxRequest,
  scope: string,
  run: (body: unknown) => Answer,
): Promise<Response> {
  const text = await c.req.text();
  const key = parseIdempotencyKey(c.req.header('Idempotency-Key'));
  if (key === undefined) return respond(run(parseJson(text)));
  const stored = engine.keys.claim(scope, key, `${c.req.method} ${c.req.path}\n${text}`);
  if (stored) {
    const headers = { 'Content-Type': stored.contentType, 'Idempotency-Replayed': 'true' };
    return new Response(stored.body, { status: stored.status, headers });
  }
  try {
    const answer = run(parseJson(text));
    engine.keys.store(scope, key, {
      status: answer.status,
      body: JSON.stringify(answer.body),
      contentType: JSON_TYPE,
    });
    return respond(answer);
  } catch (problem) {
    engine.keys.release(scope, key);
    throw problem;
  }
}

/**
 * A whole number of the query string.
 * @throws Problem `invalid_request` for other text, or a number out of bounds
 */
export function queryNumber(
  c: SandboxRequest,
  name: string,
  bounds: { readonly min: number; readonly max?: number; readonly fallback: number },
): number {
  const text = c.req.query(name);
  if (text === undefined) return bounds.fallback;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= bounds.min && value <= (bounds.max ?? Number.MAX_SAFE_INTEGER))) throw invalid(name);
  return value;
}

/** A word of the query string out of a list. @throws Problem `invalid_request` for any other word */
export function queryWord<const Word extends string>(
  c: SandboxRequest,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = c.req.query(name);
  if (text === undefined) return undefined;
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw invalid(name, `One of ${words.join(', ')}.`);
  return word;
}

/** Newest first; of the same instant, the later created first. */
export const newestFirst = <T extends { readonly createdAt: number }>(records: readonly T[]): T[] =>
  [...records].reverse().sort((a, b) => b.createdAt - a.createdAt);
