import { Hono } from 'hono';
import { Problem } from '../engine/problem.js';
import type { ProviderTraits } from '../engine/traits.js';
import { respond, type Answer, type SandboxEnv, type SandboxRequest, type ServerContext } from './context.js';

/** One provider: its traits, and its routes below its base path. */
export interface ProviderServer extends ProviderTraits {
  mount(app: Hono<SandboxEnv>, context: ServerContext): void;
  /** A refusal in the provider's shape. */
  problem(problem: Problem, c: SandboxRequest): Answer;
}

/** The provider's routes as an app; what it does not know is its 404, what breaks is its 500. */
export function providerApp(server: ProviderServer, context: ServerContext): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.onError((error, c) => {
    const known = error instanceof Problem;
    if (!known) console.error(error);
    return respond(server.problem(known ? error : new Problem('internal_error', 'The sandbox failed.'), c));
  });
  server.mount(app, context);
  app.all('*', () => {
    throw new Problem('not_found', 'There is no such request.');
  });
  return app;
}
