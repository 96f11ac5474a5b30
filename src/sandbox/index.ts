import { Hono } from 'hono';
import type { Clock } from '../core/clock.js';
import type { ProviderId } from '../core/providers/dialect.js';
import { mountCardFrame } from './card-frame.js';
import { controlApp } from './control.js';
import { DirectControl } from './direct.js';
import { Engine } from './engine/engine.js';
import type { SandboxEnv, ServerContext } from './http/context.js';
import { envelope } from './http/envelope.js';
import { FAULT_HEADER, Faults } from './http/faults.js';
import { providerApp, type ProviderServer } from './http/provider-server.js';
import { settingsOf, type SandboxOptions } from './options.js';
import { seeOther } from './payer/html.js';
import { payerApp } from './payer/routes.js';
import { conomy } from './providers/conomy/conomy.js';
import { native } from './providers/native/native.js';
import { payonify } from './providers/payonify/payonify.js';
import { plugtopay } from './providers/plugtopay/plugtopay.js';
import { z2pay } from './providers/z2pay/z2pay.js';

export { SANDBOX_KEYS } from './providers/keys.js';
export { SANDBOX_PIN } from './payer/routes.js';
export { TEST_CARD, type CreatedLink, type CreatedSession } from './direct.js';
export type { Arrival, Charge, Decline, Ledger } from './engine/ledger.js';
export type { PaymentRecord, SessionRecord } from './engine/model.js';
export type { ItemInput, MethodInput, SessionInput } from './engine/new-session.js';
export type { Fault, FaultMode } from './http/faults.js';
export type { SandboxOptions } from './options.js';

const SERVERS: Readonly<Record<ProviderId, ProviderServer>> = {
  native,
  z2pay,
  plugtopay,
  conomy,
  payonify,
};

/** A payment API in memory: requests in, answers out, and a ledger that says what really happened. */
export class Sandbox extends DirectControl {
  readonly clock: Clock;
  /**
   * Answers a request to the API, the tokenizer, the payer's pages or the control routes; the path decides which. Can
   * be handed on as a `fetch`: it rejects as `fetch` does, with the abort's reason or a `TypeError`.
   */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

  constructor(options: SandboxOptions = {}) {
    const settings = settingsOf(options);
    const { clock, apiUrl, payerUrl, random, phonePromptMs, pixPaidAfterMs } = settings;
    const engine = new Engine({
      clock,
      skewMs: settings.serverClockSkewMs,
      random,
      payerUrl,
      phonePromptMs,
      pixPaidAfterMs,
      tokenizer: { name: 'sandbox', frameUrl: settings.cardFrameUrl },
      merchantName: settings.merchantName,
      trustStripeTokens: settings.trustStripeTokens,
    });
    const context: ServerContext = {
      engine,
      clock,
      apiUrl,
      payerUrl,
      faults: new Faults(clock, settings.fault),
    };
    super(context, SERVERS);
    this.clock = clock;
    const app = createApp(context, this, settings.allowedOrigins);
    this.fetch = async (input, init) => {
      const request = input instanceof Request && !init ? input : new Request(input, init);
      const response = await untilAborted(Promise.resolve(app.fetch(request)), request.signal);
      if (response.headers.get(FAULT_HEADER) === 'network') throw new TypeError('Failed to fetch');
      return response;
    };
  }
}

/** Creates a sandbox of its own: nothing is shared with another. */
export const createSandbox = (options?: SandboxOptions): Sandbox => new Sandbox(options);

function createApp(
  context: ServerContext,
  control: DirectControl,
  allowedOrigins: readonly string[] | undefined,
): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.use('*', envelope(context.engine, allowedOrigins));
  mountCardFrame(app, context);
  for (const [id, server] of Object.entries(SERVERS)) app.route(`/${id}`, providerApp(server, context));
  app.route('/__sandbox', controlApp(context, control));
  app.route('/payer', payerApp(context));
  app.get('/', () => seeOther('/payer'));
  return app;
}

/** What a page sees when it gives up: its own reason at once, while the server goes on with its work. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
    work.catch(() => undefined);
  }
}
