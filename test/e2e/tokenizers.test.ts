import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { Tokenizer } from '../../src/core/session/session.js';
import { freshPage, heard, launchBrowser } from '../support/browser.js';
import { watchForCanaries, type Canary, type Watch } from '../support/canary.js';
import {
  DOUBLES,
  pagbankKeys,
  startGatewayDoubles,
  type GatewayDoubles,
  type GivenCard,
} from '../support/gateway-doubles.js';
import { cardFrame, fillDetails, payButton, pickMethod, untilStatus } from '../support/shopper.js';
import { startStack, type ShownSession, type Stack } from '../support/stack.js';
import { started } from '../support/use-stack.js';

/*
 * A payment with every tokenizer, on the built files: shop, API and card frame on three origins, and the gateways' own
 * hosts, which the browser finds on this machine.
 */

/** Unlike any other number here, and approved by the sandbox. */
const PAN = '4539578763621486';
const EXPIRY = '09/37';
const CODE = '749';
const HOLDER = 'ANA DE SOUZA';
/** The holder's, and not the buyer's. */
const HOLDER_DOCUMENT = '111.444.777-35';

const keys = pagbankKeys();
const running: { stack?: Stack; doubles?: GatewayDoubles; browser?: Browser } = {};
const stack = (): Stack => started(running.stack);
const doubles = (): GatewayDoubles => started(running.doubles);
/** Sandbox tokens by the gateway's own. */
let issued: { readonly card: GivenCard; readonly token: string }[] = [];

beforeAll(async () => {
  running.stack = await startStack({}, { tokenizerOrigins: Object.values(DOUBLES), handsOverCards: true });
  running.doubles = await startGatewayDoubles({
    origins: () => [stack().payUrl],
    publicKey: 'pk_test_double',
    issue(card) {
      const { number, expiryMonth, expiryYear, cvc, holderName } = card;
      const token = stack().sandbox.tokenize({ number, expiryMonth, expiryYear, cvc, holderName });
      issued.push({ card, token });
      return token;
    },
  });
  running.browser = await launchBrowser({ flags: doubles().flags });
});

afterAll(async () => {
  await running.browser?.close();
  await running.doubles?.close();
  await running.stack?.close();
});

beforeEach(() => {
  issued = [];
  doubles().requests.length = 0;
  doubles().instead = undefined;
  stack().intercept = undefined;
});

/** Where each thing of a card may be: in the frame, and in the body of a request to `origins`. */
function canaries(origins: readonly string[], isHandedOver = false): readonly Canary[] {
  const mayBeIn: Canary['mayBeIn'] = ({ sink, url }) => {
    const { origin, pathname } = new URL(url, 'about:blank');
    const isFrame = origin === stack().payUrl && pathname.startsWith('/card-frame/');
    return (
      (isFrame && ['dom', 'value', 'accessibility', ...(isHandedOver ? ['message'] : [])].includes(sink)) ||
      (sink === 'request body' && origins.includes(origin))
    );
  };
  return [
    { name: 'card number', value: PAN, mayBeIn },
    { name: 'expiry', texts: [EXPIRY, '09/2037'], mayBeIn },
    { name: 'CVC', texts: [`"${CODE}"`], whole: CODE, mayBeIn },
    { name: 'document', value: HOLDER_DOCUMENT.replaceAll(/\D/g, ''), mayBeIn },
  ];
}

/** Who may be sent a card by the tokenizer of this name. */
const mayKnowOf = (name: string): readonly string[] =>
  name === 'raw' ? [stack().apiUrl] : name in DOUBLES ? [DOUBLES[name as keyof typeof DOUBLES]] : [];

interface Visit {
  readonly page: Page;
  readonly shown: ShownSession;
  readonly watch: Watch;
  readonly errors: readonly string[];
  close(): Promise<void>;
}

interface VisitOptions {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly others?: readonly string[];
}

async function visit(
  provider: ProviderId,
  tokenizer: Omit<Tokenizer, 'frameUrl'>,
  { attributes = {}, others = [] }: VisitOptions = {},
): Promise<Visit> {
  const frameUrl = `${stack().payUrl}/card-frame/index.html`;
  const id = provider === 'conomy' ? { id: 'CARD' } : {};
  const shown = stack().checkout(
    provider,
    {
      currency: 'BRL',
      paymentMethods: [
        { type: 'card', ...id, tokenizer: { ...tokenizer, frameUrl } },
        ...others.map((type) => ({ type })),
      ],
    },
    { redirect: 'manual', ...attributes },
  );
  const { page, context, errors } = await freshPage(started(running.browser));
  const watch = await watchForCanaries(page, canaries(mayKnowOf(tokenizer.name), tokenizer.name === 'raw'));
  await page.goto(shown.url);
  return { page, shown, watch, errors, close: async () => context.close() };
}

async function fillIn(page: Page, document?: string): Promise<void> {
  await pickMethod(page, 'card');
  const frame = cardFrame(page);
  await frame.getByLabel('Card number').fill(PAN);
  await frame.getByLabel('Expiry date').fill(EXPIRY);
  await frame.getByLabel('Security code').fill(CODE);
  await frame.getByLabel('Name on card').fill(HOLDER);
  if (document !== undefined)
    await frame.getByLabel('CPF or CNPJ of the card holder').pressSequentially(document);
  await fillDetails(page);
}

/** Every body that reaches the API's payment route; `change` stands for what the provider's own server does with it. */
function listenToApi(change: (body: string) => string = (body) => body): string[] {
  const bodies: string[] = [];
  stack().intercept = (request) => {
    const { url, method, headers } = request;
    if (method !== 'POST' || !url.startsWith(stack().apiUrl) || !/\/(payments|confirm)$/.test(url))
      return undefined;
    return request.text().then(async (body) => {
      bodies.push(body);
      return stack().sandbox.fetch(new Request(url, { method, headers, body: change(body) }));
    });
  };
  return bodies;
}

function gate(): { readonly passed: Promise<void>; open(): void } {
  let open!: () => void;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    passed,
    open() {
      open();
    },
  };
}

const given = (): GivenCard | undefined => issued.at(-1)?.card;

describe('a card is paid for with a token of its gateway, and only the gateway sees it', () => {
  test('Pagar.me', async () => {
    const bodies = listenToApi();
    const { page, shown, watch, errors, close } = await visit('plugtopay', {
      name: 'pagarme',
      publicKey: 'pk_test_double',
    });
    await fillIn(page);
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    expect(given()).toMatchObject({ number: PAN, cvc: CODE, expiryMonth: 9, expiryYear: 2037 });
    const [request] = doubles().requests;
    expect(request?.url).toBe('https://api.pagar.me/core/v5/tokens?appId=pk_test_double');
    for (const name of ['authorization', 'cookie', 'referer']) expect(request?.headers.has(name)).toBe(false);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain(`"token":"${request?.token ?? ''}"`);
    expect(stack().sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    expect(await watch.leaks({ accessibility: true })).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  test('PagBank: the token is a cipher, and nothing but it leaves the frame', async () => {
    let opened: GivenCard | undefined;
    const bodies = listenToApi((body) => {
      const { card } = JSON.parse(body) as { card: { token: string } };
      opened = keys.open(card.token);
      return body.replace(card.token, stack().sandbox.tokenize({ number: opened.number }));
    });
    const { page, shown, watch, close } = await visit('plugtopay', {
      name: 'pagbank',
      publicKey: keys.publicKey,
    });
    await fillIn(page);
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    expect(opened).toEqual({ number: PAN, cvc: CODE, expiryMonth: 9, expiryYear: 2037, holderName: HOLDER });
    expect(doubles().requests).toEqual([]);
    expect(bodies).toHaveLength(1);
    expect(stack().sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    expect(await watch.leaks({ accessibility: true })).toEqual([]);
    await close();
  });

  test('z2pay: with the document of its holder', async () => {
    const bodies = listenToApi();
    const { page, shown, watch, close } = await visit('z2pay', {
      name: 'z2pay',
      publicKey: 'pk_test_double',
      url: DOUBLES.z2pay,
    });
    await fillIn(page, HOLDER_DOCUMENT.replaceAll(/\D/g, ''));
    expect(await cardFrame(page).getByLabel('CPF or CNPJ').inputValue()).toBe(HOLDER_DOCUMENT);
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    expect(given()).toMatchObject({ number: PAN, cvc: CODE, document: '11144477735' });
    expect(bodies[0]).toContain(`"tokenId":"${doubles().requests[0]?.token ?? ''}"`);
    expect(stack().sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    expect(await watch.leaks({ accessibility: true })).toEqual([]);
    await close();
  });
});

describe('z2pay', () => {
  test('a CNPJ with letters is refused at its field, which says why, and nothing is sent', async () => {
    const { page, close } = await visit('z2pay', { name: 'z2pay', publicKey: 'pk_test_double' });
    await fillIn(page, '12ABC34501DE35');
    const field = cardFrame(page).getByLabel('CPF or CNPJ');
    expect(await field.inputValue()).toBe('12.ABC.345/01DE-35');
    await payButton(page).click();
    await cardFrame(page).getByText('This provider takes only numbers').first().waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.evaluate((input) => document.activeElement === input)).toBe(true);
    await untilStatus(page, 'ready');
    expect(doubles().requests).toEqual([]);
    await close();
  });
});

describe('Pagar.me', () => {
  const TOKENIZER = { name: 'pagarme', publicKey: 'pk_test_double' };

  test('a token that has not long enough to live for the send is made anew, and the new one is charged', async () => {
    const bodies = listenToApi();
    const toApi = stack().intercept;
    const { page, shown, close } = await visit('plugtopay', TOKENIZER);
    await fillIn(page);
    // The page wakes: before anything is sent the server is asked, and that answer is kept waiting.
    const release = gate();
    const asked = gate();
    stack().intercept = (request) => {
      if (request.method !== 'GET' || !request.url.startsWith(stack().apiUrl)) return toApi?.(request);
      asked.open();
      return release.passed.then(async () => stack().sandbox.fetch(request));
    };
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await asked.passed;
    const told = page.waitForResponse(
      (response) => /\/tokens\b/.test(response.url()) && response.request().method() === 'POST',
    );
    await payButton(page).click();
    await (await told).finished();
    expect(doubles().requests).toHaveLength(1);
    // From the frame to the page it is one message, of which nothing can be seen from here.
    await page.waitForTimeout(1_000);
    // The machine slept for most of the minute that a token lives: timers stood still, the clock went on.
    await page.evaluate(() => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + 50_000;
    });
    release.open();
    await untilStatus(page, 'succeeded');
    const tokens = doubles().requests.map(({ token }) => token);
    expect(tokens).toHaveLength(2);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain(`"token":"${tokens[1] ?? ''}"`);
    expect(stack().sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    await close();
  });

  test.each<[about: string, instead: () => Response]>([
    ['a domain that is not registered', () => Response.json({ message: 'Forbidden' }, { status: 403 })],
    ['too many tries', () => Response.json({}, { status: 429 })],
    ['a fault of its own', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['HTML', () => new Response('<h1>Hi</h1>', { headers: { 'Content-Type': 'text/html' } })],
    ['a success without a token', () => Response.json({ type: 'card' })],
  ])('%s sends no payment, and the next press pays', async (_about, instead) => {
    const bodies = listenToApi();
    const { page, shown, watch, close } = await visit('plugtopay', TOKENIZER);
    await fillIn(page);
    doubles().instead = instead;
    await payButton(page).click();
    await expect
      .poll(async () => (await heard(page)).some(({ type }) => type === 'payment-failure'))
      .toBe(true);
    await untilStatus(page, 'ready');
    expect(bodies).toEqual([]);
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    expect(stack().sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    expect(await watch.leaks()).toEqual([]);
    await close();
  });

  test('a member it refuses is shown at its field', async () => {
    const { page, close } = await visit('plugtopay', TOKENIZER);
    await fillIn(page);
    doubles().instead = () =>
      Response.json({ message: '?', errors: { 'request.card.cvv': ['?'] } }, { status: 422 });
    await payButton(page).click();
    await cardFrame(page).getByText('Check the security code.').first().waitFor();
    await close();
  });

  test('what it refuses without a field is said, what is wrong with the key is the merchant’s to hear of, and the next press pays', async () => {
    const { page, close } = await visit('plugtopay', TOKENIZER);
    await fillIn(page);
    const refuse = async (status: number, words: RegExp): Promise<void> => {
      doubles().instead = () => Response.json({ message: 'no' }, { status });
      await payButton(page).click();
      await page.getByRole('alert').filter({ hasText: words }).waitFor();
    };
    await refuse(400, /Some details were not accepted/);
    await refuse(429, /service is busy/);
    expect((await heard(page)).filter(({ type }) => type === 'checkout-error')).toEqual([]);
    await refuse(403, /card form cannot be reached, and nothing was sent/);
    const errors = (await heard(page)).filter(({ type }) => type === 'checkout-error');
    expect(errors.map(({ detail }) => detail)).toEqual([
      expect.objectContaining({ kind: 'integration', code: 'public_key_refused' }),
    ]);
    expect(errors[0]?.detail['hint']).toMatch(/domain/);
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    await close();
  });
});

describe('the card itself, for an API that has no tokenizer', () => {
  const CONSENT = { 'raw-card': 'i-am-pci-assessed' };

  test.each(['plugtopay', 'conomy'] as const)(
    '%s gets it in the body of the payment, which is the only place it ever is',
    async (provider) => {
      const bodies = listenToApi();
      const { page, shown, watch, errors, close } = await visit(
        provider,
        { name: 'raw' },
        { attributes: CONSENT },
      );
      await fillIn(page);
      // The shopper is not told that the shop never sees the card.
      expect(await page.getByText('through this shop’s page').count()).toBe(1);
      expect(await page.getByText('The shop never sees them').count()).toBe(0);
      await payButton(page).click();
      await untilStatus(page, 'succeeded');
      expect(bodies).toHaveLength(1);
      expect(bodies[0]).toContain(`"${PAN}"`);
      expect(bodies[0]).toContain(HOLDER);
      expect(bodies[0]).not.toContain('"token"');
      expect(stack().sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
      expect(await watch.leaks({ accessibility: true })).toEqual([]);
      expect(watch.names()).toContain('card number');
      expect(errors).toEqual([]);
      await close();
    },
  );

  test('a send that is lost goes out again with the same bytes', async () => {
    const bodies: string[] = [];
    const { page, shown, watch, close } = await visit('plugtopay', { name: 'raw' }, { attributes: CONSENT });
    await fillIn(page);
    stack().intercept = (request) => {
      if (request.method !== 'POST' || !request.url.endsWith('/payments')) return undefined;
      const { url, method, headers } = request;
      return request.text().then(async (body) => {
        bodies.push(body);
        return bodies.length === 1
          ? new Response('<h1>Bad gateway</h1>', { status: 502 })
          : stack().sandbox.fetch(new Request(url, { method, headers, body }));
      });
    };
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    expect(bodies.length).toBeGreaterThan(1);
    expect(new Set(bodies).size).toBe(1);
    expect(stack().sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    expect(await watch.leaks()).toEqual([]);
    await close();
  });

  test.each<[about: string, attributes: Record<string, string>]>([
    ['does not agree', {}],
    ['agrees to nothing in particular', { 'raw-card': '' }],
    ['says it in other words', { 'raw-card': 'true' }],
  ])('is not asked for by a page that %s, and the page is told why', async (_about, attributes) => {
    const { page, close } = await visit('plugtopay', { name: 'raw' }, { attributes, others: ['pix'] });
    await page.getByRole('radio', { name: /^Pix/ }).waitFor();
    expect(await page.getByRole('radio', { name: /^Card/ }).count()).toBe(0);
    expect(await page.locator('iframe').count()).toBe(0);
    const error = (await heard(page)).find(({ type }) => type === 'checkout-error')?.detail;
    expect(error).toMatchObject({ kind: 'integration', code: 'raw_card_not_allowed', retryable: false });
    expect(error?.['hint']).toMatch(/SAQ A.*raw-card="i-am-pci-assessed"/);
    await close();
  });

  test('a session that has nothing else says so, and whose fault it is', async () => {
    const { page, close } = await visit('plugtopay', { name: 'raw' });
    await untilStatus(page, 'unavailable');
    await page.getByText('This checkout is not set up correctly').first().waitFor();
    const errors = (await heard(page)).filter(({ type }) => type === 'checkout-error');
    expect(errors.map(({ detail }) => detail['code'])).toEqual(['raw_card_not_allowed']);
    await close();
  });

  test.each(['native', 'z2pay', 'payonify'] as const)(
    '%s never asks for it, whatever the page agrees to',
    async (provider) => {
      const { page, close } = await visit(provider, { name: 'raw' }, { attributes: CONSENT });
      await untilStatus(page, 'unavailable');
      expect(await page.locator('iframe').count()).toBe(0);
      await close();
    },
  );
});
