import { pagarme } from './pagarme.js';
import { pagbank } from './pagbank.js';
import { sandbox } from './sandbox.js';
import type { Tokenizer } from './tokenizer.js';
import { z2pay } from './z2pay.js';

/** By the name that the session's card method gives. A provider that names none has the native route. */
const TOKENIZERS: Readonly<Record<string, Tokenizer>> = { sandbox, pagarme, pagbank, z2pay };

/** `undefined`: this release does not know it, and a card is given to nobody by guessing. */
export const tokenizerNamed = (name: string): Tokenizer | undefined =>
  Object.hasOwn(TOKENIZERS, name) ? TOKENIZERS[name] : undefined;
