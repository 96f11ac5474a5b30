import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pause, show, until, useStage, type Shown } from '../support/lifecycle-stage.js';
import { PlainTab } from '../support/lifecycle-tab.js';

const stage = useStage();

/** Success pages that fail: by path, how often each was asked for. */
const exits: { server?: Server; origin: string; readonly asked: Map<string, number> } = {
  origin: '',
  asked: new Map(),
};

/** What is on the screen: the text of all shadow roots, where the links lead, and the steps of the history. */
interface Screen {
  readonly text: string;
  readonly links: readonly string[];
  readonly steps: number;
}

/**
 * Told by the page itself, again and again: while a navigation hangs, Chromium answers no question about the page that
 * is being left.
 */
const reports = new Map<string, Screen & { readonly at: number }>();
const reporter = (path: string): string => `setInterval(() => {
  const links = [];
  const textOf = (node) => {
    if (node instanceof HTMLStyleElement || (node instanceof HTMLElement && node.hidden)) return '';
    if (node instanceof HTMLAnchorElement) links.push(node.href);
    if (node instanceof Text) return node.data;
    return [...(node.shadowRoot ?? node).childNodes].map(textOf).join(' ');
  };
  const body = JSON.stringify({ text: textOf(document.body), links, steps: history.length });
  fetch('${exits.origin}/report${path}', { method: 'POST', mode: 'no-cors', body });
}, 250)`;

beforeAll(async () => {
  const server = createServer((request, response) => {
    const { url = '' } = request;
    if (url.startsWith('/report')) {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        reports.set(url.slice('/report'.length), { at: performance.now(), ...(JSON.parse(body) as Screen) });
        response.writeHead(204).end();
      });
      return;
    }
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
const STALLED = 'This is taking longer than it should';

const asked = (path: string): number => exits.asked.get(path) ?? 0;

interface AlmostPaid {
  readonly tab: PlainTab;
  readonly shown: Shown;
  readonly path: string;
  readonly url: string;
  readonly steps: number;
}

const ELEMENT = "document.querySelector('checkout-session')";

/**
 * A tab on the point of being paid. Not one of Playwright's pages: those wait for a navigation that never ends, and so
 * would the test.
 */
async function almostPaid(path: string): Promise<AlmostPaid> {
  const url = exits.origin + path;
  const shown = show(stage, { successUrl: url, paymentMethods: ['pix'] }, {}, { csp: null });
  const [tab] = await PlainTab.openAll(stage.browser, [`${stage.stack.shopUrl}/cancel`]);
  if (!tab) throw new Error('the tab did not open');
  await until('there', async () => (await tab.read('document.readyState')) === 'complete');
  await tab.leave(`location.href = '${shown.url}'`);
  await reach(tab, 'ready');
  await tab.evaluate(`${ELEMENT}.submit()`);
  await reach(tab, 'action_required');
  await tab.evaluate(reporter(path));
  return { tab, shown, path, url, steps: (await tab.read('history.length')) as number };
}

const reach = async (tab: PlainTab, status: string): Promise<void> =>
  until(status, async () => (await tab.read(`${ELEMENT}?.state?.status`)) === status);

async function pay(tab: PlainTab, shown: Shown): Promise<void> {
  stage.stack.sandbox.payPix(shown.id);
  await tab.evaluate("dispatchEvent(new Event('online'))");
}

/** Waits for the paid screen, with its link and without Pay, and no new step in the history. */
async function expectPaidScreen({ path, url, steps }: AlmostPaid, says = 'Payment received'): Promise<void> {
  const since = performance.now();
  const said = (): Screen | undefined => {
    const report = reports.get(path);
    return report && report.at > since && report.text.includes(says) ? report : undefined;
  };
  await until(says, () => said() !== undefined);
  const shown = said() ?? { text: '', links: [], steps: 0 };
  expect(shown.links).toContain(url);
  expect(shown.text).not.toMatch(/Pay R\$/);
  expect(shown.steps).toBe(steps);
}

describe.concurrent('a success page', () => {
  test.each(['hang', 'empty'])('that stalls (%s) is tried once, once more, and never again', async (kind) => {
    const path = `/${kind}`;
    const paid = await almostPaid(path);
    await pay(paid.tab, paid.shown);
    await until('asked for', () => asked(path) > 0);
    await expectPaidScreen(paid);
    await pause(6_000);
    expect(asked(path)).toBe(1);
    await until('asked for again', () => asked(path) === 2);
    await expectPaidScreen(paid, STALLED);
    // As long again as it took to the second try.
    await pause(8_500);
    expect(asked(path)).toBe(2);
    await expectPaidScreen(paid);
    await paid.tab.close();
  });

  test('that the host page declines is never gone to, and the paid screen stays with its link', async () => {
    const path = '/thanks-declined';
    const paid = await almostPaid(path);
    await paid.tab.evaluate(
      "document.addEventListener('checkout-redirect', (event) => event.preventDefault())",
    );
    await pay(paid.tab, paid.shown);
    await reach(paid.tab, 'succeeded');
    await pause(8_500);
    expect(asked(path)).toBe(0);
    await expectPaidScreen(paid);
    await paid.tab.close();
  });

  test('takes the place of the checkout: Back leads past it', async () => {
    const path = '/thanks';
    const { tab, shown, steps, url } = await almostPaid(path);
    await pay(tab, shown);
    await until('gone', async () => (await tab.read('location.href')) === url);
    expect(await tab.read('history.length')).toBe(steps);
    await tab.leave('history.back()');
    await until('back', async () => (await tab.read('location.pathname')) === '/cancel');
    expect(asked(path)).toBe(1);
    await tab.close();
  });
});
