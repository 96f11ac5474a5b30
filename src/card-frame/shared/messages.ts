import * as z from 'zod/mini';

/** Rises when a message changes its meaning; a host and a frame of different versions do not talk. */
export const PROTOCOL_VERSION = 1;

/** 16 random bytes in hex: names one life of one frame, so that a message of another life is not taken for its own. */
const nonce = z.string().check(z.regex(/^[\da-f]{32}$/));
const count = z.number().check(z.gte(0), z.lte(1e6));
const word = z.string().check(z.regex(/^[a-z][a-z\d_-]{0,39}$/));
const text = z.string().check(z.maxLength(300));

// The two messages between the windows: they carry the port over and prove who stands at its other end.
const helloSchema = z.object({ type: z.literal('card-frame-hello'), version: count, nonce });
const welcomeSchema = z.object({ type: z.literal('card-frame-welcome'), version: count, nonce });

/** Host to frame, through the port. */
const hostMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('configure'),
    /** Read through `parseCardFrameStrings`, nothing else. */
    strings: z.optional(z.unknown()),
    /** Read through `parseCardFrameStyle`, nothing else. */
    style: z.optional(z.unknown()),
    /** Card brands the merchant takes; none named = all. */
    brands: z.optional(z.array(text).check(z.maxLength(40))),
  }),
  z.object({ type: z.literal('tokenize'), id: count }),
  z.object({ type: z.literal('focus') }),
  z.object({ type: z.literal('clear_security_code') }),
  z.object({ type: z.literal('clear_all') }),
]);

/** A token needs a letter: a bare number could be the very thing that must not leave the frame. */
const token = z.string().check(z.regex(/^(?=.*[A-Za-z])[\w.:-]{4,256}$/));
const last4 = z.string().check(z.regex(/^\d{4}$/));

/** Frame to host, through the port. Nothing here can hold a card number, an expiry or a security code. */
const frameMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), nonce, height: count }),
  z.object({ type: z.literal('height'), nonce, height: count }),
  z.object({ type: z.literal('change'), nonce, complete: z.boolean(), brand: z.optional(word) }),
  z.object({ type: z.literal('submit'), nonce }),
  /** The document is being left, by whoever's wish. */
  z.object({ type: z.literal('gone'), nonce }),
  z.object({ type: z.literal('tokenized'), nonce, id: count, token, last4, brand: z.optional(word) }),
  z.object({ type: z.literal('invalid'), nonce, id: count }),
  z.object({
    type: z.literal('failed'),
    nonce,
    id: count,
    kind: z.enum(['network', 'api']),
    code: word,
    retryable: z.boolean(),
  }),
]);

export type HelloMessage = z.infer<typeof helloSchema>;
export type WelcomeMessage = z.infer<typeof welcomeSchema>;
export type HostMessage = z.infer<typeof hostMessageSchema>;
export type FrameMessage = z.infer<typeof frameMessageSchema>;
/** A frame's message before its nonce is put on. */
export type FrameReport = FrameMessage extends infer M
  ? M extends FrameMessage
    ? Omit<M, 'nonce'>
    : never
  : never;

/** What the tokeniser answered, before it is a message; everything else in its answer is ignored. */
export const tokenAnswerSchema = z.object({ token, last4: z.optional(last4), brand: z.optional(word) });

/** Reads a message of one kind: `undefined` for everything else, whatever its shape. Never throws. */
const reader =
  <T>(schema: z.ZodMiniType<T>) =>
  (data: unknown): T | undefined => {
    try {
      // Only an own `type` counts: a page may have put one on Object.prototype.
      if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'type')) return undefined;
      return z.safeParse(schema, data).data;
    } catch {
      return undefined;
    }
  };

export const parseHello = reader(helloSchema);
export const parseWelcome = reader(welcomeSchema);
export const parseHostMessage = reader(hostMessageSchema);
export const parseFrameMessage = reader(frameMessageSchema);
