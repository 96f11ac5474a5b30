import type { Page } from 'playwright';
import type { CheckoutStatus } from '../../src/core/machine/state.js';
import type { NextAction } from '../../src/core/session/next-action.js';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { SessionInput } from '../../src/sandbox/index.js';
import { ANSWER_FAULTS, latch, lost, only } from '../support/lifecycle-gate.js';
import { payElsewhere, type Shown } from '../support/lifecycle-stage.js';
import { CARDS, fillCard, payButton, pickMethod, untilStatus } from '../support/shopper.js';
import { openPage, show, showBare, type Rig } from './rig.js';
import { settled } from './settle.js';

/** One screen of the product, and how to get there. */
export interface Scene {
  /** Also the name of its snapshot. */
  readonly name: string;
  readonly status: CheckoutStatus;
  /** Of an `action_required`. */
  readonly action?: NextAction['type'];
  /** Type of the method it is about. */
  readonly method?: string;
  open(rig: Rig): Promise<Opened>;
}

/** A screen, and what lets go what was held back to stay there. */
export interface Opened {
  readonly page: Page;
  readonly release?: () => void;
}

/** What a shopper does on the page. */
type Step = (page: Page) => Promise<void>;

const none: Step = async () => undefined;
const press: Step = async (page) => payButton(page).click();
/** Pay, with fields left empty: every one of them says what is wrong. */
const pressEmpty =
  (error: RegExp, frame?: string): Step =>
  async (page) => {
    // A form whose file is still on its way is waited for under “Sending your payment”, and one that is here is not.
    await settled(page);
    await payButton(page).click();
    await (frame === undefined ? page : page.frameLocator(frame)).getByText(error).first().waitFor();
  };
const number =
  (phone: string, network?: string): Step =>
  async (page) => {
    await page.getByRole('textbox', { name: 'Mobile number' }).fill(phone);
    if (network !== undefined) await page.getByRole('radio', { name: network }).check({ force: true });
  };
const both =
  (...steps: readonly Step[]): Step =>
  async (page) => {
    for (const step of steps) await step(page);
  };
const card =
  (pan: string): Step =>
  async (page) =>
    fillCard(page, pan);

async function opened(rig: Rig, shown: Shown, method: string | undefined, ...steps: Step[]): Promise<Page> {
  const page = await openPage(rig, shown.url);
  await untilStatus(page, 'ready');
  if (method !== undefined) await pickMethod(page, method);
  for (const step of steps) await step(page);
  return page;
}

const FIELDS: SessionInput = {
  requiredFields: ['email', 'name', 'phone', 'document', 'address'],
  customFields: [
    { key: 'size', label: 'Size', type: 'select', required: true, options: [{ value: 's', label: 'Small' }] },
    { key: 'note', label: 'Note for the roaster', type: 'text' },
    { key: 'terms', label: 'I am over 18', type: 'checkbox', required: true },
  ],
};
const INSTALLMENTS: SessionInput = {
  paymentMethods: [
    {
      type: 'card',
      brands: ['visa', 'elo'],
      installments: [
        { count: 1, amount: 12_990, total: 12_990 },
        { count: 3, amount: 4_330, total: 12_990 },
        { count: 12, amount: 1_192, total: 14_304, interestRate: '1.99' },
      ],
    },
    'pix',
  ],
};
const CURRENCIES: SessionInput = {
  currency: 'CLP',
  items: [{ name: 'Coffee', unitAmount: 12_990 }],
  paymentMethods: [
    { id: 'bank', type: 'bank_redirect', label: 'Khipu' },
    {
      id: 'bank-usd',
      type: 'bank_redirect',
      label: 'Khipu',
      currency: 'USD',
      amount: 1_451,
      exchangeRate: '0.00109',
    },
    { id: 'card-usd', type: 'card', currency: 'USD', amount: 1_399 },
  ],
};
const KNOWN: SessionInput = {
  ...FIELDS,
  customFields: [],
  customer: { email: 'ana@example.com', name: 'Ana Lima', phone: '+5511987654321', document: '52998224725' },
};
const MANY: SessionInput = {
  items: Array.from({ length: 30 }, (_, index) => ({ name: `Coffee ${String(index + 1)}`, unitAmount: 500 })),
};
const PARTS: SessionInput = { amount: 10_000, items: [], combined: { enabled: true, max: 4 } };
const USD: SessionInput = { currency: 'USD' };
const CLP: SessionInput = { currency: 'CLP', items: [{ name: 'Coffee', unitAmount: 12_990 }] };
const wallets = (currency: string, ...networks: string[]): SessionInput => ({
  currency,
  paymentMethods: [{ type: 'mobile_money', networks }, 'card'],
});
const stripe = (mode: string): SessionInput => ({
  paymentMethods: [{ type: 'card', tokenizer: { name: 'stripe', publicKey: 'pk_test_double', mode } }, 'pix'],
});
const transfers = (currency: string): SessionInput => ({
  currency,
  paymentMethods: ['bank_transfer', 'card'],
});

const cardReady: Step = async (page) =>
  page.frameLocator('iframe[title="Card details"]').getByLabel('Card number').waitFor();

const ready = (name: string, method: string | undefined, session: SessionInput, ...steps: Step[]): Scene => ({
  name: `ready, ${name}`,
  status: 'ready',
  ...(method !== undefined && { method }),
  open: async (rig) => ({ page: await opened(rig, show(rig, session), method, ...steps) }),
});

/** The form, with a method picked, with its errors, and with all that a session may ask for. */
export const FORMS: readonly Scene[] = [
  {
    name: 'idle',
    status: 'idle',
    async open(rig) {
      const page = await rig.context.newPage();
      // A page may set the token a moment later. Here that moment does not end.
      await page.addInitScript(() => {
        const { setTimeout: later } = window;
        const never = 2 ** 31 - 1;
        window.setTimeout = ((act: () => void, ms = 0) =>
          later(act, ms >= 1_000 && ms < 5_000 ? never : ms)) as typeof window.setTimeout;
      });
      await page.goto(showBare(rig));
      return { page };
    },
  },
  {
    name: 'loading',
    status: 'loading',
    async open(rig) {
      const shown = show(rig);
      const held = latch();
      rig.gate.rule(shown.token, async (run) => {
        await held.pass();
        return run();
      });
      const page = await openPage(rig, shown.url);
      await held.reached;
      return { page, release: held.open };
    },
  },
  ready('nothing picked', undefined, {}),
  ready('card', 'card', {}, cardReady),
  ready('card with errors', 'card', {}, cardReady, pressEmpty(/Enter the card number/, 'iframe')),
  ready('card typed, with instalments', 'card', INSTALLMENTS, cardReady, card(CARDS.approved)),
  ready('card with two brands', 'card', INSTALLMENTS, cardReady, async (page) =>
    page.frameLocator('iframe').getByLabel('Card number').pressSequentially('4000007600000001'),
  ),
  ready('card in Stripe’s fields', 'card', stripe('payment_method'), async (page) =>
    page.frameLocator('iframe[title^="Secure"]').getByLabel('Card number').waitFor(),
  ),
  ready('pix', 'pix', {}),
  ready('boleto', 'boleto', {}),
  ready('boleto with errors', 'boleto', {}, pressEmpty(/Fill in this field/)),
  ready(
    'mobile money',
    'mobile_money',
    wallets('USD', 'ecocash', 'onemoney', 'innbucks', 'omari', 'telecash'),
  ),
  ready('mobile money of Kenya', 'mobile_money', wallets('KES', 'mpesa', 'airtel'), number('0712345678')),
  ready('mobile money of West Africa', 'mobile_money', wallets('XOF', 'orange', 'wave', 'mtn')),
  ready('mobile money with errors', 'mobile_money', USD, pressEmpty(/number/)),
  ready('zimswitch', 'zimswitch', USD),
  ready('bank', 'bank_redirect', CLP),
  ready('bank transfer', 'bank_transfer', transfers('MXN')),
  ready('currencies', undefined, CURRENCIES, async (page) =>
    page.getByRole('combobox', { name: 'Currency' }).waitFor(),
  ),
  ready('every field', 'pix', FIELDS),
  ready('every field with errors', 'pix', FIELDS, pressEmpty(/Fill in this field/)),
  ready('a known customer', 'pix', KNOWN),
  ready('many items', 'pix', MANY),
  ready('in parts', 'card', PARTS, cardReady, async (page) => {
    await page.getByRole('button', { name: 'Pay in parts' }).click();
    await page.getByRole('button', { name: 'Add this part' }).click();
  }),
  {
    name: 'ready, after a decline',
    status: 'ready',
    method: 'card',
    async open(rig) {
      const shown = show(rig);
      const page = await opened(rig, shown, 'card', cardReady, card(CARDS.declined), press);
      await page.getByRole('alert').filter({ hasText: 'not approved' }).waitFor();
      return { page };
    },
  },
  {
    name: 'submitting',
    status: 'submitting',
    method: 'pix',
    async open(rig) {
      const shown = show(rig);
      const held = latch();
      rig.gate.rule(
        shown.token,
        only('pay', async (run) => {
          await held.pass();
          return run();
        }),
      );
      const page = await opened(rig, shown, 'pix', press);
      await held.reached;
      return { page, release: held.open };
    },
  },
];

interface ActionRow {
  readonly name: string;
  readonly action: NextAction['type'];
  /** Type of the method, and where its row is called otherwise, its words. */
  readonly method: string;
  readonly label?: string;
  readonly session: SessionInput;
  readonly provider?: ProviderId;
  readonly fill?: Step;
  /** What has to be seen before the screen is examined. */
  readonly seen: Step;
}

/** The heading of the action's own screen. */
const heading: Step = async (page) => page.locator('.main h2').first().waitFor();
const image: Step = async (page) => page.getByRole('img', { name: /QR code/ }).waitFor();
const BOLETO: SessionInput = { customer: { name: 'Ana Lima', document: '52998224725' } };

/** One row for each thing a shopper may have to do after the button. */
const ACTION_ROWS: readonly ActionRow[] = [
  { name: 'pix', action: 'qr_code', method: 'pix', session: {}, seen: image },
  { name: 'boleto', action: 'voucher', method: 'boleto', session: BOLETO, seen: heading },
  {
    name: 'phone prompt',
    action: 'phone_prompt',
    method: 'mobile_money',
    session: USD,
    fill: number('0781234567'),
    seen: heading,
  },
  {
    name: 'one-time code',
    action: 'one_time_code',
    method: 'mobile_money',
    session: USD,
    fill: number('0775555555'),
    seen: heading,
  },
  {
    name: 'one-time code refused',
    action: 'one_time_code',
    method: 'mobile_money',
    session: USD,
    fill: number('0775555555'),
    async seen(page) {
      await page.getByRole('textbox', { name: 'Code' }).fill('000000');
      await page.getByRole('button', { name: 'Confirm' }).click();
      await page.getByText('This code was not accepted').waitFor();
    },
  },
  {
    name: 'one-time code that is dialled for',
    action: 'one_time_code',
    method: 'mobile_money',
    session: wallets('XOF', 'orange', 'wave'),
    fill: number('771234567'),
    seen: heading,
  },
  {
    name: 'wallet code',
    action: 'wallet_code',
    method: 'mobile_money',
    session: wallets('USD', 'ecocash', 'innbucks'),
    fill: number('0781234567', 'InnBucks'),
    seen: image,
  },
  {
    name: 'bank QR code',
    action: 'wallet_code',
    method: 'bank_transfer',
    label: 'Transferencia con QR',
    session: { currency: 'ARS', paymentMethods: ['PCT', 'CARD'] },
    provider: 'conomy',
    seen: image,
  },
  {
    name: 'bank transfer',
    action: 'bank_transfer',
    method: 'bank_transfer',
    label: 'Bank transfer',
    session: transfers('MXN'),
    seen: heading,
  },
  { name: 'redirect to a bank', action: 'redirect', method: 'bank_redirect', session: CLP, seen: heading },
  { name: 'redirect to Zimswitch', action: 'redirect', method: 'zimswitch', session: USD, seen: heading },
  {
    name: 'redirect for 3-D Secure',
    action: 'redirect',
    method: 'card',
    session: {},
    fill: both(cardReady, card(CARDS.redirect)),
    seen: heading,
  },
  {
    name: '3-D Secure',
    action: 'three_d_secure',
    method: 'card',
    session: {},
    fill: both(cardReady, card(CARDS.challenge)),
    async seen(page) {
      await page.getByRole('dialog').waitFor();
      await page
        .frameLocator('iframe[title="Confirmation page of your bank"]')
        .getByRole('button')
        .first()
        .waitFor();
    },
  },
  {
    name: 'Stripe’s own window',
    action: 'sdk',
    method: 'card',
    session: stripe('confirmation_token'),
    async fill(page) {
      const frame = page.frameLocator('iframe[title^="Secure"]');
      await frame.getByLabel('Card number').fill(CARDS.challenge);
      await frame.getByLabel('Expiration date').fill('12 / 34');
      await frame.getByLabel('Security code').fill('123');
    },
    seen: async (page) => page.locator('iframe[title="Stripe 3D Secure"]').waitFor(),
  },
  {
    name: 'in parts',
    action: 'qr_code',
    method: 'pix',
    session: PARTS,
    async fill(page) {
      await page.getByRole('button', { name: 'Pay in parts' }).click();
      await page.getByRole('textbox', { name: /^Amount to pay with/ }).fill('40');
      await pickMethod(page, 'card');
      await fillCard(page, CARDS.approved);
      await page.getByRole('textbox', { name: /^Amount to pay with/ }).fill('40');
      await page.getByRole('button', { name: 'Add this part' }).click();
      await page.getByRole('button', { name: /^Remove Card/ }).waitFor();
      await pickMethod(page, 'pix');
    },
    seen: both(image, async (page) => page.getByRole('listitem').filter({ hasText: 'Card' }).waitFor()),
  },
];

/** A payment whose next action is another one in every answer of the API. */
const withAction = (name: string, status: CheckoutStatus, nextAction: NextAction): Scene => ({
  name,
  status,
  action: nextAction.type,
  method: 'pix',
  async open(rig) {
    const shown = show(rig);
    const change = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (key, member: unknown) =>
        key === 'nextAction' ? nextAction : member,
      );
    rig.gate.rule(shown.token, async (run) => {
      const answer = await run();
      return Response.json(change(await answer.json()), { status: answer.status, headers: answer.headers });
    });
    const page = await opened(rig, shown, 'pix', press);
    await untilStatus(page, status);
    return { page };
  },
});

/** Everything the shopper may be asked to do once the payment is sent. */
export const ACTIONS: readonly Scene[] = [
  ...ACTION_ROWS.map(
    ({ name, action, method, label = method, session, provider, fill = none, seen }): Scene => ({
      name: `action_required, ${name}`,
      status: 'action_required',
      action,
      method,
      async open(rig) {
        const page = await opened(rig, show(rig, session, {}, provider), label, fill, press);
        await untilStatus(page, 'action_required');
        await seen(page);
        return { page };
      },
    }),
  ),
  withAction('processing, with an action that is not known', 'processing', {
    type: 'unknown',
    name: 'hologram',
  }),
  withAction('action_required, one of another kit', 'action_required', {
    type: 'sdk',
    name: 'wallet',
    data: {},
  } as unknown as NextAction),
];

/** Opens a session that was brought to its end beforehand. */
const ended = (
  name: string,
  status: CheckoutStatus,
  prepare: (rig: Rig, shown: Shown) => Promise<unknown> | void,
  session: SessionInput = {},
  attributes: Record<string, string> = {},
): Scene => ({
  name,
  status,
  async open(rig) {
    const shown = show(rig, session, attributes);
    await prepare(rig, shown);
    const page = await openPage(rig, shown.url);
    await untilStatus(page, status);
    return { page };
  },
});

const decline = async (rig: Rig, shown: Shown, times: number): Promise<void> => {
  for (let attempt = 0; attempt < times; attempt++)
    await payElsewhere(rig as unknown as Parameters<typeof payElsewhere>[0], shown, CARDS.declined);
};

const paid = (name: string, method: string, session: SessionInput, fill: Step = none): Scene => ({
  name: `succeeded, ${name}`,
  status: 'succeeded',
  method,
  async open(rig) {
    const shown = show(rig, session);
    const page = await opened(rig, shown, method, fill, press);
    if (method !== 'card') {
      await untilStatus(page, 'action_required');
      rig.stack.sandbox.pay(shown.id);
    }
    await untilStatus(page, 'succeeded');
    return { page };
  },
});

/** What became of the payment, or of the session. */
export const ENDS: readonly Scene[] = [
  paid('by card', 'card', {}, both(cardReady, card(CARDS.approved))),
  paid('by Pix', 'pix', {}),
  paid('by mobile money', 'mobile_money', USD, number('0781234567')),
  {
    name: 'processing',
    status: 'processing',
    method: 'card',
    async open(rig) {
      const shown = show(rig);
      const page = await opened(rig, shown, 'card', cardReady, card(CARDS.approved));
      rig.gate.rule(shown.token, async (run) => {
        const answer = await run();
        const text = (await answer.text())
          .replaceAll('"succeeded"', '"processing"')
          .replaceAll('"paid"', '"open"');
        return new Response(text, { status: answer.status, headers: answer.headers });
      });
      await press(page);
      await untilStatus(page, 'processing');
      return { page };
    },
  },
  {
    name: 'unknown',
    status: 'unknown',
    method: 'pix',
    async open(rig) {
      const shown = show(rig);
      const page = await opened(rig, shown, 'pix');
      rig.gate.rule(shown.token, async (run, kind) => (kind === 'pay' ? ANSWER_FAULTS.html(run) : lost()));
      await press(page);
      await untilStatus(page, 'unknown');
      return { page, release: () => rig.gate.rule(shown.token) };
    },
  },
  ended('unavailable', 'unavailable', (rig, shown) => {
    rig.gate.rule(shown.token, () => lost());
  }),
  ended(
    'expired',
    'expired',
    (rig, shown) => {
      rig.stack.sandbox.expire(shown.id);
    },
    { refreshable: false },
  ),
  ended('expired, with a fresh one to be had', 'expired', (rig, shown) => {
    rig.stack.sandbox.expire(shown.id);
  }),
  ended('canceled', 'canceled', (rig, shown) => {
    rig.stack.sandbox.cancelSession(shown.id);
  }),
  ended('locked', 'locked', async (rig, shown) => decline(rig, shown, 5)),
];

export const SCENES: readonly Scene[] = [...FORMS, ...ACTIONS, ...ENDS];
