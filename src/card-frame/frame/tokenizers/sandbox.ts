import { parseBrandsAnswer, parseRefusal, parseTokenAnswer } from '../../shared/messages.js';
import type { AskBrands } from '../brand-lookup.js';
import { post } from './post.js';
import { failed, refused, type Tokenizer } from './tokenizer.js';

const tokenize: Tokenizer = async (card, { nonce, session, timeoutMs }) => {
  const answer = await post(
    new URL('tokens', location.href),
    { ...card, frameNonce: nonce, session },
    timeoutMs,
  );
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

const brandsOf: AskBrands = async (bin, signal) => {
  const answer = await post(new URL('brands', location.href), { bin }, signal);
  return 'ok' in answer ? [] : (parseBrandsAnswer(answer.body)?.brands ?? []);
};

/** The native tokenizer: routes beside the frame's document, on its own origin. */
export const sandbox: Tokenizer = Object.assign(tokenize, { brandsOf });
