import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page, Request as BrowserRequest } from 'playwright';
import { launchBrowser } from '../support/browser.js';
import { watchContext, type Leak, type Watch } from '../support/canary.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { hearPages } from '../support/hear-pages.js';
import { startStack, type Stack } from '../support/stack.js';

/** Scenarios after which the browser gets a fresh context: what piles up in one slows it down. */
const SCENES_PER_CONTEXT = 150;

/** The servers, the network that fails, and a browser whose pages are used again and again. */
export class Workbench {
  readonly stack: Stack;
  readonly proxy: FaultProxy;
  /** Requests that reached an origin nothing may be sent to. */
  strayRequests = 0;
  /** Called for every request that a page makes. */
  onRequest: (request: BrowserRequest) => void = () => undefined;
  /** Called when a page's checkout moves on. */
  onStatus: (status: string, previous: string) => void = () => undefined;
  /** Called for errors that nobody caught. */
  onPageError: (error: Error) => void = () => undefined;
  readonly elsewhere: string;
  readonly #browser: Browser;
  readonly #other: Server;
  #context: BrowserContext | undefined;
  #watch: Watch | undefined;
  #pages: Page[] = [];
  #scenes = 0;

  private constructor(stack: Stack, proxy: FaultProxy, browser: Browser, other: Server) {
    this.stack = stack;
    this.proxy = proxy;
    this.#browser = browser;
    this.#other = other;
    this.elsewhere = stack.page('<p>Elsewhere</p>', { csp: null });
  }

  static async open(): Promise<Workbench> {
    const late: { stack?: Stack; bench?: Workbench } = {};
    const other = createServer((request, response) => {
      if (late.bench) late.bench.strayRequests += 1;
      response.writeHead(200, {
        'Access-Control-Allow-Origin': request.headers.origin ?? '*',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key',
        'Access-Control-Allow-Methods': 'GET, POST',
      });
      response.end('{}');
    });
    await new Promise<void>((resolve) => {
      other.listen(0, resolve);
    });
    const otherOrigin = `http://localhost:${String((other.address() as AddressInfo).port)}`;
    const proxy = await FaultProxy.start({
      upstream: async (request) => late.stack?.sandbox.fetch(request) ?? new Response(null, { status: 503 }),
      otherOrigin,
    });
    // The page's policy allows the other origin, so that only the client's own care keeps requests from it.
    const connectTo = [proxy.http1Url, proxy.http2Url, otherOrigin];
    const stack = await startStack({}, { connectTo, cacheFiles: true });
    late.stack = stack;
    late.bench = new Workbench(stack, proxy, await launchBrowser(), other);
    return late.bench;
  }

  /**
   * Pages to play on: the same ones for as long as they are good.
   * @param isCold with nothing of the checkout in the browser's cache
   */
  async pages(count: number, isCold: boolean): Promise<readonly Page[]> {
    if (isCold || !this.#context || ++this.#scenes >= SCENES_PER_CONTEXT) await this.renew();
    this.#pages = this.#pages.filter((page) => !page.isClosed());
    while (this.#pages.length < count) this.#pages.push(await this.context.newPage());
    return this.#pages.slice(0, count);
  }

  /** `false` once the browser has crashed. */
  get isAlive(): boolean {
    return this.#browser.isConnected();
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the browser has no context yet');
    return this.#context;
  }

  /** Throws the context away and makes a new one. */
  async renew(): Promise<void> {
    await this.#context?.close();
    this.#pages = [];
    this.#scenes = 0;
    const context = await this.#browser.newContext({
      viewport: { width: 1100, height: 900 },
      locale: 'en-US',
      ignoreHTTPSErrors: true,
      reducedMotion: 'reduce',
    });
    context.on('request', (request) => {
      this.onRequest(request);
    });
    context.on('weberror', (error) => {
      this.onPageError(error.error());
    });
    await hearPages<[status: string, previous: string]>(context, 'tellStatus', (told) => {
      this.onStatus(...told);
    });
    // What runs TypeScript here may wrap functions in a helper of this name; those that run in the page need it too.
    await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
    await context.addInitScript(() => {
      const { tellStatus } = window as unknown as { tellStatus: (status: string, previous: string) => void };
      document.addEventListener('checkout-state-change', ({ detail }) => {
        tellStatus(detail.state, detail.previous);
      });
    });
    this.#context = context;
    this.#watch = await watchContext(context);
  }

  /** Secrets that came to light since it was last asked. */
  async leaks(): Promise<readonly Leak[]> {
    const leaks = (await this.#watch?.leaks()) ?? [];
    this.#watch?.forget();
    return leaks;
  }

  async close(): Promise<void> {
    // A browser that has crashed is closed.
    await this.#browser.close().catch(() => undefined);
    await this.proxy.close();
    await this.stack.close();
    this.#other.closeAllConnections();
    await new Promise((resolve) => this.#other.close(resolve));
  }
}
