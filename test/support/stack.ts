import { readFileSync, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { cardFrameHeaders, cardFrameScriptHeaders } from '../../src/card-frame/shared/headers.js';
import type { CardFrameManifest } from '../../src/card-frame/shared/manifest.js';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import {
  createSandbox,
  type Sandbox,
  type SandboxOptions,
  type SessionInput,
} from '../../src/sandbox/index.js';
import { EVENT_KEYS } from './event-schema.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** The built files. */
export const DIST = path.resolve(ROOT, process.env['CHECKOUT_DIST'] ?? 'dist');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
};

/** A shop's page with one checkout on it, and three servers on three origins: shop, API, card frame and payer. */
export interface Stack {
  readonly shopUrl: string;
  readonly apiUrl: string;
  readonly payUrl: string;
  readonly sandbox: Sandbox;
  /** Makes a page of the shop that shows the given body; answers its address. */
  page(body: string, options?: PageOptions): string;
  /** Makes a session and a page that shows it. */
  checkout(
    provider: ProviderId,
    session?: SessionInput,
    attributes?: Record<string, string>,
    options?: PageOptions,
  ): ShownSession;
  /** Serves a script, or anything else, from the shop's own origin; answers its path. */
  asset(name: string, text: string, type?: string): string;
  /** Sees every request of all three servers first; what it answers is the answer. */
  intercept: ((request: Request) => Response | Promise<Response> | undefined) | undefined;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly lang?: string;
  /** `null` for a page without a policy; otherwise added to the strict one. */
  readonly csp?: string | null;
  /** Markup of the page before the product's script, and at the end of the page. */
  readonly before?: string;
  readonly after?: string;
  /** In place of the product's own script tag. */
  readonly script?: string;
  /** Default `no-store`, which keeps a page that has asked an API out of the back/forward cache. */
  readonly cacheControl?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface StackOptions {
  /** Origins that the shop's pages may connect to besides the API: a proxy in front of it. */
  readonly connectTo?: readonly string[];
  /** Lets the browser keep the checkout's files, as a CDN would. */
  readonly cacheFiles?: boolean;
  /** Where the card frame may send a card besides its own origin. */
  readonly tokenizerOrigins?: readonly string[];
  /** The frame's server names the shop as one that gets the card itself. */
  readonly handsOverCards?: boolean;
  /** Name of the machine for the card frame's server: under one of its own, as `pay.localhost`, the frame has a process of its own. */
  readonly payHost?: string;
}

export interface ShownSession {
  readonly id: string;
  readonly token: string;
  readonly url: string;
}

/** Tells the test what the page heard, and fails nothing by itself. */
const RECORDER = `
const names = ${JSON.stringify(Object.keys(EVENT_KEYS))};
window.heard = JSON.parse(sessionStorage.getItem('heard') ?? '[]');
for (const name of names) document.addEventListener(name, (event) => {
  window.heard.push({ type: name, detail: event.detail });
  sessionStorage.setItem('heard', JSON.stringify(window.heard));
});
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.effectiveDirective + ' ' + event.blockedURI));
`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

async function listen(
  handler: (request: Request) => Response | Promise<Response>,
  host = 'localhost',
): Promise<[Server, string]> {
  const answer = getRequestListener(handler, { overrideGlobalObjects: false });
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  return [server, `http://${host}:${String((server.address() as AddressInfo).port)}`];
}

const file = (name: string, headers: Record<string, string> = {}): Response => {
  const full = path.join(DIST, name);
  if (!full.startsWith(DIST) || !existsSync(full)) return new Response('not found', { status: 404 });
  const type = TYPES[path.extname(full)] ?? 'application/octet-stream';
  return new Response(new Uint8Array(readFileSync(full)), { headers: { 'Content-Type': type, ...headers } });
};

/** What the build says of the card frame. */
export const readFrameManifest = (): CardFrameManifest =>
  JSON.parse(readFileSync(path.join(DIST, 'card-frame/headers.json'), 'utf8')) as CardFrameManifest;

/** The card frame as its provider serves it: for the pages that the merchant registered. */
function frameFile(
  name: string,
  shopUrl: string,
  { tokenizerOrigins, handsOverCards = false }: StackOptions,
): Response {
  if (name !== 'index.html') return file(`card-frame/${name}`, cardFrameScriptHeaders());
  const headers = cardFrameHeaders({
    frameAncestors: [shopUrl],
    tokenizerOrigins,
    scriptIntegrity: readFrameManifest().files['card-frame.js']?.sha384,
  });
  if (!handsOverCards) return file('card-frame/index.html', headers);
  const html = readFileSync(path.join(DIST, 'card-frame/index.html'), 'utf8');
  const named = html.replace('</head>', `<meta name="card-frame-raw" content="${shopUrl}"></head>`);
  return new Response(named, { headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } });
}

/** Starts the servers on free ports. Needs the built files. */
export async function startStack(
  options: SandboxOptions = {},
  { connectTo = [], cacheFiles = false, payHost, ...frame }: StackOptions = {},
): Promise<Stack> {
  const pages = new Map<string, { body: string; options: PageOptions }>();
  const assets = new Map<string, { text: string; type: string }>();
  // The sandbox must know the addresses before it exists: it is made once the servers listen.
  const late: { sandbox?: Sandbox; stack?: Stack; shopUrl: string } = { shopUrl: '' };
  const sandboxFetch = (request: Request): Promise<Response> | Response =>
    late.sandbox?.fetch(request) ?? new Response('starting', { status: 503 });
  const serve: typeof listen = async (handler, host) =>
    listen((request) => late.stack?.intercept?.(request) ?? handler(request), host);
  const [api, apiUrl] = await serve(sandboxFetch);
  const [pay, payUrl] = await serve((request) => {
    const { pathname } = new URL(request.url);
    return request.method === 'GET' && pathname.startsWith('/card-frame/')
      ? frameFile(pathname.slice('/card-frame/'.length), late.shopUrl, frame)
      : sandboxFetch(request);
  }, payHost);
  const [shop, shopUrl] = await serve((request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/checkout/'))
      return file(
        pathname.slice('/checkout/'.length),
        cacheFiles ? { 'Cache-Control': 'public, max-age=3600' } : {},
      );
    if (pathname === '/recorder.js')
      return new Response(RECORDER, { headers: { 'Content-Type': 'text/javascript' } });
    const asset = assets.get(pathname);
    if (asset)
      return new Response(asset.text, {
        headers: { 'Content-Type': asset.type, 'Cross-Origin-Resource-Policy': 'same-origin' },
      });
    const page = pages.get(pathname);
    if (page) return hostPage(page.body, page.options, [apiUrl, ...connectTo].join(' '), payUrl);
    return pathname === '/success' || pathname === '/cancel' || pathname === '/failure'
      ? new Response(`<!doctype html><title>${pathname.slice(1)}</title><h1>${pathname.slice(1)}</h1>`, {
          headers: { 'Content-Type': 'text/html' },
        })
      : new Response('not found', { status: 404 });
  });
  late.shopUrl = shopUrl;
  const sandbox = createSandbox({
    apiUrl,
    payerUrl: payUrl,
    cardFrameUrl: `${payUrl}/card-frame/index.html`,
    allowedOrigins: [shopUrl],
    ...options,
  });
  late.sandbox = sandbox;

  const stack: Stack = {
    shopUrl,
    apiUrl,
    payUrl,
    sandbox,
    intercept: undefined,
    page(body, pageOptions = {}) {
      const address = `/page-${String(pages.size + 1)}`;
      pages.set(address, { body, options: pageOptions });
      return shopUrl + address;
    },
    asset(name, text, type = 'text/javascript; charset=utf-8') {
      assets.set(`/${name}`, { text, type });
      return `/${name}`;
    },
    checkout(provider, session = {}, attributes = {}, pageOptions = {}) {
      const urls = {
        successUrl: `${shopUrl}/success?session={CHECKOUT_SESSION_ID}`,
        cancelUrl: `${shopUrl}/cancel`,
        // Conomy has one URL for both: its failedUrl is where a cancelled shopper goes as well.
        failureUrl: provider === 'conomy' ? `${shopUrl}/cancel` : `${shopUrl}/failure`,
      };
      const { id, token, apiBase } = sandbox.createSession(provider, { ...urls, ...session });
      // z2pay's public view shows no URLs; the merchant gives them on the element there.
      const own: Record<string, string> =
        provider === 'z2pay' ? { 'success-url': urls.successUrl, 'cancel-url': urls.cancelUrl } : {};
      const all = { token, 'api-base': apiBase, provider, locale: 'en', ...own, ...attributes };
      return { id, token, url: stack.page(checkoutTag(all), pageOptions) };
    },
    async close() {
      for (const server of [api, pay, shop]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
  late.stack = stack;
  return stack;
}

export const checkoutTag = (attributes: Readonly<Record<string, string>>): string =>
  `<checkout-session ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${escapeHtml(value)}"`)
    .join(' ')}></checkout-session>`;

const OWN_SCRIPT = '<script type="module" src="/checkout/checkout-session.js"></script>';

function hostPage(
  body: string,
  {
    lang = 'en',
    csp,
    before = '',
    after = '',
    script = OWN_SCRIPT,
    cacheControl = 'no-store',
    ...options
  }: PageOptions,
  connectTo: string,
  payUrl: string,
): Response {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'none'",
    `connect-src ${connectTo}`,
    `frame-src ${payUrl}`,
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types checkout-session#lit',
  ].join('; ');
  const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script src="/recorder.js"></script>
${before}${script}
<h1>Shop</h1>${body}${after}</html>`;
  const headers: Record<string, string> = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': cacheControl,
    ...options.headers,
  };
  if (csp !== null) headers['Content-Security-Policy'] = csp ?? policy;
  return new Response(html, { headers });
}
