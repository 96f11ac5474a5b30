import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { beforeAll } from 'vitest';
import { Gate } from '../support/lifecycle-gate.js';
import type { Shown } from '../support/lifecycle-stage.js';
import { launchBrowser } from '../support/browser.js';
import { checkoutTag, type Stack } from '../support/stack.js';
import { startStripeDouble, type StripeDoubleServer } from '../support/stripe-double/stripe-double.js';
import { started, useStack } from '../support/use-stack.js';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { SessionInput } from '../../src/sandbox/index.js';
import { installContrast, installFocus, installMeasures, installWatch } from './in-page.js';

const AXE = readFileSync(path.resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

/** The built files on three servers, and a browser whose pages can be examined. */
export interface Rig {
  readonly stack: Stack;
  readonly gate: Gate;
  readonly context: BrowserContext;
}

/** The servers, a stand-in for Stripe, and one context whose shopper wants no motion. */
export function useRig(): Rig {
  const running: { gate?: Gate; context?: BrowserContext; stripe?: StripeDoubleServer } = {};
  const rig = useStack(async () => {
    running.stripe = await startStripeDouble();
    return launchBrowser({ flags: running.stripe.flags });
  });
  beforeAll(async () => {
    const { stack, browser } = rig;
    started(running.stripe).sandbox = stack.sandbox;
    running.gate = new Gate(stack.sandbox);
    running.context = await examinedContext(browser.newContext.bind(browser));
    return async () => running.stripe?.close();
  });
  return {
    get stack() {
      return rig.stack;
    },
    get gate() {
      return started(running.gate);
    },
    get context() {
      return started(running.context);
    },
  };
}

async function examinedContext(
  newContext: (options: Parameters<import('playwright').Browser['newContext']>[0]) => Promise<BrowserContext>,
): Promise<BrowserContext> {
  const context = await newContext({
    viewport: { width: 1100, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  for (const install of [installWatch, installMeasures, installFocus, installContrast])
    await context.addInitScript(install);
  await context.addInitScript(`${AXE}; axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })`);
  return context;
}

/** What Stripe's script and frames need of the shop's policy, by the README's lines. */
const policy = ({ apiUrl, payUrl }: Stack): string =>
  [
    "default-src 'none'",
    "script-src 'self' https://js.stripe.com https://*.js.stripe.com",
    "style-src 'none'",
    `connect-src ${apiUrl} https://api.stripe.com`,
    `frame-src ${payUrl} https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com`,
    "img-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types checkout-session#lit checkout-session#stripe',
  ].join('; ');

/** Both schemes, and a ground of its own under the shop's own words. */
const HEAD = '<meta name="color-scheme" content="light dark"><body bgcolor="#ffffff" text="#000000"><header>';

/** A session and its page: a shop whose own markup has nothing that axe could find fault with. */
export function show(
  { stack }: Rig,
  session: SessionInput = {},
  attributes: Readonly<Record<string, string>> = {},
  provider: ProviderId = 'native',
): Shown {
  const { id, token, apiBase } = stack.sandbox.createSession(provider, {
    currency: 'BRL',
    merchant: { name: 'Café do Porto', supportEmail: 'help@example.com' },
    items: [{ name: 'Coffee', quantity: 2, unitAmount: 6_495 }],
    cancelUrl: `${stack.shopUrl}/cancel`,
    successUrl: `${stack.shopUrl}/success`,
    ...session,
  });
  const given = { token, 'api-base': apiBase, provider, locale: 'en', redirect: 'manual', ...attributes };
  const url = stack.page(`</header><main>${checkoutTag(given)}</main>`, {
    before: HEAD,
    csp: policy(stack),
  });
  return { id, token, apiBase, url };
}

/** A page that never gets a session. */
export const showBare = ({ stack }: Rig): string =>
  stack.page('</header><main><checkout-session locale="en"></checkout-session></main>', {
    before: HEAD,
    csp: policy(stack),
  });

export const openPage = async ({ context }: Rig, url: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(url);
  return page;
};
