import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPayOrigin } from '../../../demo/pay-app.js';
import { manifestHeaders, TOKENIZER_ORIGINS } from '../../../src/card-frame/shared/manifest.js';
import { freshPage, heard, launchBrowser } from '../../support/browser.js';
import { mapHosts, serveTls } from '../../support/gateway-doubles.js';
import {
  cardFrame,
  CARDS,
  fillCard,
  fillDetails,
  payButton,
  pickMethod,
  untilStatus,
} from '../../support/shopper.js';
import { DIST, readFrameManifest, startStack, type Stack } from '../../support/stack.js';
import { started } from '../../support/use-stack.js';

/** Names that are mapped to this machine: a hurried eye takes some of them for the shop's. */
const FOREIGN_HOSTS = [
  'localhost.example',
  'localhost-shop.example',
  'shop-localhost.example',
  'localhost.com',
  '1ocalhost',
  'loca1host',
  'localhosts',
  'ocalhost',
  'xn--lcalhost-nbh', // lоcalhost, its first o from another alphabet
  'xn--ocalhost-3mb', // ĺocalhost
  'evil.example',
  'pay.example',
] as const;
const SHOP_HOST = 'shop.example';

const running: {
  stack?: Stack;
  browser?: Browser;
  tls?: { readonly port: number; close(): Promise<void> };
} = {};
const stack = (): Stack => started(running.stack);

beforeAll(async () => {
  // Any page may use the API: the shop has a second name here.
  running.stack = await startStack({ allowedOrigins: undefined });
  // The shop over https under a name that is not this machine's, with the card frame on the very same origin.
  running.tls = await serveTls((request) => {
    const { pathname } = new URL(request.url);
    const origin = pathname.startsWith('/card-frame/') ? stack().payUrl : stack().shopUrl;
    return fetch(origin + pathname);
  });
  const { port } = new URL(stack().shopUrl);
  const [rules = '', ...flags] = mapHosts([SHOP_HOST], running.tls.port);
  const [others = ''] = mapHosts(FOREIGN_HOSTS, Number(port));
  running.browser = await launchBrowser({
    flags: [`${rules},${others.replace('--host-resolver-rules=', '')}`, ...flags],
  });
});

afterAll(async () => {
  await running.browser?.close();
  await running.tls?.close();
  await running.stack?.close();
});

const frameUrl = (): string => `${stack().payUrl}/card-frame/index.html`;

describe('the headers of the card frame (S-20)', () => {
  test('are these, and no others', async () => {
    const { headers } = await fetch(frameUrl());
    const sent = Object.fromEntries(headers);
    for (const name of ['connection', 'date', 'keep-alive', 'transfer-encoding', 'content-length'])
      delete sent[name];
    const { sha384 = '' } = readFrameManifest().files['card-frame.js'] ?? {};
    expect(sent).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        "default-src 'none'",
        `script-src 'self' '${sha384}'`,
        "style-src 'none'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        `frame-ancestors ${stack().shopUrl}`,
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].join('; '),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'cross-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy':
        'accelerometer=(), camera=(), clipboard-read=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), microphone=(), midi=(), serial=(), usb=(), xr-spatial-tracking=(), payment=(self)',
      'origin-agent-cluster': '?1',
      'strict-transport-security': 'max-age=63072000',
    });
  });

  test('let 20 origins that look like the shop’s, and are not, embed nothing', async () => {
    const { port } = new URL(stack().shopUrl);
    const page = new URL(stack().page(`<iframe src="${frameUrl()}"></iframe>`, { csp: null, script: '' }))
      .pathname;
    const nested = new URL(
      stack().page(`<iframe src="${stack().shopUrl}${page}"></iframe>`, { csp: null, script: '' }),
    ).pathname;
    const foreign = [
      ...FOREIGN_HOSTS.map((host) => `http://${host}:${port}${page}`),
      // The shop's own origin in places where none counts.
      `http://evil.example:${port}${page}?${stack().shopUrl}`,
      `http://evil.example:${port}${page}#${stack().shopUrl}/`,
      `http://localhost:${port}@evil.example:${port}${page}`,
      // The same machine, and the same port.
      ...['127.0.0.1', '[::1]', 'shop.localhost', 'localhost.localhost'].map(
        (host) => `http://${host}:${port}${page}`,
      ),
      // The shop itself, in somebody else's page.
      `http://evil.example:${port}${nested}`,
    ];
    expect(new Set(foreign).size).toBe(20);
    const context = await started(running.browser).newContext();
    const shown = async (url: string): Promise<boolean> => {
      const tab = await context.newPage();
      await tab.goto(url, { waitUntil: 'load' });
      const urls = tab.frames().map((frame) => frame.url());
      const inputs = await Promise.all(
        tab.frames().map(async (frame) => frame.locator('#cc-number').count()),
      );
      await tab.close();
      expect(urls.length, url).toBeGreaterThan(1);
      return urls.includes(frameUrl()) || inputs.some((count) => count > 0);
    };
    const embedded: string[] = [];
    for (const url of foreign) if (await shown(url)) embedded.push(url);
    expect(embedded).toEqual([]);
    // The one that is registered is not refused.
    expect(await shown(`${stack().shopUrl}${page}`)).toBe(true);
    await context.close();
  });
});

describe('the inventory of the card frame (S-21)', () => {
  const { files, tokenizerOrigins } = readFrameManifest();

  test.each(Object.entries(files))(
    '%s is served with the bytes and headers that the manifest gives',
    async (name, file) => {
      const response = await fetch(new URL(name, frameUrl()));
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.length).toBe(file.bytes);
      expect(`sha384-${createHash('sha384').update(bytes).digest('base64')}`).toBe(file.sha384);
      const expected =
        manifestHeaders(readFrameManifest(), name, { frameAncestors: [stack().shopUrl] }) ?? {};
      for (const [header, value] of Object.entries(expected))
        expect(response.headers.get(header)).toBe(value);
    },
  );

  test('names everything the build has put there for browsers', () => {
    const built = readdirSync(path.join(DIST, 'card-frame')).filter((name) => !/\.(map|json)$/.test(name));
    expect(built.sort()).toEqual(Object.keys(files).sort());
    expect(tokenizerOrigins).toEqual(TOKENIZER_ORIGINS);
  });

  test('is all that a purchase loads, each script with the integrity of its bytes', async () => {
    const shown = stack().checkout('native', { currency: 'BRL' }, { redirect: 'manual' });
    const { page, context } = await freshPage(started(running.browser));
    const asked: string[] = [];
    context.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (request.frame().parentFrame() && origin !== 'null')
        asked.push(`${request.method()} ${origin}${pathname}`);
    });
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    await fillCard(page, CARDS.approved);
    await fillDetails(page);
    const scripts = await cardFrame(page)
      .locator('script')
      .evaluateAll((all) =>
        (all as HTMLScriptElement[]).map(({ src, integrity, text }) => [
          new URL(src).pathname,
          integrity,
          text,
        ]),
      );
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    const at = (name: string): string => new URL(name, frameUrl()).href;
    expect(asked.filter((request) => request.startsWith('GET'))).toEqual(
      Object.keys(files).map((name) => `GET ${at(name)}`),
    );
    // What it asks of the tokenizer beside it.
    const others = asked.filter((request) => !request.startsWith('GET'));
    expect(others).toContain(`POST ${at('tokens')}`);
    expect(others.filter((request) => !/^POST .*\/card-frame\/(tokens|brands)$/.test(request))).toEqual([]);
    expect(scripts).toEqual([['/card-frame/card-frame.js', files['card-frame.js']?.sha384, '']]);
    await context.close();
  });

  test('is what the demo serves for the origins it was given, and nothing else', async () => {
    const handler = await createPayOrigin(DIST, ['https://shop.example'], () => new Response());
    const ask = async (name: string): Promise<Response> =>
      handler(new Request(`https://pay.example/card-frame/${name}`));
    for (const name of Object.keys(files)) {
      const response = await ask(name);
      const expected = manifestHeaders(readFrameManifest(), name, {
        frameAncestors: ['https://shop.example'],
      });
      for (const [header, value] of Object.entries(expected ?? {}))
        expect(response.headers.get(header)).toBe(value);
    }
    for (const name of ['card-frame.js.map', 'headers.json', '../manifest.json', 'toString'])
      expect((await ask(name)).status).toBe(404);
  });
});

test('a shop that has the frame on its own origin is told why that is no wall, and no frame is shown', async () => {
  const own = `https://${SHOP_HOST}`;
  const frame = `${own}/card-frame/index.html`;
  const shown = stack().checkout(
    'native',
    { currency: 'BRL', paymentMethods: [{ type: 'card', tokenizer: { name: 'sandbox', frameUrl: frame } }] },
    {},
    { csp: null },
  );
  const { page, context } = await freshPage(started(running.browser));
  await page.goto(own + new URL(shown.url).pathname);
  await expect
    .poll(async () => (await heard(page)).find(({ type }) => type === 'checkout-error')?.detail)
    .toMatchObject({ kind: 'integration', code: 'card_frame_same_origin' });
  const error = (await heard(page)).find(({ type }) => type === 'checkout-error')?.detail;
  expect(`${String(error?.['message'])} ${String(error?.['hint'])}`).toMatch(
    /readable by every script.*merchant’s page/s,
  );
  expect(await page.locator('iframe').count()).toBe(0);
  await context.close();
});
