import { parseRefusal, parseTokenAnswer } from '../shared/messages.js';
import type { CardData } from './card-form.js';

/** A card became a token, or why it did not. `param`: the member of the request the tokeniser refused. */
export type TokenizeResult =
  | { readonly ok: true; readonly token: string; readonly last4: string; readonly brand: string | undefined }
  | {
      readonly ok: false;
      readonly kind: 'network' | 'api';
      readonly code: string;
      readonly retryable: boolean;
      readonly param?: string;
    };

const TIMEOUT_MS = 15_000;

const failed = (kind: 'network' | 'api', code = 'card_frame_failed', retryable = true): TokenizeResult => ({
  ok: false,
  kind,
  code,
  retryable,
});

/** Same origin as the frame's document, beside it. An init without a prototype takes nothing from a polluted one. */
const send = (card: CardData, nonce: string, timeoutMs: number): Promise<Response> =>
  fetch(
    new URL('tokens', location.href),
    Object.assign(Object.create(null) as RequestInit, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ ...card, frameNonce: nonce }),
      mode: 'same-origin',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    } satisfies RequestInit),
  );

/**
 * Exchanges a card for a token. Never throws, and says nothing of the card but its last four digits. A failure
 * charges nothing, so that a further try is always safe.
 */
export async function tokenizeCard(
  card: CardData,
  nonce: string,
  timeoutMs = TIMEOUT_MS,
): Promise<TokenizeResult> {
  let response: Response;
  let body: unknown;
  try {
    response = await send(card, nonce, timeoutMs);
    body = await response.json().catch((fault: unknown) => {
      // Broken JSON is an answer without a body; a connection that broke off is no answer.
      if (fault instanceof SyntaxError) return undefined;
      throw fault;
    });
  } catch {
    return failed('network');
  }
  const { status } = response;
  if (response.ok) {
    const answer = parseTokenAnswer(body);
    if (!answer) return failed('api');
    return {
      ok: true,
      token: answer.token,
      last4: answer.last4 ?? card.number.slice(-4),
      brand: answer.brand,
    };
  }
  if (status >= 500 || status === 429) return failed('api', status === 429 ? 'rate_limited' : undefined);
  const refusal = parseRefusal(body);
  return {
    ...failed('api', refusal?.code, false),
    ...(refusal?.param !== undefined && { param: refusal.param }),
  };
}
