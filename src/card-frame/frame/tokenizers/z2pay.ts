import { isRecord, matching } from '../../../core/schema.js';
import { exchange } from './exchange.js';
import { failed, refused, TOKEN, type Tokenizer } from './tokenizer.js';

/*
 * Everything that no document says, in one place. z2pay documents a script (`window.Z2Pay.Tokenizer`) with its
 * `{ companyId, apiUrl }`, `createCardToken({ number, holder, document, cvv, expiry })` and `{ tokenId }`, but not the
 * request behind it, and a script of somebody else has no place in this frame. So the route, where the company's id goes,
 * the names of document, code and expiry, and the member that names what was refused are our reading: put them right here.
 */
const ROUTE = '/tokens/cards';
const COMPANY = 'companyId';
const REFUSED = 'param';
/** Members of their request, and of a card. */
const MEMBERS = [
  ['number', 'number'],
  ['holder', 'holderName'],
  ['document', 'document'],
  ['cvv', 'cvc'],
  ['expiry', 'expiryMonth'],
] as const;

/** The core API's documented host, where the session names none. */
const DEFAULT_URL = 'https://api.sandbox.z2pay.com';

/** Where a card may go; the frame's policy has to name it as well. */
const HOSTS = /^https:\/\/api(\.sandbox)?\.z2pay\.com\/?$/;

/** A `tokenId` is good for a day. */
const LIFE_MS = 86_400_000;

const createToken: Tokenizer = async (card, { publicKey, url = DEFAULT_URL, timeoutMs }) => {
  // The secret key of the same dashboard looks much like the public one.
  if (!/^(?!.*_sk_)[\w-]{4,100}$/.test(publicKey)) return failed('api', 'public_key_invalid', false);
  if (!HOSTS.test(url)) return failed('api', 'tokenizer_url_invalid', false);
  // "CPF or CNPJ, digits only": since July 2026 there are CNPJs with letters, and the form has said so by now.
  if (!/^(\d{11}|\d{14})$/.test(card.document ?? '')) return refused('document');
  const month = String(card.expiryMonth).padStart(2, '0');
  const typed = { ...card, expiryMonth: `${month}/${String(card.expiryYear)}` };
  const body = Object.fromEntries(MEMBERS.map(([theirs, ours]) => [theirs, typed[ours]]));
  return exchange({
    url: new URL(ROUTE, url),
    body: { [COMPANY]: publicKey, ...body },
    timeoutMs,
    accepted(said) {
      const token = matching(TOKEN, isRecord(said) && said['tokenId']);
      return token === undefined ? undefined : { token, last4: card.number.slice(-4), lifeMs: LIFE_MS };
    },
    refusedMember(said) {
      const error = isRecord(said) && said['error'];
      return MEMBERS.find(([theirs]) => isRecord(error) && error[REFUSED] === theirs)?.[1];
    },
  });
};

/**
 * z2pay: the card and its holder's CPF or CNPJ become a `tokenId`.
 * @see docs.z2pay.com, "Tokenizer"
 */
export const z2pay: Tokenizer = Object.assign(createToken, { needsDocument: true });
