import { failed, type Failed } from './tokenizer.js';

/** A complete answer; its body is `undefined` where it is not JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Posts JSON with nothing of the browser's own: no cookie, no referrer, no redirect followed. A failure
 * where the card was not judged: no complete answer, too many tries, a fault of the server. `limit`: milliseconds, or what
 * ends it. An init without a prototype takes nothing from a polluted one.
 */
export async function post(url: URL, body: object, limit: number | AbortSignal): Promise<Answer | Failed> {
  try {
    const response = await fetch(
      url,
      Object.assign(Object.create(null) as RequestInit, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
        mode: url.origin === location.origin ? 'same-origin' : 'cors',
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: typeof limit === 'number' ? AbortSignal.timeout(limit) : limit,
      } satisfies RequestInit),
    );
    const { status } = response;
    const answer = { status, body: await bodyOf(response) };
    if (status === 429) return failed('api', 'rate_limited');
    return status >= 500 ? failed('api') : answer;
  } catch {
    return failed('network');
  }
}

/**
 * Broken JSON is an answer without a body; a connection that broke off is no answer. Read apart, as what `json()` fails with
 * differs: WebKit's is no `SyntaxError`.
 */
const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
