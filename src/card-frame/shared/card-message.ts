import { matching, maybe, reader } from '../../core/schema.js';
import { count, kind, nonce, reading, text, word } from './messages.js';

/**
 * The card itself, in place of a token. A kind of its own, which a host reads only where the merchant has opted in to it:
 * everywhere else it is no message at all.
 */
export const parseCardMessage = reading({
  card: kind({
    nonce,
    id: count,
    number: reader('a card number', (value) => matching(/^\d{8,19}$/, value)),
    expiryMonth: count,
    expiryYear: count,
    cvc: reader('a security code', (value) => matching(/^\d{3,4}$/, value)),
    holderName: text,
    brand: maybe(word),
  }),
});

export type CardMessage = NonNullable<ReturnType<typeof parseCardMessage>>;
