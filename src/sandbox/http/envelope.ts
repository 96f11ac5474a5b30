import type { MiddlewareHandler } from 'hono';
import type { Engine } from '../engine/engine.js';
import { randomId } from '../engine/ids.js';
import type { SandboxEnv } from './context.js';

const ALLOW_HEADERS = 'Authorization, Content-Type, Idempotency-Key';
const EXPOSE_HEADERS = 'Retry-After, Idempotency-Replayed, Date, X-Request-Id';

/** What every answer carries: who may read it, when it was made, and that nobody keeps it. */
export function envelope(
  engine: Engine,
  allowedOrigins: readonly string[] | undefined,
): MiddlewareHandler<SandboxEnv> {
  const corsHeaders = (origin: string | undefined): Record<string, string> =>
    origin === undefined || (allowedOrigins && !allowedOrigins.includes(origin))
      ? { Vary: 'Origin' }
      : {
          Vary: 'Origin',
          'Access-Control-Allow-Origin': origin,
          'Access-Control-Expose-Headers': EXPOSE_HEADERS,
        };

  return async (c, next) => {
    const requestId = randomId(engine.options.random, 'req_', 8);
    c.set('requestId', requestId);
    // The card frame's tokenizer answers its own document only: no other page may read it.
    const cors = c.req.path.startsWith('/card-frame/') ? {} : corsHeaders(c.req.header('Origin'));
    if (c.req.method === 'OPTIONS' && c.req.header('Access-Control-Request-Method') !== undefined) {
      return new Response(null, {
        status: 204,
        headers: {
          ...cors,
          'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
          'Access-Control-Allow-Headers': ALLOW_HEADERS,
          'Access-Control-Max-Age': '600',
        },
      });
    }
    await next();
    const own = {
      ...cors,
      Date: new Date(engine.now()).toUTCString(),
      'X-Request-Id': requestId,
      'X-Content-Type-Options': 'nosniff',
    };
    for (const [name, value] of Object.entries(own)) c.res.headers.set(name, value);
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
    return undefined;
  };
}
