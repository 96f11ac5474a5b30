import { parseRefusal, parseTokenAnswer } from '../../shared/messages.js';
import { post } from './post.js';
import { failed, refused, type Tokenizer } from './tokenizer.js';

/** The native tokeniser: a route beside the frame's document, on its own origin. */
export const sandbox: Tokenizer = async (card, { nonce, timeoutMs }) => {
  const answer = await post(new URL('tokens', location.href), { ...card, frameNonce: nonce }, timeoutMs);
  if ('ok' in answer) return answer;
  const { status, body } = answer;
  if (status >= 200 && status < 300) {
    const accepted = parseTokenAnswer(body);
    if (!accepted) return failed('api');
    const { token, last4, brand } = accepted;
    return { ok: true, token, last4: last4 ?? card.number.slice(-4), ...(brand !== undefined && { brand }) };
  }
  const refusal = parseRefusal(body);
  return refusal?.param === undefined
    ? failed('api', refusal?.code, false)
    : refused(refusal.param, refusal.code);
};
