import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lifecycleContext } from '../support/lifecycle-browser.js';
import { openReady, show, until, untilState, useStage, type Shown } from '../support/lifecycle-stage.js';
import { payButton } from '../support/shopper.js';

const stage = useStage();

/** Success pages that fail: by path, how often each was asked for. */
const exits: { server?: Server; origin: string; readonly asked: Map<string, number> } = {
  origin: '',
  asked: new Map(),
};

beforeAll(async () => {
  const server = createServer(({ url = '' }, response) => {
    exits.asked.set(url, (exits.asked.get(url) ?? 0) + 1);
    if (url.startsWith('/empty')) response.writeHead(204).end();
    if (url.startsWith('/thanks'))
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Thanks</h1>');
    // `/hang`: no answer, ever.
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  exits.server = server;
  exits.origin = `http://localhost:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  exits.server?.closeAllConnections();
  exits.server?.close();
});

/** What the paid screen says once the way out has failed. */
const STALLED = 'That takes longer than it should';

const asked = (path: string): number => exits.asked.get(path) ?? 0;

/** A page with a clock of its own, on the point of being paid; it was reached by a link from another page. */
async function almostPaid(path: string): Promise<{ page: Page; shown: Shown; steps: number }> {
  const shown = show(stage, { successUrl: exits.origin + path });
  const page = await (await lifecycleContext(stage.browser)).newPage();
  await page.clock.install();
  await page.goto(`${stage.stack.shopUrl}/cancel`);
  await openReady(stage, shown, 'pix', page);
  await payButton(page).click();
  await untilState(page, ['action_required']);
  // From here on time passes only when it is told to.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  return { page, shown, steps: await page.evaluate(() => history.length) };
}

async function pay(page: Page, shown: Shown): Promise<void> {
  stage.stack.sandbox.payPix(shown.id);
  await page.evaluate(() => dispatchEvent(new Event('online')));
}

/** What is on the screen, read in the page: a navigation that never ends would keep a locator waiting. */
const screen = async (page: Page): Promise<{ text: string; links: string[]; steps: number }> =>
  page.evaluate(() => {
    const links: string[] = [];
    const textOf = (node: Node): string => {
      if (node instanceof HTMLStyleElement || (node instanceof HTMLElement && node.hidden)) return '';
      if (node instanceof HTMLAnchorElement) links.push(node.href);
      const inner = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [...node.childNodes];
      return node instanceof Text ? node.data : inner.map(textOf).join(' ');
    };
    return { text: textOf(document.body), links, steps: history.length };
  });

async function expectPaidScreen(
  page: Page,
  url: string,
  steps: number,
  says = 'Payment received',
): Promise<void> {
  await until(says, async () => (await screen(page)).text.includes(says));
  const shown = await screen(page);
  expect(shown.links).toContain(url);
  expect(shown.text).not.toMatch(/Pay R\$/);
  expect(shown.steps).toBe(steps);
}

describe.concurrent('a success page', () => {
  test.each(['hang', 'empty'])('that stalls (%s) is tried once, once more, and never again', async (kind) => {
    const path = `/${kind}-${String(Math.random())}`;
    const { page, shown, steps } = await almostPaid(path);
    await pay(page, shown);
    await untilState(page, ['succeeded']);
    await until('asked for', () => asked(path) > 0);
    expect(asked(path)).toBe(1);
    await expectPaidScreen(page, exits.origin + path, steps);
    await page.clock.fastForward(7_000);
    await page.waitForTimeout(200);
    expect(asked(path)).toBe(1);
    await page.clock.fastForward(1_500);
    await until('asked for again', () => asked(path) === 2);
    await expectPaidScreen(page, exits.origin + path, steps, STALLED);
    for (let turn = 0; turn < 4; turn++) await page.clock.fastForward(30_000);
    await page.waitForTimeout(300);
    expect(asked(path)).toBe(2);
    await expectPaidScreen(page, exits.origin + path, steps);
    await page.context().close();
  });

  test('that the host page declines is never gone to, and the paid screen stays with its link', async () => {
    const path = `/thanks-${String(Math.random())}`;
    const { page, shown, steps } = await almostPaid(path);
    await page.evaluate(() => {
      document.addEventListener('checkout-redirect', (event) => {
        event.preventDefault();
      });
    });
    await pay(page, shown);
    await untilState(page, ['succeeded']);
    await page.clock.fastForward(60_000);
    await page.waitForTimeout(200);
    expect(asked(path)).toBe(0);
    await expectPaidScreen(page, exits.origin + path, steps);
    await page.context().close();
  });

  test('takes the place of the checkout: Back leads past it', async () => {
    const path = `/thanks-${String(Math.random())}`;
    const { page, shown, steps } = await almostPaid(path);
    await pay(page, shown);
    await page.waitForURL(exits.origin + path);
    expect(await page.evaluate(() => history.length)).toBe(steps);
    await page.evaluate(() => {
      history.back();
    });
    await page.waitForURL(`${stage.stack.shopUrl}/cancel`, { waitUntil: 'commit' });
    expect(asked(path)).toBe(1);
    await page.context().close();
  });
});
