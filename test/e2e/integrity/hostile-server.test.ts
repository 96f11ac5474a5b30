import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBoleto } from '../../../src/sandbox/engine/boleto-line.js';
import { freshPage, heard, violations } from '../../support/browser.js';
import { PAYLOADS } from '../../support/hostile-text.js';
import { KNOWN_TRICKS } from '../../support/hostile-urls.js';
import { useStack } from '../../support/use-stack.js';

const rig = useStack();

type Json = Record<string, unknown>;
interface Host {
  pwned?: unknown;
  heard: { type: string; detail: { session?: { id: string } } }[];
}

/** What the server says of the next sessions, in place of the truth. */
let lie: (session: Json) => Json = (session) => session;
const opened: Partial<Awaited<ReturnType<typeof freshPage>>> & { dialogs: string[]; left: string[] } = {
  dialogs: [],
  left: [],
};

const thePage = (): Page => {
  if (!opened.page) throw new Error('the page is opened before the tests');
  return opened.page;
};

beforeAll(async () => {
  rig.stack.intercept = async (request) => {
    const answer = await rig.stack.sandbox.fetch(request);
    return new Response(JSON.stringify(lie((await answer.json()) as Json)), answer);
  };
  const { intercept } = rig.stack;
  rig.stack.intercept = (request) =>
    request.method === 'GET' && request.url.includes('/checkout-sessions/') ? intercept(request) : undefined;
  Object.assign(opened, await freshPage(rig.browser));
  const page = thePage();
  page.on('pageerror', (error) => console.log('PAGEERROR', error.stack));
  page.on('dialog', (dialog) => {
    opened.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(rig.stack.checkout('native', { currency: 'BRL' }).url);
  await page.getByRole('radio', { name: /^Pix/ }).waitFor();
  page.on('request', (request) => {
    if (request.isNavigationRequest()) opened.left.push(request.url());
  });
});
afterAll(async () => opened.context?.close());

/** Gives the element a new session of which the server says what `change` makes of it. */
async function show(change: (session: Json) => Json): Promise<string> {
  const page = thePage();
  lie = change;
  const { id, token } = rig.stack.sandbox.createSession('native', {
    currency: 'BRL',
    items: [{ name: 'Coffee', description: 'Ground', unitAmount: 100, quantity: 2 }],
    customFields: [{ key: 'size', label: 'Size', type: 'select', options: [{ value: 's', label: 'Small' }] }],
  });
  await page.locator('checkout-session').evaluate((element, value) => {
    (element as unknown as { token: string }).token = value;
  }, token);
  await expect
    .poll(
      async () =>
        page.evaluate((session) => {
          const { state } = document.querySelector('checkout-session') as unknown as {
            state: { status: string; session?: { id: string } };
          };
          return state.session?.id === session || state.status === 'unavailable' ? state.status : '';
        }, id),
      { timeout: 10_000, interval: 20 },
    )
    .not.toBe('');
  return id;
}

/** Everything a reader of the page would see, or a browser would follow or run, through all open shadow roots. */
const look = async (): Promise<{
  text: string;
  tags: string[];
  handlers: string[];
  urls: string[];
  pwned: unknown;
}> =>
  thePage().evaluate(() => {
    const found = { text: '', tags: [] as string[], handlers: [] as string[], urls: [] as string[] };
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        found.tags.push(element.localName);
        for (const { name, value } of element.attributes) {
          if (name.startsWith('on') || name === 'style' || name === 'srcdoc')
            found.handlers.push(`${name}=${value}`);
          if (['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'ping'].includes(name))
            found.urls.push(value);
        }
        for (const child of element.childNodes)
          if (child.nodeType === 3) found.text += `${child.nodeValue ?? ''}\n`;
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit((document.querySelector('checkout-session') as Element).shadowRoot as ShadowRoot);
    return { ...found, pwned: (window as unknown as Host).pwned };
  });

const FORBIDDEN = [
  'script',
  'iframe',
  'object',
  'embed',
  'base',
  'link',
  'meta',
  'style',
  'video',
  'math',
  'b',
  'template',
];

/** Every string of the session that is shown, or might be by mistake, becomes the payload. */
const fill =
  (payload: string) =>
  (session: Json): Json => ({
    ...session,
    items: (session['items'] as Json[]).map((item) => ({
      ...item,
      name: payload,
      description: payload,
      tax: { name: payload, type: payload, value: payload, amount: 1 },
    })),
    merchant: { name: payload, supportEmail: payload, supportUrl: payload, logoUrl: payload },
    branding: { name: payload, logoUrl: payload, primaryColor: payload },
    locale: payload,
    submitType: payload,
    customer: {
      name: payload,
      firstName: payload,
      email: payload,
      phone: payload,
      document: payload,
      address: { line1: payload },
    },
    requiredFields: ['email', 'name', payload],
    customFields: (session['customFields'] as Json[]).map((field) => ({
      ...field,
      label: payload,
      options: [{ value: payload, label: payload }],
    })),
    metadata: { [payload]: payload, __proto__: null },
    refreshToken: payload,
    paymentMethods: (session['paymentMethods'] as Json[]).map((method) => ({
      ...method,
      label: payload,
      networks: [payload],
      brands: [payload],
      exchangeRate: payload,
      installments: undefined,
    })),
  });

describe('S-13: a text of the server', () => {
  test.each(PAYLOADS.map((payload) => [payload]))(
    '%j in every field shows as text and does nothing',
    async (payload) => {
      await show(fill(payload));
      const clean = payload.replaceAll('\0', '');
      await expect
        .poll(async () => (await look()).text.replaceAll('\0', ''), { interval: 30 })
        .toContain(clean);
      const { tags, handlers, pwned } = await look();
      expect(tags.filter((tag) => FORBIDDEN.includes(tag))).toEqual([]);
      expect(handlers).toEqual([]);
      expect(pwned).toBeUndefined();
      expect(opened.dialogs).toEqual([]);
      expect(await violations(thePage())).toEqual([]);
      expect(opened.errors).toEqual([]);
    },
  );

  test('is no template: what stands in it is not filled in', async () => {
    const name = 'Curly {{brace}} {{method}} {{merchant}} shop';
    await show((session) => ({ ...session, merchant: { name } }));
    const text = async (): Promise<string> => (await look()).text.replace(/\s+/g, ' ');
    await expect.poll(text, { interval: 30 }).toContain(`To ${name}`);
  });
});

/** Every URL that a session can carry becomes the trick; `more` is what the session is to be besides. */
const point =
  (url: string, more: Json = {}) =>
  (session: Json): Json => ({
    ...session,
    successUrl: url,
    cancelUrl: url,
    failureUrl: url,
    items: (session['items'] as Json[]).map((item) => ({ ...item, imageUrl: url })),
    merchant: { name: 'Shop', supportUrl: url, logoUrl: url, supportEmail: url },
    branding: { logoUrl: url },
    paymentMethods: (session['paymentMethods'] as Json[]).map((method) => ({
      ...method,
      ...(method['tokenizer'] ? { tokenizer: { name: 'x', frameUrl: url } } : {}),
    })),
    ...more,
  });

const payment = (nextAction: Json): Json => ({
  status: 'processing',
  payment: {
    id: 'pay_1',
    attempt: 1,
    status: 'requires_action',
    amount: 200,
    currency: 'BRL',
    method: 'card',
    nextAction,
  },
});

const SAFE = /^(https:\/\/|http:\/\/localhost[:/]|mailto:[^\s@?&]+@[^\s@?&]+$)/;
// The gate itself is held against all of them, and very many more, in `navigation-gate.test.ts`.
const tricks = KNOWN_TRICKS.filter((trick, index) => trick !== '' && index % 3 === 0);

/** Of a boleto over what is to be paid: any other is not shown, nor is its link. */
const { line } = buildBoleto(200, Date.UTC(2026, 10, 30), '1'.repeat(25));

describe('S-10 and S-11: an address of the server', () => {
  test.each(tricks.map((trick) => [trick]))(
    '%j is never a link, a picture or a frame, and never left for',
    async (trick) => {
      opened.left.length = 0;
      const states: readonly (readonly [string, (session: Json) => Json])[] = [
        ['open', point(trick)],
        ['paid', point(trick, { status: 'paid' })],
        ['canceled', point(trick, { status: 'canceled' })],
        ['failed', point(trick, { status: 'failed' })],
        ['redirect', point(trick, payment({ type: 'redirect', url: trick }))],
        ['three_d_secure', point(trick, payment({ type: 'three_d_secure', url: trick }))],
        ['voucher', point(trick, payment({ type: 'voucher', scheme: 'boleto', line, pdfUrl: trick }))],
      ];
      for (const [state, change] of states) {
        await show(change);
        await thePage().waitForTimeout(30);
        const { urls, pwned } = await look();
        expect(
          urls.filter((url) => !SAFE.test(url)),
          state,
        ).toEqual([]);
        expect(pwned).toBeUndefined();
        const ways = thePage().getByRole('button', { name: /^(Continue|Return|Back|Cancel and)/ });
        if ((await ways.count()) > 0)
          await ways
            .first()
            .click({ timeout: 2_000 })
            .catch(() => undefined);
      }
      expect(opened.left).toEqual([]);
      expect(opened.dialogs).toEqual([]);
      expect(opened.errors).toEqual([]);
    },
  );

  test('that is not safe is told to the host page, and a safe one is followed', async () => {
    await show(point('javascript:pwned=1', { status: 'paid' }));
    const codes = (await heard(thePage())).map(({ detail }) => detail['code']);
    expect(codes).toContain('unsafe_url');
    await show(point(`${rig.stack.shopUrl}/success`, { status: 'paid' })).catch(() => '');
    await thePage().waitForURL(`${rig.stack.shopUrl}/success`);
  });
});
