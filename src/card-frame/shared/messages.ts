import * as z from 'zod/mini';
import { bare } from '../../core/bare.js';
import {
  asText,
  flag,
  given,
  isRecord,
  matching,
  maybe,
  reader,
  softParse,
  type Schema,
} from '../../core/schema.js';
import type { CardMessage } from './card-message.js';

/** Rises when a message changes its meaning; a host and a frame of different versions do not talk. */
export const PROTOCOL_VERSION = 1;

/** 16 random bytes in hex: names one life of one frame, so that a message of another life is not taken for its own. */
export const nonce = reader('a nonce', (value) => matching(/^[\da-f]{32}$/, value));
export const count = reader('a number', (value) =>
  typeof value === 'number' && value >= 0 && value <= 1e6 ? value : undefined,
);
export const word = reader('a word', (value) => matching(/^[a-z][a-z\d_-]{0,39}$/, value));
export const text = reader('a text', (value) => matching(/^[^]{0,300}$/, value));
/**
 * A token needs a letter: a bare number could be the very thing that must not leave the frame. The longest is a cipher of
 * 4096 bits in base64.
 */
const token = reader('a token', (value) => matching(/^(?=.*[A-Za-z])[\w.:+/=-]{4,700}$/, value));
/** As the gateways give it: a short key with a prefix, or a PEM in base64. */
const publicKey = reader('a key', (value) => matching(/^[\w.:+/=\s-]{0,2000}$/, value));
const last4 = reader('four digits', (value) => matching(/^\d{4}$/, value));
/** Milliseconds, up to the eleven days that no token outlives. */
const duration = reader('a duration', (value) =>
  typeof value === 'number' && value >= 0 && value <= 1e9 ? value : undefined,
);

/** A kind of message: its members' names, and how each is read. */
interface Kind<M> {
  readonly names: readonly string[];
  readonly schema: Schema<M>;
}
export const kind = /* @__NO_SIDE_EFFECTS__ */ <S extends Readonly<Record<string, Schema<unknown>>>>(
  members: S,
): Kind<{ [N in keyof S]: S[N] extends Schema<infer T> ? T : never }> => ({
  names: Object.keys(members),
  schema: z.object(members) as never,
});

const nothing: Kind<object> = kind({});

const MAX_BRANDS = 40;
const brands = reader('brands', (value) =>
  Array.isArray(value) && value.length <= MAX_BRANDS ? softParse(z.array(text), value) : undefined,
);

type Kinds = Readonly<Record<string, Kind<object>>>;
/** Members that may be `undefined` may be left out. */
type Members<M> = { readonly [N in keyof M as undefined extends M[N] ? never : N]: M[N] } & {
  readonly [N in keyof M as undefined extends M[N] ? N : never]?: M[N];
};
type MessageOf<K extends Kinds> = {
  [T in keyof K & string]: { readonly type: T } & (K[T] extends Kind<infer M> ? Members<M> : never);
}[keyof K & string];

/** Own members of a message that its kind has, and nothing else of it. */
const known = (data: object, { names }: Kind<object>): object =>
  bare(
    Object.fromEntries(
      // By the names we know: a message may have a million others, and even to list them would take its time.
      names.flatMap((name) =>
        Object.hasOwn(data, name) ? [[name, (data as Record<string, unknown>)[name]]] : [],
      ),
    ),
  );

/**
 * Reads a message of one of the kinds: `undefined` for everything else, whatever its shape. Never throws. Only an own
 * `type` counts: a page may have put one on Object.prototype.
 */
export const reading = /* @__NO_SIDE_EFFECTS__ */ <K extends Kinds>(kinds: K) =>
  (data: unknown): MessageOf<K> | undefined => {
    try {
      const type = isRecord(data) && Object.hasOwn(data, 'type') ? asText(data['type']) : undefined;
      const kind = type !== undefined && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
      const message = kind && softParse(kind.schema, known(data as object, kind));
      return message && ({ type, ...message } as MessageOf<K>);
    } catch {
      return undefined;
    }
  };

// The two messages between the windows: they carry the port over and prove who stands at its other end.
export const parseHello = reading({ 'card-frame-hello': kind({ version: count, nonce }) });
export const parseWelcome = reading({ 'card-frame-welcome': kind({ version: count, nonce }) });

/** Host to frame, through the port. */
export const parseHostMessage = reading({
  configure: kind({
    /** Read through `parseCardFrameStrings`, nothing else. */
    strings: maybe(given),
    /** Read through `parseCardFrameStyle`, nothing else. */
    style: maybe(given),
    /** Card brands the merchant takes; none named = all. */
    brands: maybe(brands),
    /** Which tokenizer the session's method names, the merchant's public key there, and which of its hosts. */
    tokenizer: maybe(/* @__PURE__ */ z.object({ name: word, publicKey, url: maybe(text) })),
  }),
  /** `session`: the one that is paid. */
  tokenize: kind({ id: count, session: maybe(text) }),
  focus: nothing,
  clear_security_code: nothing,
  clear_all: nothing,
});

/** Frame to host, through the port. Nothing here can hold a card number, an expiry or a security code. */
export const parseFrameMessage = reading({
  ready: kind({ nonce, height: count }),
  height: kind({ nonce, height: count }),
  change: kind({ nonce, complete: flag, brand: maybe(word) }),
  submit: kind({ nonce }),
  /** The document is being left, by whoever's wish. */
  gone: kind({ nonce }),
  /** `lifeMs`: how long the token lives from now, where that is short. */
  tokenized: kind({ nonce, id: count, token, last4, brand: maybe(word), lifeMs: maybe(duration) }),
  invalid: kind({ nonce, id: count }),
  failed: kind({
    nonce,
    id: count,
    kind: reader('a kind', (value) => (value === 'network' || value === 'api' ? value : undefined)),
    code: word,
    retryable: flag,
  }),
});

type Message<P extends (data: unknown) => unknown> = NonNullable<ReturnType<P>>;
export type HostMessage = Message<typeof parseHostMessage>;
export type FrameMessage = Message<typeof parseFrameMessage>;
/** A frame's message before its nonce is put on. */
export type FrameReport = FrameMessage | CardMessage extends infer M
  ? M extends FrameMessage | CardMessage
    ? Omit<M, 'nonce'>
    : never
  : never;

/** What the tokenizer answered, before it is a message; everything else in its answer is ignored. */
export const parseTokenAnswer = (body: unknown) =>
  softParse(z.object({ token, last4: maybe(last4), brand: maybe(word) }), body);

/** What the tokenizer refused, and which member of the request. */
export const parseRefusal = (body: unknown) => softParse(z.object({ code: word, param: maybe(word) }), body);

/** Which brands the tokenizer knows a card to carry. */
export const parseBrandsAnswer = (body: unknown) => softParse(z.object({ brands: z.array(word) }), body);
