import { createCheckout, type Checkout, type CheckoutOptions } from '../../src/core/checkout.js';
import { SimulatedClock } from '../../src/core/clock.js';
import type { Notice } from '../../src/core/machine/events.js';
import { loadDialect } from '../../src/core/providers/index.js';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import type { SessionInput } from '../../src/sandbox/index.js';

const MOBILE_DETAILS: Readonly<Record<string, string>> = { phone: '0771111111', network: 'ecocash' };

/** A checkout on a sandbox, with a clock that only moves when it is told to. */
export interface Rig {
  readonly checkout: Checkout;
  readonly sandbox: Sandbox;
  readonly clock: SimulatedClock;
  readonly sessionId: string;
  readonly token: string;
  readonly notices: Notice[];
  readonly navigations: { readonly url: string; readonly reason: string }[];
  readonly requests: {
    readonly method: string;
    readonly url: string;
    readonly headers: Headers;
    readonly body: string;
  }[];
  /** Lets `ms` pass, with everything that falls due. */
  pass(ms: number): Promise<void>;
  status(): string;
}

export interface RigOptions {
  readonly provider?: ProviderId;
  readonly session?: SessionInput;
  readonly sandbox?: SandboxOptions;
  readonly checkout?: Partial<CheckoutOptions>;
  /** A rig that shares another's server and session: a second tab. */
  readonly beside?: Rig;
}

export async function createRig(options: RigOptions = {}): Promise<Rig> {
  // Fetched by the checkout when a method is picked; here beforehand, so that simulated time need not wait for a file.
  await import('../../src/core/payment-runner.js');
  await import('../../src/core/session/open-link.js');
  const { provider = 'native', beside } = options;
  const clock = beside?.clock ?? new SimulatedClock();
  const sandbox = beside?.sandbox ?? createSandbox({ clock, ...options.sandbox });
  const created = beside
    ? { id: beside.sessionId, token: beside.token, apiBase: sandbox.apiBase(provider) }
    : sandbox.createSession(provider, options.session);
  const notices: Notice[] = [];
  const navigations: Rig['navigations'] = [];
  const requests: Rig['requests'] = [];
  const checkout = createCheckout({
    dialect: await loadDialect(provider),
    apiBase: created.apiBase,
    token: created.token,
    clock,
    random: () => 0.5,
    fetch: async (url, init) => {
      const { method = 'GET', headers, body } = init;
      requests.push({
        method,
        url,
        headers: new Headers(headers),
        body: typeof body === 'string' ? body : '',
      });
      return sandbox.fetch(url, init);
    },
    // Takes what a form would give, for any method.
    prepare: async (method, session) => ({
      customer: { name: 'Ana Lima', email: 'ana@example.com', document: '52998224725', ...session.customer },
      customFields: {},
      details: method.type === 'mobile_money' ? MOBILE_DETAILS : {},
      card: method.type === 'card' ? { token: sandbox.tokenize(), brand: 'visa', last4: '4242' } : undefined,
    }),
    notify: (notice) => notices.push(notice),
    navigate: (url, reason) => navigations.push({ url, reason }),
    returnUrl: () => 'https://shop.example/cart',
    ...options.checkout,
  });
  return {
    checkout,
    sandbox,
    clock,
    sessionId: created.id,
    token: created.token,
    notices,
    navigations,
    requests,
    pass: async (ms) => clock.advanceAsync(ms),
    status: () => checkout.getState().status,
  };
}

/** Loads the session and picks a method. */
export async function openRig(method: string, options: RigOptions = {}): Promise<Rig> {
  const rig = await createRig(options);
  rig.checkout.dispatch({ type: 'session_requested' });
  await rig.pass(0);
  rig.checkout.dispatch({ type: 'method_selected', methodId: method });
  return rig;
}

/** Presses pay and lets the answers come in. */
export async function submitRig(rig: Rig): Promise<void> {
  rig.checkout.dispatch({ type: 'payment_submitted' });
  await rig.pass(0);
}
