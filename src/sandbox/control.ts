import { Hono } from 'hono';
import * as z from 'zod/mini';
import { SimulatedClock } from '../core/clock.js';
import { PROVIDERS } from '../core/providers/dialect.js';
import type { DirectControl } from './direct.js';
import { Problem } from './engine/problem.js';
import { check, optional, parseJson, text } from './http/check.js';
import { respond, type SandboxEnv, type ServerContext } from './http/context.js';
import { FAULT_MODES } from './http/faults.js';

const faultSchema = z.object({
  mode: optional(z.enum(FAULT_MODES)),
  when: optional(z.enum(['before', 'after'])),
  on: optional(z.enum(['all', 'read', 'pay', 'write'])),
  times: optional(z.int().check(z.positive())),
  latencyMs: optional(z.int().check(z.nonnegative())),
  retryAfter: optional(z.union([z.string(), z.number()])),
});

const sessionSchema = z.looseObject({ provider: z.enum(PROVIDERS) });
const advanceSchema = z.object({ ms: z.int().check(z.nonnegative()) });
const declineSchema = z.object({ code: optional(text) });

/** What the demo and the tests from outside steer the sandbox with. Open to every origin, as nothing here is real. */
export function controlApp(context: ServerContext, control: DirectControl): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.onError((error) => {
    const known = error instanceof Problem ? error : new Problem('internal_error', error.message);
    return respond({
      status: known.status,
      body: { code: known.code, message: known.message, param: known.param },
    });
  });
  app.get('/ledger', () => respond({ status: 200, body: control.ledger }));
  app.post('/sessions', async (c) => {
    const { provider, ...input } = check(sessionSchema, parseJson(await c.req.text()));
    return respond({ status: 201, body: control.createSession(provider, input) });
  });
  // Without the token: whoever may look at a session may not therefore pay it.
  const view = (id: string): unknown => ({ ...control.session(id), token: undefined });
  app.get('/sessions/:id', (c) => respond({ status: 200, body: view(c.req.param('id')) }));
  app.post('/sessions/:id/expire', (c) => {
    control.expire(c.req.param('id'));
    return respond({ status: 200, body: view(c.req.param('id')) });
  });
  app.post('/payments/:id/:answer', async (c) => {
    const { id, answer } = c.req.param();
    const { code } = check(declineSchema, parseJson(await c.req.text()));
    if (answer === 'pay') control.pay(id);
    else if (answer === 'decline') control.decline(id, code);
    else if (answer === 'cancel') control.refuse(id);
    else if (answer === 'late') control.payLate(id);
    else throw new Problem('not_found', 'There is no such answer.');
    return respond({ status: 200, body: control.payment(id) });
  });
  app.get('/fault', () => respond({ status: 200, body: context.faults.get() }));
  app.post('/fault', async (c) => {
    const fault = check(faultSchema, parseJson(await c.req.text()));
    control.setFault(fault);
    return respond({ status: 200, body: fault });
  });
  app.post('/clock/advance', async (c) => {
    const { clock } = context;
    if (!(clock instanceof SimulatedClock)) {
      throw new Problem('method_not_allowed', 'Only a simulated clock can be moved.');
    }
    const { ms } = check(advanceSchema, parseJson(await c.req.text()));
    clock.advance(ms);
    return respond({ status: 200, body: { now: clock.now() } });
  });
  app.all('*', () => {
    throw new Problem('not_found', 'There is no such request.');
  });
  return app;
}
