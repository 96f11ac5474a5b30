import type { SessionInput } from '../../src/sandbox/index.js';
import { createServer, type Reply, type Server } from './support.js';
import type { SandboxOptions } from '../../src/sandbox/index.js';

/** A shopper of the native format: the plainest way to a payment of any method. */
export class Shopper {
  readonly server: Server;
  readonly id: string;
  readonly token: string;
  readonly #currency: string;

  constructor(input: SessionInput = {}, options: SandboxOptions = {}) {
    this.server = createServer(options);
    const { id, token } = this.server.sandbox.createSession('native', input);
    this.id = id;
    this.token = token;
    this.#currency = input.currency ?? 'BRL';
  }

  /** Pays all that is due by one method. `body` goes over what is sent by itself. */
  async pay(method: string, body: Readonly<Record<string, unknown>> = {}): Promise<Reply> {
    const { attempt, totals, paid } = this.server.sandbox.session(this.id);
    return this.server.call(`/native/checkout-sessions/${this.id}/payments`, {
      token: this.token,
      key: `${this.id}:${String(attempt)}`,
      body: {
        attempt,
        method,
        type: method,
        amount: totals.total - paid,
        currency: this.#currency,
        locale: 'en',
        ...body,
      },
    });
  }

  payByCard(number?: string, body: Readonly<Record<string, unknown>> = {}): Promise<Reply> {
    const token = this.server.sandbox.tokenize(number === undefined ? {} : { number });
    return this.pay('card', { card: { token }, ...body });
  }

  payByPhone(phone: string, network?: string): Promise<Reply> {
    return this.pay('mobile_money', { details: { phone, ...(network !== undefined && { network }) } });
  }

  async read(): Promise<Reply['body']> {
    return (await this.server.call('/native/checkout-sessions/current', { token: this.token })).body;
  }

  /** `confirm`, `resend` or `cancel` of the newest payment. */
  async act(action: string, body: unknown = {}): Promise<Reply> {
    const { id } = this.server.sandbox.payment(this.id);
    return this.server.call(`/native/checkout-sessions/${this.id}/payments/${id}/${action}`, {
      token: this.token,
      body,
    });
  }
}
