import type { CheckoutStatus } from '../../src/core/machine/state.js';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { SessionInput } from '../../src/sandbox/index.js';
import { DECLINED_CARD, type BadPage, type Desk } from './bad-rig.js';

/** A real answer of the sandbox, and the state of a page that it leads to. */
export interface Sample {
  readonly name: string;
  readonly kind: 'read' | 'pay';
  readonly http: number;
  readonly body: unknown;
  /** What a page that hears nothing else makes of it. */
  readonly status: CheckoutStatus;
  /** The session as it was read before anything was paid: what an answer to a payment is understood by. */
  readonly before: unknown;
}

/** A session with everything in it that a session can have. */
const FULL: SessionInput = {
  items: [
    {
      name: 'Coffee',
      description: 'Beans',
      imageUrl: 'https://shop.example/c.png',
      quantity: 2,
      unitAmount: 4_000,
    },
    { name: 'Cup', unitAmount: 4_990, tax: { name: 'VAT', type: 'percentage', value: '10', amount: 499 } },
  ],
  merchant: { name: 'Café', logoUrl: 'https://shop.example/l.png', supportEmail: 'help@shop.example' },
  branding: { primaryColor: '#336699', logoUrl: 'https://shop.example/b.png', name: 'Café' },
  locale: 'pt-BR',
  customer: {
    name: 'Ana Lima',
    email: 'ana@example.com',
    address: {
      line1: 'Rua A',
      number: '7',
      district: 'Sé',
      city: 'São Paulo',
      state: 'SP',
      postalCode: '01001000',
      country: 'BR',
    },
  },
  customFields: [{ key: 'size', label: 'Size', type: 'select', options: [{ value: 's', label: 'Small' }] }],
  successUrl: 'https://shop.example/paid',
  cancelUrl: 'https://shop.example/cart',
  failureUrl: 'https://shop.example/failed',
  metadata: { order: '7' },
  combined: { enabled: true, max: 2 },
};

/** Ways to pay, and what comes of them. */
interface Way {
  readonly name: string;
  readonly type: string;
  readonly card?: string;
  readonly phone?: string;
  /** Pays this part of the whole. */
  readonly part?: number;
  /** What happens after the answer. */
  readonly then?: (page: BadPage) => void;
}

const finish = (page: BadPage): void => {
  page.sandbox.pay(page.sessionId);
};
const refuse = (page: BadPage): void => {
  page.sandbox.refuse(page.sessionId);
};

const WAYS: readonly Way[] = [
  { name: 'card, approved', type: 'card' },
  { name: 'card, a part', type: 'card', part: 0.5 },
  { name: 'card, declined', type: 'card', card: DECLINED_CARD },
  { name: 'card, slow', type: 'card', card: '4000000000000077' },
  { name: 'card, challenge', type: 'card', card: '4000002500003155' },
  { name: 'card, redirect', type: 'card', card: '4000002760003184' },
  { name: 'Pix', type: 'pix' },
  { name: 'Pix, paid', type: 'pix', then: finish },
  { name: 'Pix, refused', type: 'pix', then: refuse },
  { name: 'boleto', type: 'boleto' },
  { name: 'mobile money, prompt', type: 'mobile_money', phone: '0771234567' },
  { name: 'mobile money, no money', type: 'mobile_money', phone: '0774444444' },
  { name: 'mobile money, code', type: 'mobile_money', phone: '0775555555' },
  { name: 'Zimswitch', type: 'zimswitch' },
  { name: 'bank', type: 'bank_redirect' },
];

const CURRENCIES: Readonly<Record<ProviderId, readonly string[]>> = {
  native: ['BRL', 'USD', 'CLP'],
  z2pay: ['BRL'],
  plugtopay: ['BRL'],
  conomy: ['BRL', 'CLP'],
  payonify: ['USD'],
};

/** A payment request of the native dialect over a part of its amount. */
function partOf(body: string, part: number): string {
  const request = JSON.parse(body) as { readonly amount: number };
  return JSON.stringify({ ...request, amount: Math.round(request.amount * part) });
}

/** Writes down the last answers of a page. */
function record(
  page: BadPage,
  part = 1,
): { read?: unknown; pay?: { readonly http: number; readonly body: unknown } } {
  const heard: ReturnType<typeof record> = {};
  page.meddle = async ({ kind, init, forward }) => {
    const body = kind === 'pay' && part !== 1 ? partOf(String(init.body), part) : undefined;
    const response = await forward(body);
    const text = await response.clone().text();
    if (kind === 'read') heard.read = JSON.parse(text);
    if (kind === 'pay') heard.pay = { http: response.status, body: JSON.parse(text) };
    return response;
  };
  return heard;
}

/** What a fresh page makes of a session: the truth about a read. */
async function statusOfRead(desk: Desk, body: unknown): Promise<CheckoutStatus> {
  const page = desk.page({}, ({ kind }) =>
    kind === 'read' ? Promise.resolve(Response.json(body)) : undefined,
  );
  await page.load();
  page.close();
  return page.status;
}

async function* samplesOf(desk: Desk, currency: string, way: Way): AsyncGenerator<Sample> {
  const page = desk.page({ ...FULL, currency });
  const heard = record(page, way.part);
  page.card = way.card;
  if (way.phone !== undefined) page.wallet = { phone: way.phone, network: 'ecocash' };
  await page.load();
  const before = heard.read;
  const { state } = page;
  if (!('session' in state) || !state.session?.paymentMethods.some(({ type }) => type === way.type)) return;
  await page.pay(way.type);
  const name = `${currency}, ${way.name}`;
  if (heard.pay && !way.then)
    yield { name, kind: 'pay', http: heard.pay.http, body: heard.pay.body, status: page.status, before };
  way.then?.(page);
  page.checkout.dispatch({ type: 'woken' });
  await page.settle();
  page.close();
  yield {
    name,
    kind: 'read',
    http: 200,
    body: heard.read,
    status: await statusOfRead(desk, heard.read),
    before,
  };
}

/** Sessions that are over, or that nobody has paid yet. */
async function* atRest(desk: Desk, currency: string): AsyncGenerator<Sample> {
  const ends: readonly (readonly [string, (page: BadPage) => void])[] = [
    ['open', () => undefined],
    [
      'expired',
      (page) => {
        page.sandbox.expire(page.sessionId);
      },
    ],
    [
      'cancelled',
      (page) => {
        page.sandbox.cancelSession(page.sessionId);
      },
    ],
  ];
  for (const [name, end] of ends) {
    const page = desk.page({ ...FULL, currency });
    const heard = record(page);
    end(page);
    await page.load();
    page.close();
    yield {
      name: `${currency}, ${name}`,
      kind: 'read',
      http: 200,
      body: heard.read,
      status: page.status,
      before: heard.read,
    };
  }
}

/** Every kind of answer that the sandbox gives to one provider's page. */
export async function collectSamples(desk: Desk, provider: ProviderId): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const currency of CURRENCIES[provider]) {
    for await (const sample of atRest(desk, currency)) samples.push(sample);
    for (const way of WAYS) {
      if (way.part !== undefined && provider !== 'native') continue;
      for await (const sample of samplesOf(desk, currency, way)) samples.push(sample);
    }
  }
  return samples;
}
