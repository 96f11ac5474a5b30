import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { CreatedSession, SessionInput } from '../../src/sandbox/index.js';
import type { Call, Reply, Server } from './support.js';

/** How one provider's page talks: enough to pay by card, whatever the wire format. */
export interface Buyer {
  readonly provider: ProviderId;
  readonly readPath: (id: string) => string;
  readonly payPath: (id: string) => string;
  /** Body of a card payment of the whole amount. */
  readonly cardBody: (token: string, attempt: number) => unknown;
  readonly status: (body: Reply['body']) => string;
  readonly version: (body: Reply['body']) => number;
  /** Error code of a refusal. */
  readonly code: (body: Reply['body']) => string;
  readonly words: {
    readonly open: string;
    readonly processing: string;
    readonly paid: string;
    readonly expired: string;
    readonly reopened: string;
    readonly locked: string;
  };
  /** Status of the HTTP answer to a decline. */
  readonly declineStatus: number;
  /** What this provider calls the contract's codes. */
  readonly codes?: Readonly<Record<string, string>>;
  readonly sendsToken: boolean;
}

const AMOUNT = 12_990;
const NATIVE = {
  open: 'open',
  processing: 'processing',
  paid: 'paid',
  expired: 'expired',
  reopened: 'open',
  locked: 'failed',
};
const customer = { name: 'Ana Souza', email: 'ana@example.com', document: '52998224725' };
const own = (id: string): string => `/checkout-sessions/${id}`;

export const BUYERS: readonly Buyer[] = [
  {
    provider: 'native',
    readPath: own,
    payPath: (id) => `${own(id)}/payments`,
    cardBody: (token, attempt) => ({
      attempt,
      method: 'card',
      type: 'card',
      amount: AMOUNT,
      currency: 'BRL',
      card: { token },
    }),
    status: (body) => body.status,
    version: (body) => body.version,
    code: (body) => body.code,
    words: NATIVE,
    declineStatus: 402,
    sendsToken: true,
  },
  {
    provider: 'z2pay',
    readPath: (id) => `/public/checkout/${id}`,
    payPath: (id) => `/public/checkout/${id}/confirm`,
    cardBody: (tokenId) => ({
      payments: [{ method: 'credit_card', amount: AMOUNT, tokenId }],
      buyer: customer,
    }),
    status: (body) => body.session.status,
    version: (body) => body.version,
    code: (body) => body.error.code,
    words: {
      open: 'created',
      processing: 'paying',
      paid: 'paid',
      expired: 'expired',
      reopened: 'failed',
      locked: 'failed',
    },
    declineStatus: 200,
    codes: { invalid_request: 'validation_failed' },
    sendsToken: false,
  },
  {
    provider: 'plugtopay',
    readPath: () => own('current'),
    payPath: () => `${own('current')}/payments`,
    cardBody: (token) => ({
      payment_method: 'card',
      amount: AMOUNT,
      currency: 'BRL',
      customer,
      card: { token },
    }),
    status: (body) => body.status,
    version: (body) => body.version,
    code: (body) => body.code,
    words: NATIVE,
    declineStatus: 200,
    sendsToken: true,
  },
  {
    provider: 'conomy',
    readPath: own,
    payPath: (id) => `${own(id)}/payments`,
    cardBody: (token) => ({
      origins: [{ type: 'CARD', currency: 'CLP', amount: String(AMOUNT), card: { token } }],
    }),
    status: (body) => body.status,
    version: (body) => body.version,
    code: (body) => body.code,
    words: {
      open: 'ACTIVE',
      processing: 'PROCESSING_PAYMENT',
      paid: 'FINISHED',
      expired: 'EXPIRED',
      reopened: 'ACTIVE',
      locked: 'FAILED',
    },
    declineStatus: 200,
    sendsToken: true,
  },
  {
    provider: 'payonify',
    readPath: (id) => `/v1/checkout/sessions/${id}`,
    payPath: (id) => `${own(id)}/payments`,
    cardBody: (token) => ({
      amount: AMOUNT,
      currency: 'usd',
      confirm: true,
      payment_method: { type: 'card', card: { token } },
    }),
    status: (body) => `${String(body.status)}/${String(body.payment_status)}`,
    version: (body) => body.version,
    code: (body) => body.code,
    words: {
      open: 'open/requires_payment_method',
      processing: 'open/pending',
      paid: 'complete/succeeded',
      expired: 'expired/requires_payment_method',
      reopened: 'open/failed',
      locked: 'open/failed',
    },
    declineStatus: 200,
    codes: { invalid_request: 'parameter_invalid', session_expired: 'checkout_session_already_expired' },
    sendsToken: true,
  },
];

/** One session in one page of one provider. */
export class Page {
  readonly created: CreatedSession;

  constructor(
    readonly buyer: Buyer,
    readonly server: Server,
    input: SessionInput = {},
  ) {
    this.created = server.sandbox.createSession(buyer.provider, input);
  }

  get id(): string {
    return this.created.id;
  }

  async send(path: string, call: Call = {}): Promise<Reply> {
    const token = this.buyer.sendsToken ? this.created.token : undefined;
    return this.server.call(`/${this.buyer.provider}${path}`, { token, ...call });
  }

  read(): Promise<Reply> {
    return this.send(this.buyer.readPath(this.id));
  }

  async status(): Promise<string> {
    return this.buyer.status((await this.read()).body);
  }

  /** Body of a card payment with a fresh token, as it goes over the wire. */
  cardBody(number?: string, attempt = 1): string {
    const token = this.server.sandbox.tokenize(number === undefined ? {} : { number });
    return JSON.stringify(this.buyer.cardBody(token, attempt));
  }

  pay(body: string, attempt = 1, key = `${this.id}:${String(attempt)}`): Promise<Reply> {
    return this.send(this.buyer.payPath(this.id), { key, body, method: 'POST' });
  }

  /** The contract's code in the provider's word. */
  word(code: string): string {
    return this.buyer.codes?.[code] ?? code;
  }
}
