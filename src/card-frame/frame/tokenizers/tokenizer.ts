import type { AskBrands } from '../brand-lookup.js';
import type { CardData } from '../card-form.js';

/** A card became a token, or why it did not. `param`: the member of `CardData` the tokenizer refused. */
export type TokenizeResult =
  | {
      readonly ok: true;
      readonly token: string;
      readonly last4: string;
      readonly brand?: string;
      /** Milliseconds the token lives from now, where the tokenizer says so. */
      readonly lifeMs?: number;
    }
  | {
      readonly ok: false;
      readonly kind: 'network' | 'api';
      readonly code: string;
      readonly retryable: boolean;
      readonly param?: string;
    };

/** What the session's method says of its tokenizer, beside its name. */
export interface TokenizerOptions {
  /** The merchant's public key at the gateway. */
  readonly publicKey: string;
  /** Which of the gateway's hosts; each tokenizer knows its own, and takes no other. */
  readonly url?: string;
  /** Names this life of the frame: a tokenizer that knows it binds the token to it. */
  readonly nonce: string;
  /** Id of the session that is paid. */
  readonly session?: string | undefined;
  readonly timeoutMs: number;
}

/** Exchanges a card for a token. Never throws: a failure charges nothing, so that a further try is always safe. */
export interface Tokenizer {
  (card: CardData, options: TokenizerOptions): Promise<TokenizeResult>;
  /** Where it knows which brands a card carries, by its first eight digits. Never rejects: no answer is an empty one. */
  readonly brandsOf?: AskBrands;
  /** Whether the form has to ask for the holder's CPF or CNPJ, in digits. */
  readonly needsDocument?: boolean;
}

/** A gateway's token. It has a letter: a bare number could be the very thing that must not leave the frame. */
export const TOKEN = /^(?=.*[A-Za-z])[\w.:-]{4,256}$/;

export type Failed = Extract<TokenizeResult, { ok: false }>;

export const failed = (kind: 'network' | 'api', code = 'card_frame_failed', retryable = true): Failed => ({
  ok: false,
  kind,
  code,
  retryable,
});

/** The tokenizer refused one field of the card. */
export const refused = (param: string, code = 'card_invalid'): Failed => ({
  ...failed('api', code, false),
  param,
});
