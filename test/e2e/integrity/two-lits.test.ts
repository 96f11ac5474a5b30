import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshPage } from '../../support/browser.js';
import { isTold } from '../../support/hear-pages.js';
import { useStack } from '../../support/use-stack.js';
import { FLOWS, pay, staying } from './flows.js';

const rig = useStack();

const folder = mkdtempSync(path.join(import.meta.dirname, '.host-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A host page's own bundle with a Lit of its own, as any bundler would make it. */
const HOST = `
import { LitElement, html } from 'lit';
class ShopBadge extends LitElement {
  static properties = { count: { type: Number } };
  constructor() { super(); this.count = 1; }
  render() { return html\`<button @click=\${() => { this.count += 1; }}>Cart: \${this.count}</button>\`; }
}
customElements.define('shop-badge', ShopBadge);
`;

beforeAll(async () => {
  const entry = path.join(folder, 'host.js');
  writeFileSync(entry, HOST);
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'host' } },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = result.flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk') throw new Error('the host page’s bundle was not built');
  rig.stack.asset('host.js', chunk.code);
}, 60_000);

const ours = '<script type="module" src="/checkout/checkout-session.js"></script>';
const host = (attributes = ''): string => `<script ${attributes} src="/host.js"></script>`;

const policy = (names: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `connect-src ${rig.stack.apiUrl}`,
    `frame-src ${rig.stack.payUrl}`,
    "require-trusted-types-for 'script'",
    `trusted-types ${names}`,
  ].join('; ');

const [, pix] = FLOWS;
if (pix?.name !== 'pix') throw new Error('the list of flows changed');

/** A page with our element and one of the host's, both with a Lit. */
const open = async (before: string, after: string, script: string, names: string) => {
  const shown = rig.stack.checkout('native', { currency: 'BRL' }, staying(pix), {
    csp: policy(names),
    before,
    after: `<shop-badge></shop-badge>${after}`,
    script,
  });
  const { page, context, errors } = await freshPage(rig.browser);
  const said: string[] = [];
  page.on('console', (message) => {
    if (!isTold(message.text())) said.push(message.text());
  });
  await page.goto(shown.url);
  return { page, context, errors, said, shown };
};

describe('two Lits on one page, under a policy that allows each name once', () => {
  test.each([
    ['the host’s first, at once', host(), '', ours],
    ['the host’s last, at the end of the page', '', host(), ours],
    ['the host’s first, as a module', host('type="module"'), '', ours],
    ['the host’s last, as a module', '', host('type="module"'), ours],
    ['the host’s deferred, before ours', host('defer'), '', ours],
  ])('%s: both work', async (_name, before, after, script) => {
    const { page, context, errors, shown } = await open(
      before,
      after,
      script,
      'lit-html checkout-session#lit',
    );
    await pay(pix, page, rig.stack, shown);
    await page.getByRole('button', { name: 'Cart: 1' }).click();
    await page.getByRole('button', { name: 'Cart: 2' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a second Lit of the host’s own name dies without ours: the orders above prove something', async () => {
    const { page, context, errors } = await open(
      host(),
      '',
      '<script src="/host.js?again"></script>',
      'lit-html',
    );
    await expect.poll(() => errors.join()).toContain('already exists');
    expect(await page.locator('shop-badge button').count()).toBe(1);
    await context.close();
  });
});

describe('our script where it cannot make its policy', () => {
  test('loaded twice, as two copies: the first works, and the console says why the second does not', async () => {
    rig.stack.intercept = (request) => {
      const { pathname } = new URL(request.url);
      return pathname.startsWith('/copy/')
        ? fetch(rig.stack.shopUrl + pathname.replace('/copy/', '/checkout/'))
        : undefined;
    };
    const script = `${ours}<script type="module" src="/copy/checkout-session.js"></script>`;
    const { page, context, errors, shown, said } = await open('', '', script, 'checkout-session#lit');
    await pay(pix, page, rig.stack, shown);
    rig.stack.intercept = undefined;
    expect([...errors, ...said].join('\n')).toContain('checkout-session#lit');
    await context.close();
  });

  test('where the page lists no name for it: the console names what to add', async () => {
    const { context, errors, said } = await open('', '', ours, 'lit-html');
    await expect
      .poll(() => [...errors, ...said].join('\n'), { timeout: 5_000 })
      .toContain('checkout-session#lit');
    await context.close();
  });
});
