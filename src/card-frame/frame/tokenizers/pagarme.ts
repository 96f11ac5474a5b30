import * as z from 'zod/mini';
import { isRecord, matching, maybe, reader, softParse } from '../../../core/schema.js';
import { exchange } from './exchange.js';
import { failed, TOKEN, type Tokenizer } from './tokenizer.js';

/** The one address besides the frame's own that a card may go to; the frame's policy has to name it. */
const TOKENS_URL = 'https://api.pagar.me/core/v5/tokens';

/** A Pagar.me token lives this long. */
const LIFE_MS = 60_000;

const text = (pattern: RegExp) => reader('a text', (value) => matching(pattern, value));
const answerSchema = z.object({
  id: text(TOKEN),
  card: maybe(z.object({ last_four_digits: maybe(text(/^\d{4}$/)), brand: maybe(text(/^[\w .-]{1,40}$/)) })),
});

/** Members of their request and ours. A 422 names them as `request.card.number` or `card.number`. */
const PARAMS: Readonly<Record<string, string>> = {
  number: 'number',
  holder_name: 'holderName',
  exp_month: 'expiryMonth',
  exp_year: 'expiryYear',
  cvv: 'cvc',
};

/**
 * Pagar.me v5: `POST /core/v5/tokens?appId=<public key>`, no Authorization header. The frame's domain has to be
 * registered in the merchant's Pagar.me dashboard; a domain that is not is refused with 401 or 403.
 * @see https://docs.pagar.me/reference/criar-token-cartão-1
 */
export const pagarme: Tokenizer = async (card, { publicKey, timeoutMs }) => {
  if (!/^pk_\w{4,100}$/.test(publicKey)) return failed('api', 'public_key_invalid', false);
  const url = new URL(TOKENS_URL);
  url.searchParams.set('appId', publicKey);
  return exchange({
    url,
    body: {
      type: 'card',
      card: {
        number: card.number,
        holder_name: card.holderName,
        exp_month: card.expiryMonth,
        exp_year: card.expiryYear,
        cvv: card.cvc,
      },
    },
    timeoutMs,
    accepted(body) {
      const said = softParse(answerSchema, body);
      if (!said) return undefined;
      const brand = said.card?.brand?.toLowerCase().replace(/[^a-z]/g, '');
      return {
        token: said.id,
        last4: said.card?.last_four_digits ?? card.number.slice(-4),
        ...(brand && { brand }),
        lifeMs: LIFE_MS,
      };
    },
    refusedMember,
  });
};

/** `{ message, errors: { "request.card.number": ["…"] } }`: whose words are in Portuguese and not shown. */
function refusedMember(body: unknown): string | undefined {
  const errors = isRecord(body) && Object.hasOwn(body, 'errors') ? body['errors'] : undefined;
  if (!isRecord(errors)) return undefined;
  const named = Object.keys(errors).map((name) => name.split('.').at(-1) ?? '');
  return Object.entries(PARAMS).find(([theirs]) => named.includes(theirs))?.[1];
}
