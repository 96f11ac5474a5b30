import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROVIDERS } from '../../../src/core/providers/dialect.js';
import { freshPage } from '../../support/browser.js';
import { payButton, pickMethod, fillDetails, untilStatus, quiet } from '../../support/shopper.js';
import { checkoutTag } from '../../support/stack.js';
import { useStack } from '../../support/use-stack.js';

const rig = useStack();

/** Another origin that would take anything from anybody, and counts who comes. */
const other: { server?: Server; url: string; arrivals: string[] } = { url: '', arrivals: [] };
beforeAll(async () => {
  other.server = createServer((request, response) => {
    other.arrivals.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const origin = request.headers.origin ?? '*';
    response.writeHead(200, {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Headers': '*, Authorization, Content-Type, Idempotency-Key',
      'Content-Type': 'application/json',
    });
    response.end('{}');
  });
  await new Promise<void>((resolve) => {
    other.server?.listen(0, resolve);
  });
  other.url = `http://localhost:${String((other.server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  other.server?.closeAllConnections();
  other.server?.close();
});

const isApi = (request: Request): boolean => request.url.startsWith(rig.stack.apiUrl);
const isPayment = (request: Request): boolean =>
  request.method === 'POST' && request.url.endsWith('/payments');

describe('S-12: an API that answers with a redirect', () => {
  test('hands neither a read nor a payment to another origin, whichever redirect it is', async () => {
    const statusOf = new Map<string, number>();
    const redirected = new Set<string>();
    rig.stack.intercept = (request) => {
      const token = request.headers.get('Authorization') ?? '';
      const status = statusOf.get(`${isPayment(request) ? 'pay' : 'read'} ${token}`);
      if (!isApi(request) || status === undefined || request.method === 'OPTIONS') return undefined;
      redirected.add(`${String(status)} ${request.method}`);
      const Location = `${other.url}/stolen`;
      return new Response(null, {
        status,
        headers: { Location, 'Access-Control-Allow-Origin': rig.stack.shopUrl, Vary: 'Origin' },
      });
    };
    const { page, context } = await freshPage(rig.browser);
    const cases = [301, 302, 303, 307, 308].flatMap((status) =>
      (['read', 'pay'] as const).map((kind) => ({ status, kind })),
    );
    await Promise.all(
      cases.map(async ({ status, kind }, index) => {
        const shown = rig.stack.checkout(
          'native',
          { currency: 'BRL', paymentMethods: ['pix'] },
          {},
          { csp: null },
        );
        statusOf.set(`${kind} Bearer ${shown.token}`, status);
        const tab = index === 0 ? page : await context.newPage();
        await tab.goto(shown.url);
        if (kind === 'read') {
          await untilStatus(tab, 'unavailable');
          return;
        }
        await payButton(tab).click();
        // It may have been taken or not: nobody knows, and nobody says that it failed.
        await untilStatus(tab, 'unknown');
      }),
    );
    rig.stack.intercept = undefined;
    expect([...redirected].sort()).toEqual(
      cases.map(({ status, kind }) => `${String(status)} ${kind === 'read' ? 'GET' : 'POST'}`).sort(),
    );
    expect(other.arrivals).toEqual([]);
    // The positive control: a request that follows gets there.
    await page.evaluate(async (url) => fetch(url).catch(() => undefined), `${other.url}/control`);
    expect(other.arrivals).toEqual(['GET /control']);
    await context.close();
  });

  test('gets no cookie and no referrer, and nothing is kept of what it says', async () => {
    const seen: { readonly what: string; readonly headers: Headers }[] = [];
    rig.stack.intercept = (request) => {
      if (isApi(request) && request.method !== 'OPTIONS')
        seen.push({ what: `${request.method} ${new URL(request.url).pathname}`, headers: request.headers });
      return undefined;
    };
    const { page, context } = await freshPage(rig.browser);
    await context.addCookies([{ name: 'sid', value: 'shopper', url: rig.stack.apiUrl }]);
    const shown = rig.stack.checkout('native', { currency: 'BRL' }, { redirect: 'manual' }, { csp: null });
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    await payButton(page).click();
    await untilStatus(page, 'action_required');
    const ours = [...seen];
    expect(ours.map(({ what }) => what)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^GET /), expect.stringMatching(/^POST .*payments$/)]),
    );
    for (const { what, headers } of ours) {
      const told = Object.fromEntries(
        ['cookie', 'referer', 'cache-control', 'sec-fetch-mode'].map((name) => [name, headers.get(name)]),
      );
      expect({ what, ...told }).toEqual({
        what,
        cookie: null,
        referer: null,
        'cache-control': 'no-cache',
        'sec-fetch-mode': 'cors',
      });
    }
    await page.evaluate(
      async (url) => fetch(url, { credentials: 'include' }).catch(() => undefined),
      rig.stack.apiUrl,
    );
    expect(seen.at(-1)?.headers.get('cookie')).toContain('sid=shopper');
    rig.stack.intercept = undefined;
    await context.close();
  });

  test('is the one that the element names, whatever the address of the page or elements of the page say', async () => {
    const evil = other.url;
    const { token, apiBase } = rig.stack.sandbox.createSession('native', {
      currency: 'BRL',
      paymentMethods: ['pix'],
    });
    const clobber = ['apiBase', 'api-base', 'apiUrl', 'config', 'checkoutConfig', 'location', 'fetch']
      .map((name) => `<a id="${name}" name="${name}" href="${evil}">x</a>`)
      .join('');
    const { page, context } = await freshPage(rig.browser);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const url = rig.stack.page(
      checkoutTag({ token, 'api-base': apiBase, locale: 'en', redirect: 'manual' }),
      {
        csp: null,
        before: `<base href="${evil}/">${clobber}`,
        script: `<script type="module" src="${rig.stack.shopUrl}/checkout/checkout-session.js"></script>`,
      },
    );
    const query = `api-base=${evil}&apiBase=${evil}&token=cs_test_evil&provider=z2pay&success-url=${evil}`;
    await page.goto(`${url}?${query}#${query}`);
    await payButton(page).click();
    await untilStatus(page, 'action_required');
    expect(requests.filter((address) => address.includes('checkout-sessions')).length).toBeGreaterThan(1);
    expect(
      requests.filter(
        (address) =>
          address.startsWith(`${evil}/native`) ||
          (address.includes('checkout-sessions') && address.startsWith(evil)),
      ),
    ).toEqual([]);
    expect(other.arrivals.filter((arrival) => /POST|sessions/.test(arrival))).toEqual([]);
    await context.close();
  });
});

/** What the page's storages hold, but for the test's own recorder. */
const stored = async (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [sessionStorage, localStorage].flatMap((storage) =>
      Object.entries(storage).flatMap(([key, value]) => (key === 'heard' ? [] : `${key}=${String(value)}`)),
    ),
  );

describe('S-3 and S-4: the token in the address, the document and the storages of a page', () => {
  test.each(PROVIDERS)('%s: is nowhere but where the provider’s own documents put it', async (provider) => {
    const currency = provider === 'payonify' ? 'USD' : 'BRL';
    const shown = rig.stack.checkout(provider, { currency }, { redirect: 'manual' });
    const { page, context } = await freshPage(rig.browser);
    const urls: string[] = [];
    context.on('request', (request) => urls.push(request.url(), request.headers()['referer'] ?? ''));
    await page.goto(shown.url);
    const method = provider === 'payonify' ? 'mobile_money' : 'pix';
    await pickMethod(page, method);
    if (method === 'mobile_money')
      await page.getByRole('textbox', { name: 'Mobile number' }).fill('0771234567');
    await quiet(page);
    await fillDetails(page);
    await payButton(page).click();
    await untilStatus(page, 'action_required');
    rig.stack.sandbox.pay(shown.id);
    await untilStatus(page, 'succeeded');
    // z2pay, Conomy and Payonify know a session by its token: it stands in the path of their requests, and there only.
    const isPublicId = shown.token === shown.id;
    const elsewhere = urls.filter(
      (url) => url.includes(shown.token) && !(isPublicId && url.startsWith(`${rig.stack.apiUrl}/`)),
    );
    expect(elsewhere).toEqual([]);
    expect(urls.some((url) => url.includes(shown.token))).toBe(isPublicId);
    const inPage = await page.evaluate(() => ({
      name: window.name,
      url: location.href,
      history: JSON.stringify(history.state),
      attributes: [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].map(({ value }) => value),
      ),
      performance: performance
        .getEntries()
        .map(({ name }) => name)
        .filter((name) => !name.includes('/checkout-sessions') && !name.includes('/checkout/')),
    }));
    expect(JSON.stringify(inPage)).not.toContain(shown.token);
    expect(await stored(page)).toEqual([]);
    await context.close();
  });

  test('an attribute that is set again and again is read and gone each time', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    const left = await page.locator('checkout-session').evaluate((element, token) => {
      const values = [token, `${token}2`, ''].map((value) => {
        element.setAttribute('token', value);
        return element.outerHTML.includes('token=');
      });
      const copy = element.cloneNode(true) as HTMLElement;
      return [...values, copy.outerHTML.includes(token)];
    }, shown.token);
    expect(left).toEqual([false, false, false, false]);
    await context.close();
  });

  test('a payment link’s storage holds the session it named, and nothing that opens another', async () => {
    const { link, apiBase } = rig.stack.sandbox.createPaymentLink('native', {
      currency: 'BRL',
      paymentMethods: ['pix'],
    });
    const tag = checkoutTag({ 'payment-link': link, 'api-base': apiBase, locale: 'en', redirect: 'manual' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(rig.stack.page(tag));
    await payButton(page).click();
    await untilStatus(page, 'action_required');
    const { sessionId = '' } = rig.stack.sandbox.ledger.arrivals.at(-1) ?? {};
    const { token } = rig.stack.sandbox.session(sessionId);
    const entries = await stored(page);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatch(/^checkout-session native \S+ \S+=cs_[\da-f]{48}$/);
    expect(entries.join()).not.toContain(token);
    await context.close();
  });

  test('works where the page may not store anything', async () => {
    const { link, apiBase } = rig.stack.sandbox.createPaymentLink('native', {
      currency: 'BRL',
      paymentMethods: ['pix'],
    });
    const { page, context, errors } = await freshPage(rig.browser);
    const tag = checkoutTag({ 'payment-link': link, 'api-base': apiBase, locale: 'en', redirect: 'manual' });
    const url = rig.stack.page(tag);
    await page.goto(rig.stack.page('', { script: '' }));
    await context.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    });
    await page.goto(url);
    await payButton(page).click();
    await untilStatus(page, 'action_required');
    expect(errors.filter((error) => !error.includes('denied'))).toEqual([]);
    await context.close();
  });
});
