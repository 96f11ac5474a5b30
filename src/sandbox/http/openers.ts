import type { Hono } from 'hono';
import { parseIdempotencyKey } from '../engine/idempotency.js';
import type { SessionRecord } from '../engine/model.js';
import { Problem } from '../engine/problem.js';
import type { ProviderTraits } from '../engine/traits.js';
import { respond, type SandboxEnv, type SandboxRequest, type ServerContext } from './context.js';

/** The provider's side of the requests that end in another session. */
export interface Openers {
  readonly traits: ProviderTraits;
  readonly view: (session: SessionRecord) => Readonly<Record<string, unknown>>;
  /**
   * The token in the path is authorisation enough; what is sent beside it may still be checked.
   * @throws Problem
   */
  readonly authenticate?: (c: SandboxRequest) => void;
}

/** A fresh session for an expired one, and a session from a payment link: the new token is in the answer. */
export function mountOpeners(
  app: Hono<SandboxEnv>,
  { engine, faults }: ServerContext,
  { traits, view, authenticate }: Openers,
): void {
  const answer = (session: SessionRecord): Response =>
    respond({ status: 201, body: { ...view(session), token: session.token } });

  app.post('/checkout-sessions/token/:token/refresh', (c) =>
    faults.run('write', () => {
      authenticate?.(c);
      return answer(engine.refresh(traits, c.req.param('token')));
    }),
  );
  app.post('/payment-links/token/:token/checkout-sessions', (c) =>
    faults.run('write', () => {
      authenticate?.(c);
      const link = engine.findLink(c.req.param('token'));
      if (link && link.traits.id !== traits.id)
        throw new Problem('not_found', 'There is no such payment link.');
      // A page that is loaded again is the same shopper: the key names the session, not the stored bytes.
      const key = parseIdempotencyKey(c.req.header('Idempotency-Key'));
      return answer(key === undefined ? engine.openLink(link) : engine.openLinkOnce(link, key));
    }),
  );
}
