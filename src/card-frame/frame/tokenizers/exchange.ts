import { post } from './post.js';
import { failed, refused, type Failed, type TokenizeResult } from './tokenizer.js';

/** How one gateway's answers are read. */
export interface Gateway {
  readonly url: URL;
  readonly body: object;
  readonly timeoutMs: number;
  /** What a success holds; `undefined` where it holds no token. */
  accepted(this: void, body: unknown): Omit<Extract<TokenizeResult, { ok: true }>, 'ok'> | undefined;
  /** The member of the card that was refused, where the answer names one. */
  refusedMember(this: void, body: unknown): string | undefined;
}

/** Asks a gateway for a token. A key or a domain that it does not know is told as 401 or 403. */
export async function exchange(gateway: Gateway): Promise<TokenizeResult> {
  const answer = await post(gateway.url, gateway.body, gateway.timeoutMs);
  if ('ok' in answer) return answer;
  const { status, body } = answer;
  if (status >= 200 && status < 300) {
    const accepted = gateway.accepted(body);
    return accepted ? { ok: true, ...accepted } : failed('api');
  }
  return refusal(status, gateway.refusedMember(body));
}

const refusal = (status: number, param: string | undefined): Failed => {
  if (status === 401 || status === 403) return failed('api', 'public_key_refused', false);
  return param === undefined ? failed('api', 'card_invalid', false) : refused(param);
};
