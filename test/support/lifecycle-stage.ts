import type { Browser, BrowserContext, Page } from 'playwright';
import { beforeAll, expect } from 'vitest';
import type { SessionInput } from '../../src/sandbox/index.js';
import { launchLifecycleBrowser, lifecycleContext } from './lifecycle-browser.js';
import { ELSEWHERE, Gate } from './lifecycle-gate.js';
import { payButton, pickMethod, status } from './shopper.js';
import { checkoutTag, type Stack } from './stack.js';
import { started, useStack } from './use-stack.js';
import { WAIT_MS } from './wait.js';

/** A session and the page of the shop that shows it. */
export interface Shown {
  readonly id: string;
  readonly token: string;
  readonly apiBase: string;
  readonly url: string;
}

/** Servers, a browser that has a life cycle, and the gate before the API: for all tests of a file. */
export interface Stage {
  readonly stack: Stack;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly gate: Gate;
}

export function useStage(): Stage {
  const rig = useStack(launchLifecycleBrowser);
  const running: { context?: BrowserContext; gate?: Gate } = {};
  beforeAll(async () => {
    running.gate = new Gate(rig.stack.sandbox);
    running.context = await lifecycleContext(rig.browser);
  });
  return {
    get stack() {
      return rig.stack;
    },
    get browser() {
      return rig.browser;
    },
    get context() {
      return started(running.context);
    },
    get gate() {
      return started(running.gate);
    },
  };
}

/** Makes a session and its page, which the back/forward cache may keep. Without a success URL it stays when paid. */
export function show(
  { stack }: Stage,
  session: SessionInput = {},
  attributes: Readonly<Record<string, string>> = {},
  page: Parameters<Stack['page']>[1] = {},
  children = '',
): Shown {
  const { id, token, apiBase } = stack.sandbox.createSession('native', { currency: 'BRL', ...session });
  const tag = checkoutTag({ token, 'api-base': apiBase, locale: 'en', ...attributes }).replace(
    '></',
    `>${children}</`,
  );
  // `no-store` keeps a page that has asked an API out of the back/forward cache.
  return { id, token, apiBase, url: stack.page(tag, { cacheControl: 'no-cache', ...page }) };
}

/** Somebody pays in another tab: a payment of the session's next attempt, straight to the API. */
export async function payElsewhere(
  { stack }: Stage,
  shown: Shown,
  card = '4242424242424242',
): Promise<number> {
  const { sandbox } = stack;
  const { attempt, totals, paid, currency } = sandbox.session(shown.id);
  const answer = await fetch(`${shown.apiBase}/checkout-sessions/${shown.id}/payments`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${shown.token}`,
      [ELSEWHERE]: 'yes',
      'Content-Type': 'application/json',
      'Idempotency-Key': `${shown.id}:${String(attempt)}`,
    },
    body: JSON.stringify({
      attempt,
      method: 'card',
      type: 'card',
      amount: totals.total - paid,
      currency,
      locale: 'en',
      card: { token: sandbox.tokenize({ number: card }) },
    }),
  });
  await answer.text();
  return answer.status;
}

/** Opens the page in a tab of its own and picks a method. */
export async function openReady(
  { context }: Stage,
  shown: Shown,
  method = 'pix',
  given?: Page,
): Promise<Page> {
  const page = given ?? (await context.newPage());
  await page.goto(shown.url);
  await pickMethod(page, method);
  return page;
}

/** Whether there is a Pay button that a shopper could press. */
export const hasPay = async (page: Page): Promise<boolean> => (await payButton(page).count()) > 0;

/** Waits for one of the states, and answers how long it took. */
export async function untilState(page: Page, wanted: readonly string[], withinMs = WAIT_MS): Promise<number> {
  const began = performance.now();
  for (let now = ''; ; now = await status(page).catch(() => '')) {
    const took = performance.now() - began;
    if (wanted.includes(now)) return took;
    if (took > withinMs)
      throw new Error(
        `after ${String(withinMs)} ms the checkout is ${now || 'gone'}, not ${wanted.join(' or ')}`,
      );
    await pause(30);
  }
}

/** One payment, one key, one print of the bytes: whatever happened on the way. */
export function expectOnePaymentAtMost({ stack }: Stage, shown: Shown): void {
  const { ledger } = stack.sandbox;
  expect(ledger.chargesOf(shown.id).length).toBeLessThanOrEqual(1);
  const arrivals = ledger.arrivalsOf(shown.id);
  for (const key of new Set(arrivals.map((arrival) => arrival.key)))
    expect(new Set(ledger.arrivalsOf(key).map(({ fingerprint }) => fingerprint)).size).toBe(1);
}

/** Waits until something is so; usable in tests that run beside each other. */
export async function until(
  what: string,
  check: () => boolean | Promise<boolean>,
  withinMs = WAIT_MS,
): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await check())) {
    if (performance.now() > end) throw new Error(`after ${String(withinMs)} ms still not: ${what}`);
    await pause(30);
  }
}

export const pause = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
