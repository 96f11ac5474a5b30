import type { ProviderId } from '../../src/core/providers/dialect.js';
import { createSandbox, type Sandbox, type SessionRecord } from '../../src/sandbox/index.js';
import type { Plan } from './plan.js';
import { Time } from './time.js';

export interface WireRequest {
  readonly kind: 'read' | 'pay' | 'write';
  readonly url: string;
  readonly method: string;
  readonly headers: [string, string][];
  readonly key: string;
  readonly body: string;
}

/** An answer as it left the server, with what the server knew when it did. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly version: number;
  readonly session: string;
  readonly at: number;
}

/** Sequences that share one sandbox: making one costs as much as a short sequence. */
const SEQUENCES_A_SANDBOX = 400;

let shared: { sandbox: Sandbox; uses: number } | undefined;
let time = new Time();
let ids = 0;

/** Ids need not be random, only never the same twice: the sandbox outlives a sequence. */
const nextBytes = (size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  let left = ++ids;
  for (let index = size - 1; index >= 0 && left > 0; index--, left = Math.floor(left / 256))
    bytes[index] = left % 256;
  return bytes;
};

function sandboxOf(): Sandbox {
  if (!shared || shared.uses >= SEQUENCES_A_SANDBOX)
    shared = {
      uses: 0,
      sandbox: createSandbox({
        clock: {
          now: () => time.now(),
          schedule: (callback, ms) => time.schedule('server', callback, ms),
        },
        random: nextBytes,
      }),
    };
  shared.uses++;
  return shared.sandbox;
}

/** Does away with a sandbox that may not be as it should be. */
export const dropSandbox = (): void => {
  shared = undefined;
};

/** The real sandbox with one session of this sequence in it. */
export class Server {
  readonly sandbox: Sandbox;
  readonly id: string;
  readonly token: string;
  readonly apiBase: string;
  readonly provider: ProviderId;
  /** Answers that are being worked on and wait for nothing but the event loop. */
  pending = 0;

  constructor(plan: Plan, ownTime: Time) {
    time = ownTime;
    this.sandbox = sandboxOf();
    this.provider = plan.provider;
    const { id, token, apiBase } = this.sandbox.createSession(plan.provider, {
      currency: plan.currency,
      expiresIn: plan.expiresIn,
      refreshable: false,
      successUrl: 'https://shop.example/ok',
      cancelUrl: 'https://shop.example/cart',
    });
    this.id = id;
    this.token = token;
    this.apiBase = apiBase;
    this.sandbox.setFault(plan.latencyMs > 0 ? { latencyMs: plan.latencyMs } : {});
  }

  get record(): SessionRecord {
    return this.sandbox.session(this.id);
  }

  async exchange(request: WireRequest): Promise<WireAnswer> {
    this.pending++;
    try {
      const { method, headers, body } = request;
      const response = await this.sandbox.fetch(request.url, {
        method,
        headers,
        ...(method !== 'GET' && { body }),
      });
      const text = await response.text();
      const { version, status } = this.record;
      return {
        status: response.status,
        headers: response.headers,
        text,
        version,
        session: status,
        at: time.now(),
      };
    } finally {
      this.pending--;
    }
  }

  /** Takes the session out of the sandbox, so that it does not grow. */
  close(): void {
    const { ledger } = this.sandbox;
    this.sandbox.deleteSession(this.id);
    ledger.charges.length = 0;
    ledger.declines.length = 0;
    ledger.arrivals.length = 0;
  }
}
