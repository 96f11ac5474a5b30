import { encryptPkcs1 } from './rsa.js';
import { failed, refused, type Tokenizer } from './tokenizer.js';

/** As on a card: more is cut off, and what is no letter is left out. */
const MAX_HOLDER_LENGTH = 30;

const plainHolder = (name: string): string =>
  name
    .slice(0, MAX_HOLDER_LENGTH)
    .normalize('NFD')
    .replace(/[^a-zA-Z\s]/g, '')
    .trim();

/**
 * PagBank: the card is encrypted here with the merchant's public key, and the cipher is the token; nothing is sent.
 * It holds the moment it was made, so that the gateway can refuse an old one.
 * @see https://developer.pagbank.com.br/reference/criar-chave-publica
 */
export const pagbank: Tokenizer = async (card, { publicKey }) => {
  const holder = plainHolder(card.holderName);
  if (!holder) return refused('holderName');
  const month = String(card.expiryMonth).padStart(2, '0');
  const text = [card.number, card.cvc, month, card.expiryYear, holder, Date.now()].join(';');
  const token = await encryptPkcs1(text, publicKey);
  if (token === undefined) return failed('api', 'public_key_invalid', false);
  return { ok: true, token, last4: card.number.slice(-4) };
};
