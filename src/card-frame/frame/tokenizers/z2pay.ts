import { isRecord, matching } from '../../../core/schema.js';
import { post } from './post.js';
import { failed, refused, type Tokenizer } from './tokenizer.js';

/**
 * Everything that no document says, in one place. z2pay documents a script (`window.Z2Pay.Tokenizer`) with its
 * `{ companyId, apiUrl }`, `createCardToken({ number, holder, document, cvv, expiry })` and `{ tokenId }`, but not the
 * request behind it, and a script of somebody else has no place in this frame. So the route, where the company's id goes,
 * and the names of code and expiry are our reading: put them right here.
 */
const WIRE = {
  route: '/tokens/cards',
  company: 'companyId',
  number: 'number',
  holder: 'holder',
  document: 'document',
  code: 'cvv',
  expiry: 'expiry',
} as const;

/** The core API's documented host, where the session names none. */
const DEFAULT_URL = 'https://api.sandbox.z2pay.com';

/** Where a card may go; the frame's policy has to name it as well. */
const HOSTS = /^https:\/\/api(\.sandbox)?\.z2pay\.com$/;

/** A `tokenId` is good for a day. */
const LIFE_MS = 24 * 3_600_000;

/** Members of their request that a refusal may name, and ours. */
const PARAMS: Readonly<Record<string, string>> = {
  [WIRE.number]: 'number',
  [WIRE.holder]: 'holderName',
  [WIRE.document]: 'document',
  [WIRE.code]: 'cvc',
  [WIRE.expiry]: 'expiryMonth',
};

const send: Tokenizer = async (card, { publicKey, url = DEFAULT_URL, timeoutMs }) => {
  // The secret key of the same dashboard looks much like the public one.
  if (!/^(?!.*_sk_)[\w-]{4,100}$/.test(publicKey)) return failed('api', 'public_key_invalid', false);
  const { origin } = URL.canParse(url) ? new URL(url) : location;
  if (!HOSTS.test(origin)) return failed('api', 'tokenizer_url_invalid', false);
  // "CPF or CNPJ, digits only": since July 2026 there are CNPJs with letters, and the form has said so by now.
  if (!/^(\d{11}|\d{14})$/.test(card.document ?? '')) return refused('document');
  const month = String(card.expiryMonth).padStart(2, '0');
  const answer = await post(
    new URL(WIRE.route, origin),
    {
      [WIRE.company]: publicKey,
      [WIRE.number]: card.number,
      [WIRE.holder]: card.holderName,
      [WIRE.document]: card.document,
      [WIRE.code]: card.cvc,
      [WIRE.expiry]: `${month}/${String(card.expiryYear)}`,
    },
    timeoutMs,
  );
  if ('ok' in answer) return answer;
  const { status, body } = answer;
  if (status >= 200 && status < 300) {
    const token = matching(/^(?=.*[A-Za-z])[\w.:-]{4,256}$/, isRecord(body) && body['tokenId']);
    return token === undefined
      ? failed('api')
      : { ok: true, token, last4: card.number.slice(-4), lifeMs: LIFE_MS };
  }
  if (status === 401 || status === 403) return failed('api', 'public_key_refused', false);
  const error = isRecord(body) && body['error'];
  const param = isRecord(error) && matching(/^\w{1,40}$/, error['param']);
  return typeof param === 'string' && Object.hasOwn(PARAMS, param)
    ? refused(PARAMS[param] ?? '')
    : failed('api', 'card_invalid', false);
};

/**
 * z2pay: the card and its holder's CPF or CNPJ become a `tokenId`.
 * @see docs.z2pay.com, "Tokenizer"
 */
export const z2pay: Tokenizer = Object.assign(send, { needsDocument: true });
