import * as z from 'zod/mini';
import type { Hono } from 'hono';
import { coBrandsOf } from './engine/cards.js';
import { respond, type SandboxEnv, type ServerContext } from './http/context.js';

const cardSchema = z.object({
  number: z.string(),
  expiryMonth: z.int(),
  expiryYear: z.int(),
  cvc: z.string(),
  holderName: z.optional(z.nullable(z.string())),
  brand: z.optional(z.string()),
  /** The life of the frame, and the session it was typed for: the token can pay nothing else. */
  frameNonce: z.optional(z.string()),
  session: z.optional(z.string()),
});

const binSchema = z.object({ bin: z.string().check(z.regex(/^\d{8}$/)) });

/**
 * `POST /card-frame/tokens` and `/card-frame/brands`: the tokenizer that the card frame's document calls on its own origin. A refusal is `{code, param}`: 400 where a
 * member has the wrong type, 422 where the card itself is wrong. The brands are those of a card that carries more than one.
 */
export function mountCardFrame(app: Hono<SandboxEnv>, { engine }: ServerContext): void {
  app.post('/card-frame/brands', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const parsed = z.safeParse(binSchema, body);
    return parsed.success
      ? respond({ status: 200, body: { brands: coBrandsOf(parsed.data.bin) } })
      : respond({ status: 400, body: { code: 'invalid_request', param: 'bin' } });
  });
  app.post('/card-frame/tokens', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const parsed = z.safeParse(cardSchema, body);
    if (!parsed.success) {
      const param = String(parsed.error.issues[0]?.path[0] ?? 'body');
      return respond({ status: 400, body: { code: 'invalid_request', param } });
    }
    const { holderName, ...card } = parsed.data;
    const record = engine.vault.tokenize({ ...card, holderName: holderName ?? undefined }, engine.now());
    if ('code' in record) return respond({ status: 422, body: record });
    const { token, brand, last4, expiryMonth, expiryYear, expiresAt } = record;
    return respond({
      status: 200,
      body: { token, brand, last4, expiryMonth, expiryYear, expiresAt: new Date(expiresAt).toISOString() },
    });
  });
}
