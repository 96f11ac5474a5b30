import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type Axe from 'axe-core';
import type { Browser, Frame, Page } from 'playwright';
import { build, createBuilder } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { createCardFrameHost } from '../../src/card-frame/host/card-frame-host.js';
import { cardFrameHeaders } from '../../src/card-frame/shared/headers.js';
import { launchBrowser } from '../support/browser.js';

/*
 * The built card frame on an origin of its own with all its headers, in a shop with a strict policy of its own.
 * What belongs to one side alone is tested in test/card-frame; here is what only the two together, and a real
 * keyboard, can show.
 */

const root = path.resolve(import.meta.dirname, '../..');
const out = mkdtempSync(path.join(tmpdir(), 'card-frame-'));

const PAN = '5555555555554444';
const CVC = '737';
const CARD = { 'cc-number': PAN, 'cc-exp': '0939', 'cc-csc': CVC, 'cc-name': 'Ana Souza' };

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

let browser: Browser;
let shop: Server;
let pay: Server;
/** What the tokenizer was sent, and what it says next. */
let requests: { readonly headers: IncomingMessage['headers']; readonly body: string }[];
let answer: Answer;
/** What it was asked about the first digits. */
let asked: string[];
/** Breaks the script on its way, as a hacked store would. */
let isTampered = false;

const port = (server: Server): number => (server.address() as AddressInfo).port;
const shopOrigin = (name = 'shop'): string => `http://${name}.localhost:${port(shop)}`;
const payOrigin = (): string => `http://pay.localhost:${port(pay)}`;
const built = (file: string): string => readFileSync(path.join(out, file), 'utf8');

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
};

async function servePay(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const integrity = /integrity="([^"]+)"/.exec(built('frame/index.html'))?.[1] ?? '';
  const headers = cardFrameHeaders({ frameAncestors: [shopOrigin()], scriptIntegrity: integrity });
  const send = (status: number, type: string, body: string): void => {
    response.writeHead(status, { ...headers, 'Content-Type': type });
    response.end(body);
  };
  if (request.url === '/card-frame/index.html') {
    const parents = `<meta name="card-frame-parents" content="${shopOrigin()}">`;
    send(200, 'text/html', built('frame/index.html').replace('</title>', `</title>${parents}`));
  } else if (request.url === '/card-frame/card-frame.js') {
    send(
      200,
      'text/javascript',
      built('frame/card-frame.js') + (isTampered ? ';fetch("//evil.example")' : ''),
    );
  } else if (request.url === '/card-frame/tokens' && request.method === 'POST') {
    requests.push({ headers: request.headers, body: await bodyOf(request) });
    send(answer.status, 'application/json', JSON.stringify(answer.body));
  } else if (request.url === '/card-frame/brands' && request.method === 'POST') {
    const body = await bodyOf(request);
    asked.push(body);
    const brands = body.includes('40000076') ? ['visa', 'elo'] : [];
    send(200, 'application/json', JSON.stringify({ brands }));
  } else send(404, 'text/plain', '');
}

function serveShop(request: IncomingMessage, response: ServerResponse): void {
  const scripts: Readonly<Record<string, () => string>> = {
    '/shop.js': () => `import * as host from './host.js'; Object.assign(window, host);`,
    '/host.js': () => built('host/host.js'),
  };
  const script = scripts[request.url ?? ''];
  if (script) {
    response.writeHead(200, { 'Content-Type': 'text/javascript' });
    response.end(script());
    return;
  }
  response.writeHead(200, {
    'Content-Type': 'text/html',
    // A shop that is cross-origin isolated and as strict as can be.
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Content-Security-Policy': `default-src 'none'; script-src 'self'; frame-src ${payOrigin()}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  });
  response.end(
    '<!doctype html><title>Shop</title><script type="module" src="/shop.js"></script><h1>Shop</h1><button>Before</button><main></main><button>After</button>',
  );
}

const listen = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.listen(0, resolve);
  });

beforeAll(async () => {
  const builder = await createBuilder({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
    environments: { frame: { build: { outDir: path.join(out, 'frame') } } },
  });
  const { frame } = builder.environments;
  if (!frame) throw new Error('the build has no card frame');
  await builder.build(frame);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: path.join(out, 'host'),
      target: 'es2022',
      lib: { entry: 'src/card-frame/host/card-frame-host.ts', formats: ['es'], fileName: () => 'host.js' },
    },
  });
  pay = createServer((request, response) => void servePay(request, response));
  shop = createServer(serveShop);
  await Promise.all([listen(pay), listen(shop)]);
  browser = await launchBrowser({ isWhole: true });
});

afterAll(async () => {
  await browser.close();
  for (const server of [pay, shop]) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(out, { recursive: true, force: true });
});

beforeEach(() => {
  requests = [];
  asked = [];
  isTampered = false;
  answer = { status: 200, body: { token: 'tok_e2e_1', brand: 'mastercard', last4: '4444' } };
});

/** What the page has seen, in its own words: every message, key, input event, error and violation. */
interface Seen {
  readonly seen: string[];
  readonly outcomes: unknown[];
}
type ShopWindow = Window &
  Seen & {
    createCardFrameHost: typeof createCardFrameHost;
    host: { tokenize(): Promise<unknown>; focus(): void; clearSecurityCode(): void };
  };

/** Runs in the page before anything else: the ears of a curious shop. */
function listenToEverything(): void {
  const self = window as unknown as ShopWindow & { seen: string[]; outcomes: unknown[] };
  self.seen = [];
  self.outcomes = [];
  const note = (kind: string, value: unknown): void =>
    void self.seen.push(`${kind} ${JSON.stringify(value) ?? ''}`);
  for (const type of [
    'keydown',
    'keyup',
    'beforeinput',
    'input',
    'change',
    'paste',
    'focusin',
    'selectionchange',
  ]) {
    addEventListener(
      type,
      (e) => {
        note(type, { key: (e as KeyboardEvent).key, data: (e as InputEvent).data });
      },
      true,
    );
  }
  addEventListener(
    'message',
    (event) => {
      note('message', event.data);
    },
    true,
  );
  addEventListener('securitypolicyviolation', (event) => {
    note('violation', event.violatedDirective);
  });
  addEventListener('error', (event) => {
    note('error', event.message);
  });
  // A port's traffic is private to its owner; a page that replaces the constructor owns it.
  const Native = window.MessageChannel;
  window.MessageChannel = class extends Native {
    constructor() {
      super();
      this.port1.addEventListener('message', (event) => {
        note('port', event.data);
      });
      const post = this.port1.postMessage.bind(this.port1);
      this.port1.postMessage = (message: unknown) => {
        note('post', message);
        post(message);
      };
    }
  };
}

interface Visit {
  readonly page: Page;
  readonly console: string[];
  readonly urls: string[];
  frame(): Frame;
  seen(): Promise<string>;
  outcome(): Promise<unknown>;
}

/** Opens the shop and mounts the frame; resolves when it is ready or dead. `hurry`: how fast the waiting goes. */
async function visit({ origin = shopOrigin(), width = 600, hurry = 1 } = {}): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width, height: 700 } });
  const messages: string[] = [];
  const urls: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('request', (request) => urls.push(request.url()));
  await page.addInitScript(listenToEverything);
  await page.goto(`${origin}/`);
  await page.evaluate(
    async ({ frameUrl, hurry }) => {
      const self = window as unknown as ShopWindow;
      await new Promise<void>((resolve) => {
        const host = self.createCardFrameHost({
          frameUrl,
          container: document.querySelector('main') ?? document.body,
          onEvent(event) {
            self.outcomes.push(event.type);
            if (event.type === 'ready') resolve();
          },
          onDead(error) {
            self.outcomes.push(error.toData());
            resolve();
          },
          clock: {
            now: () => Date.now(),
            schedule(callback, delayMs) {
              const timer = setTimeout(callback, delayMs / hurry);
              return () => {
                clearTimeout(timer);
              };
            },
          },
        });
        Object.assign(self, { host });
      });
    },
    { frameUrl: `${payOrigin()}/card-frame/index.html`, hurry },
  );
  return {
    page,
    console: messages,
    urls,
    frame() {
      const found = page.frames().find((frame) => frame.url().startsWith(payOrigin()));
      if (!found) throw new Error('there is no frame');
      return found;
    },
    seen: () => page.evaluate(() => (window as unknown as ShopWindow).seen.join('\n')),
    outcome: () => page.evaluate(() => (window as unknown as ShopWindow).outcomes.at(-1)),
  };
}

async function typeCard(frame: Frame): Promise<void> {
  for (const [id, text] of Object.entries(CARD)) await frame.locator(`#${id}`).pressSequentially(text);
}

/** What `tokenize` came to, as plain data. */
const tokenize = ({ page }: Visit): Promise<unknown> =>
  page.evaluate(async () => {
    try {
      return await (window as unknown as ShopWindow).host.tokenize();
    } catch (fault) {
      return (fault as { toData(): unknown }).toData();
    }
  });

const focused = (frame: Frame): Promise<string | undefined> =>
  frame.evaluate(() => document.activeElement?.id);

describe('the card frame in a strict shop', () => {
  test('exchanges a card for a token, and only its own origin sees the card', async () => {
    const shopVisit = await visit();
    await typeCard(shopVisit.frame());
    expect(await tokenize(shopVisit)).toEqual({
      token: 'tok_e2e_1',
      brand: 'mastercard',
      last4: '4444',
      frameNonce: expect.stringMatching(/^[\da-f]{32}$/) as string,
    });

    expect(requests).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = requests;
    expect(JSON.parse(body)).toEqual({
      number: PAN,
      expiryMonth: 9,
      expiryYear: 2039,
      cvc: CVC,
      holderName: 'Ana Souza',
      frameNonce: expect.stringMatching(/^[\da-f]{32}$/) as string,
    });
    expect(headers).toMatchObject({ origin: payOrigin(), 'content-type': 'application/json' });
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
    await shopVisit.page.close();
  });

  test.each([
    ['a token', { status: 200, body: { token: 'tok_e2e_1', pan: PAN } }],
    ['a refusal', { status: 422, body: { code: 'incorrect_cvc', param: 'cvc', message: `${PAN} ${CVC}` } }],
    ['a fault', { status: 500, body: { error: PAN } }],
  ])(
    'shows the page no digit of the card but the last four, whatever comes back: %s',
    async (_name, next) => {
      answer = next;
      const shopVisit = await visit();
      await typeCard(shopVisit.frame());
      // The ears work: the page's own key is heard, and so is the frame's traffic.
      await shopVisit.page.locator('button').first().press('q');
      const outcome = await tokenize(shopVisit);
      const seen = await shopVisit.seen();
      expect(seen).toContain('"key":"q"');
      expect(seen).toMatch(/^port .*"change"/m);
      expect(seen).toMatch(/^post .*"tokenize"/m);

      const sinks = [
        // The nonces are hex, and may hold any three digits.
        seen.replace(/"nonce":"[\da-f]{32}"/g, ''),
        JSON.stringify(outcome),
        await shopVisit.page.content(),
        shopVisit.console.join('\n'),
        shopVisit.urls
          .join('\n')
          .replaceAll(String(port(pay)), '')
          .replaceAll(String(port(shop)), ''),
        JSON.stringify(
          await shopVisit.page.evaluate(() => ({ ...localStorage, ...sessionStorage, name: window.name })),
        ),
      ];
      const groups = PAN.match(/.{4}/g)?.join(' ') ?? '';
      for (const canary of [
        PAN,
        groups,
        PAN.slice(0, 6),
        CVC,
        '09/39',
        '2039',
        'Souza',
        btoa(PAN),
        encodeURIComponent(groups),
      ]) {
        for (const sink of sinks) expect(sink).not.toContain(canary);
      }
      await shopVisit.page.close();
    },
  );

  test('breaks neither the shop’s policy nor its own', async () => {
    const shopVisit = await visit();
    await shopVisit.frame().evaluate(() => {
      const self = window as unknown as { violations: string[] };
      self.violations = [];
      addEventListener('securitypolicyviolation', (event) => self.violations.push(event.effectiveDirective));
    });
    await typeCard(shopVisit.frame());
    await tokenize(shopVisit);
    expect(await shopVisit.seen()).not.toContain('violation');
    const violations = (): Promise<string[]> =>
      shopVisit.frame().evaluate(() => (window as unknown as { violations: string[] }).violations);
    expect(await violations()).toEqual([]);
    // The policy is there, and would have said so.
    await shopVisit.frame().evaluate(() => {
      document.body.setAttribute('style', 'color: red');
      try {
        document.body.innerHTML = '<b>x</b>';
      } catch {
        // Trusted Types refuse it.
      }
    });
    await expect
      .poll(violations)
      .toEqual(expect.arrayContaining(['style-src-attr', 'require-trusted-types-for']));
    expect(await shopVisit.page.evaluate(() => crossOriginIsolated)).toBe(true);
    // The two names for one right to be filled in are unknown to some browsers, and harmless there.
    expect(
      shopVisit.console.filter(
        (text) => !/Unrecognized feature: '(shared-)?autofill'|style|TrustedHTML/.test(text),
      ),
    ).toEqual([]);
    await shopVisit.page.close();
  });

  test('is walked through by Tab, in and out at both ends', async () => {
    const { page, frame } = await visit();
    await page.locator('button').first().focus();
    // Focus crosses the wall between two processes: it has arrived once it is somewhere else than before.
    const here = async (): Promise<string | undefined> =>
      (await page.evaluate(() =>
        document.activeElement instanceof HTMLIFrameElement ? undefined : document.activeElement?.textContent,
      )) ?? focused(frame());
    const walk = async (key: string, stops: readonly string[]): Promise<void> => {
      for (const stop of stops) {
        await page.keyboard.press(key);
        await expect.poll(here).toBe(stop);
      }
    };
    await walk('Tab', ['cc-number', 'cc-exp', 'cc-csc', 'cc-name', 'After']);
    await walk('Shift+Tab', ['cc-name', 'cc-csc', 'cc-exp', 'cc-number', 'Before']);
    await page.close();
  });

  test('lets the shopper choose the brand of a card that carries two, and tells the page only which', async () => {
    const shopVisit = await visit();
    const { page, frame } = shopVisit;
    const number = '4000007600000001';
    await frame().locator('#cc-number').pressSequentially(number);
    await frame().getByRole('group', { name: 'Pay with' }).waitFor();
    const height = (): Promise<number> => page.locator('iframe').evaluate((iframe) => iframe.clientHeight);
    await expect
      .poll(height)
      .toBe(await frame().evaluate(() => Math.ceil(document.forms[0]?.offsetHeight ?? 0)));
    // The digits that name the issuer, once, and none of the shopper's.
    expect(asked).toEqual(['{"bin":"40000076"}']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0939');
    await page.keyboard.press('Tab');
    await page.keyboard.type(CVC);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ana Souza');
    answer = { status: 200, body: { token: 'tok_e2e_1', last4: '0001' } };
    expect(await tokenize(shopVisit)).toMatchObject({ token: 'tok_e2e_1', brand: 'elo', last4: '0001' });
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({ number, brand: 'elo' });
    expect(await shopVisit.seen()).not.toContain('40000076');
    await page.close();
  });

  test('tells the page of Enter, and of nothing else that is typed', async () => {
    const shopVisit = await visit();
    await shopVisit.frame().locator('#cc-name').pressSequentially('Ana');
    expect(await shopVisit.outcome()).toBe('ready');
    // Not before the frame has been seen for half a second.
    await expect
      .poll(async () => {
        await shopVisit.page.keyboard.press('Enter');
        return shopVisit.outcome();
      })
      .toBe('submit');
    await shopVisit.page.close();
  });

  test('takes the focus to the first field that is wrong, from the page', async () => {
    const shopVisit = await visit();
    const { page, frame } = shopVisit;
    await frame().locator('#cc-number').pressSequentially(PAN);
    await page.locator('button').last().focus();
    expect(await tokenize(shopVisit)).toMatchObject({ kind: 'shopper', code: 'card_invalid' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
    expect(await focused(frame())).toBe('cc-exp');
    await page.keyboard.type('0939');
    expect(await frame().locator('#cc-exp').inputValue()).toBe('09/39');
    await page.close();
  });

  test('leaves nothing of the card in a page that waits for the back button', async () => {
    const { page, frame } = await visit();
    await typeCard(frame());
    await frame().evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    const values = await frame()
      .locator('input')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    expect(values).toEqual(['', '', '', '']);
    await page.close();
  });

  test('grows with its errors, without a scroll bar', async () => {
    const shopVisit = await visit({ width: 320 });
    const { page, frame } = shopVisit;
    const height = (): Promise<number> => page.locator('iframe').evaluate((iframe) => iframe.clientHeight);
    const before = await height();
    await tokenize(shopVisit);
    await expect.poll(height).toBeGreaterThan(before + 60);
    const fits = (): Promise<boolean> =>
      frame().evaluate(() => {
        const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
        return scrollHeight <= clientHeight && scrollWidth <= clientWidth;
      });
    await expect.poll(fits).toBe(true);
    await page.close();
  });

  test('has no fault that axe finds, in any state', async () => {
    const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
    const shopVisit = await visit();
    const { page } = shopVisit;
    const frame = shopVisit.frame();
    // From the page into its frame, as axe goes over a page that holds one.
    for (const document of [page, frame]) {
      await document.evaluate(`${axe}; axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })`);
    }
    const faults = async (): Promise<string[]> => {
      await frame.evaluate(() => {
        for (const animation of document.getAnimations()) animation.finish();
      });
      return page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof Axe };
        // Four fields hold nothing to skip. The page around the frame is this test's, not the product's.
        // `bypass`: four fields hold nothing to skip. Only the frame counts: the page around it is this test's.
        const { passes, violations, incomplete } = await axe.run({ rules: { bypass: { enabled: false } } });
        const inFrame = ({ id, nodes }: (typeof passes)[number]): string[] =>
          nodes.filter(({ target }) => target.length === 2).map(({ html }) => `${id}: ${html}`);
        if (passes.flatMap(inFrame).length < 20) return ['axe did not reach the frame'];
        return [...violations, ...incomplete].flatMap(inFrame);
      });
    };
    expect(await faults()).toEqual([]);
    await tokenize(shopVisit);
    expect(await faults()).toEqual([]);
    await typeCard(frame);
    expect(await faults()).toEqual([]);
    await shopVisit.page.close();
  });

  test('is filled in by the browser’s own autofill', async () => {
    // On its own: the protocol’s autofill does not reach into frames of another process.
    const page = await browser.newPage();
    await page.goto(`${payOrigin()}/card-frame/index.html`);
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('Autofill.enable');
    const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
    const field = nodes.find(
      ({ nodeName, attributes }) => nodeName === 'INPUT' && attributes?.includes('cc-number'),
    );
    if (!field) throw new Error('the number field is not in the tree');
    const card = { number: PAN, name: 'Ana Souza', expiryMonth: '09', expiryYear: '2039', cvc: CVC };
    await session.send('Autofill.trigger', { fieldId: field.backendNodeId, card });
    const values = (): Promise<string[]> =>
      page.locator('input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    await expect.poll(values).toEqual(['5555 5555 5555 4444', '09/39', CVC, 'Ana Souza']);
    await page.close();
  });
});

describe('the card frame is refused', () => {
  const FAILED = { kind: 'network', code: 'card_frame_failed', retryable: true };

  test('in a page the provider does not know', async () => {
    const stranger = await visit({ origin: shopOrigin('stranger'), hurry: 10 });
    expect(await stranger.outcome()).toMatchObject(FAILED);
    expect(await stranger.page.locator('iframe').count()).toBe(0);
    await stranger.page.close();
  });

  test('when its script is not the one that was published', async () => {
    isTampered = true;
    const shopVisit = await visit({ hurry: 10 });
    expect(await shopVisit.outcome()).toMatchObject(FAILED);
    expect(shopVisit.urls.join()).not.toContain('evil.example');
    await shopVisit.page.close();
  });

  test('after a script of the page has sent it elsewhere', async () => {
    const shopVisit = await visit();
    await typeCard(shopVisit.frame());
    await shopVisit.page.evaluate((url) => {
      window.frames[0]?.location.replace(url);
    }, `${payOrigin()}/card-frame/index.html?again`);
    await expect.poll(shopVisit.outcome).toMatchObject(FAILED);
    expect(await tokenize(shopVisit)).toMatchObject(FAILED);
    expect(requests).toEqual([]);
    await shopVisit.page.close();
  });
});

describe('the built frame', () => {
  test('is one script, with the integrity its document names', () => {
    const html = built('frame/index.html');
    const hash = createHash('sha384').update(built('frame/card-frame.js')).digest('base64');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain(`integrity="sha384-${hash}"`);
    expect(html).not.toContain('{{');
  });

  test('weighs no more than 20 kB on its way', () => {
    expect(gzipSync(built('frame/card-frame.js'), { level: 9 }).length).toBeLessThan(20_000);
  });

  test('uses nothing that makes code or markup from text', () => {
    expect(built('frame/card-frame.js')).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/,
    );
  });
});
