import { fingerprint } from './ids.js';
import { Problem } from './problem.js';

/** An answer kept to be given again, byte for byte. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
}

interface Entry {
  /** Print of the request: the request itself may hold a card. */
  readonly print: string;
  answer?: StoredAnswer;
}

/** Told to come back after this long while the first request with the key still runs. */
const IN_PROGRESS_RETRY_MS = 1_000;

/**
 * Remembers what was answered to each `Idempotency-Key`, per scope (a session, a merchant). Keys are kept as long as
 * the sandbox lives, so longer than the 24 hours asked for. Synchronous: between `claim` and the caller's own writes
 * nothing else can run.
 */
export class IdempotencyStore {
  readonly #entries = new Map<string, Entry>();

  /**
   * The stored answer if this very request was answered before; otherwise claims the key for the caller.
   * @param request method, path and body: what has to be the same under the same key
   * @throws Problem `idempotency_key_reused` for another request, `in_progress` while the first one runs
   */
  claim(scope: string, key: string, request: string): StoredAnswer | undefined {
    const entry = this.peek(scope, key, request);
    if (entry) return entry;
    this.#entries.set(id(scope, key), { print: fingerprint(request) });
    return undefined;
  }

  /** Like `claim`, without claiming. */
  peek(scope: string, key: string, request: string): StoredAnswer | undefined {
    const entry = this.#entries.get(id(scope, key));
    if (!entry) return undefined;
    if (entry.print !== fingerprint(request)) {
      throw new Problem('idempotency_key_reused', 'This Idempotency-Key was used with another request.');
    }
    if (!entry.answer) {
      throw new Problem('in_progress', 'The first request with this Idempotency-Key is still running.', {
        retryAfterMs: IN_PROGRESS_RETRY_MS,
      });
    }
    return entry.answer;
  }

  store(scope: string, key: string, answer: StoredAnswer): void {
    const entry = this.#entries.get(id(scope, key));
    if (entry) entry.answer = answer;
  }

  /** Forgets a claimed key whose request was refused before anything happened. */
  release(scope: string, key: string): void {
    const entry = this.#entries.get(id(scope, key));
    if (entry && !entry.answer) this.#entries.delete(id(scope, key));
  }
}

const id = (scope: string, key: string): string => `${scope} ${key}`;

const MAX_KEY_LENGTH = 255;

/**
 * The header's value, bare or as the quoted string of the IETF draft (draft-ietf-httpapi-idempotency-key-header);
 * `undefined` where there is none.
 * @throws Problem `invalid_request` for a key that is empty or longer than 255 characters
 */
export function parseIdempotencyKey(header: string | null | undefined): string | undefined {
  if (header === null || header === undefined) return undefined;
  const value = header.trim();
  const key = /^".*"$/.test(value) ? value.slice(1, -1).replace(/\\(["\\])/g, '$1') : value;
  if (!key || key.length > MAX_KEY_LENGTH) {
    throw new Problem('invalid_request', 'The Idempotency-Key has to have 1 to 255 characters.', {
      param: 'Idempotency-Key',
    });
  }
  return key;
}
