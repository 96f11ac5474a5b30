import type { Browser } from 'playwright';
import { describe, expect, test } from 'vitest';
import { freshPage, violations } from '../../support/browser.js';
import type { PageOptions } from '../../support/stack.js';
import { useStack } from '../../support/use-stack.js';
import { FLOWS, pay, staying, type Flow } from './flows.js';

const rig = useStack();

const NONCE = 'bm9uY2U';

/** The strictest policy that a host page is promised to be able to have, to the word. */
const strictest = (): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${NONCE}'`,
    "style-src 'none'",
    `connect-src ${rig.stack.apiUrl}`,
    `frame-src ${rig.stack.payUrl}`,
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types checkout-session#lit',
    'report-uri /csp-report',
  ].join('; ');

/** Collects what browsers report to the shop's server. */
function collectReports(): string[] {
  const reports: string[] = [];
  rig.stack.intercept = (request) => {
    if (!request.url.endsWith('/csp-report')) return undefined;
    return request.text().then((text) => {
      reports.push(text);
      return new Response(null, { status: 204 });
    });
  };
  return reports;
}

/** The only addresses a page with one checkout asks for, as a reader would list them. */
const allowedRequests = (flow: Flow): readonly RegExp[] => {
  const { shopUrl, apiUrl, payUrl } = rig.stack;
  const at = (origin: string, path: string): RegExp => new RegExp(`^\\w+ ${origin}${path}$`);
  return [
    at(shopUrl, '/page-\\d+(\\?.*)?'),
    at(shopUrl, '/recorder\\.js'),
    at(shopUrl, '/checkout/checkout-session\\.js'),
    at(shopUrl, '/checkout/chunks/[\\w.-]+\\.js'),
    at(apiUrl, `/${flow.provider}/checkout-sessions/(current|[\\w-]+)`),
    at(apiUrl, `/${flow.provider}/checkout-sessions/[\\w-]+/payments(/[\\w-]+/confirm)?`),
    ...(flow.card === undefined
      ? []
      : [
          at(payUrl, '/card-frame/(index\\.html|card-frame\\.js)'),
          at(payUrl, '/card-frame/(tokens|brands)'),
        ]),
    // The bank's own pages, and where they lead back to.
    ...(flow.leaves || flow.card !== undefined ? [at(payUrl, '/payer/[\\w/.-]+')] : []),
    ...(flow.leaves ? [at(shopUrl, '/success\\?session=[\\w-]+')] : []),
    /^GET data:,$/,
  ];
};

const opened = async (browser: Browser, flow: Flow, options: PageOptions) => {
  const shown = rig.stack.checkout(flow.provider, { currency: flow.currency }, staying(flow), options);
  const { page, context, errors } = await freshPage(browser);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  const response = await page.goto(shown.url);
  return { shown, page, context, errors, requests, response };
};

/** With these, `crossOriginIsolated` is true, and nothing is shown or loaded that does not allow it. */
const ISOLATION = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

describe('under the strictest policy, on a page that is isolated from other origins, every way to pay works', () => {
  test.each(FLOWS.map((flow) => [flow.name, flow] as const))(
    '%s: no violation is heard or reported, and nothing is asked for but what is listed',
    async (_name, flow) => {
      const reports = collectReports();
      const { shown, page, context, errors, requests } = await opened(rig.browser, flow, {
        csp: strictest(),
        headers: ISOLATION,
      });
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      await pay(flow, page, rig.stack, shown);
      expect(flow.leaves ? [] : await violations(page)).toEqual([]);
      const allowed = allowedRequests(flow);
      expect(requests.filter((request) => !allowed.some((pattern) => pattern.test(request)))).toEqual([]);
      // The list is not so wide that it would let pass what no flow needs.
      expect(requests.length).toBeGreaterThan(5);
      expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
      expect(errors).toEqual([]);
      await context.close();
      expect(reports).toEqual([]);
    },
  );

  test('a page that breaks its own policy is heard and reported', async () => {
    const reports = collectReports();
    const { page, context } = await freshPage(rig.browser);
    await page.goto(
      rig.stack.page('<img src="https://evil.example/x.png">', { csp: strictest(), script: '' }),
    );
    await expect.poll(async () => violations(page)).toEqual(['img-src https://evil.example/x.png']);
    await expect.poll(() => reports.join()).toContain('https://evil.example/x.png');
    await context.close();
  });
});
