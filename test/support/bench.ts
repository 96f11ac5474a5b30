/**
 * `npm run bench`: what the checkout costs a shopper's browser, in Chromium, on the built files, beside a floor: a static
 * form with no script, measured in the same run. Figures to look at, not a test: they depend on the machine. Two have a
 * limit, beyond which the command fails: what a key costs in the card frame, beside a bare input, and what moves between
 * the first paint and the form, which is nothing.
 *
 * `npm run bench -- 15` takes 15 rounds in place of 7. Needs `npm run build`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { openOrigin, type Origin } from '../../demo/listen.js';
import { createSandbox, type ItemInput, type Sandbox } from '../../src/sandbox/index.js';
import { BELOW, measureShifts, ROOM } from './bench/layout-shift.js';
import { KEYSTROKE_LIMIT, measureKeystrokes, type Keystrokes } from './bench/keystroke.js';
import { BROWSER_FLAGS } from './browser-flags.js';
import { findBrowser } from './find-browser.mjs';

declare global {
  interface Window {
    /** What bench/instrument.js puts into the page. */
    bench: {
      /** Milliseconds from navigation until a payment method could be picked. */
      usableAt?: number;
      /** What long tasks took beyond 50 ms, each. */
      readonly blocked: number[];
      /** Resolves in the frame after a payment method can be picked below the given node. */
      usable(root: ParentNode): Promise<void>;
    };
  }
}

/** What one load of a page costs; sizes in bytes, times in milliseconds. */
interface Load {
  readonly usable: number;
  readonly blocked: number;
  readonly requests: number;
  readonly bytes: number;
  readonly heap: number;
}

/** What is left of many mounts that were all taken away again. */
interface Leftover {
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number;
}

const DEFAULT_ROUNDS = 7;
const CPU_SLOWDOWN = 4;
/** So many that the engine has compiled what there is to compile: its own code would count as ours. */
const WARM_UP_MOUNTS = 60;
const MOUNTS = 50;
const GARBAGE_COLLECTIONS = 3;

const dist = path.join(import.meta.dirname, '../../dist');
/** Runs in every page before anything of its own, so that both are measured by the same means. */
const INSTRUMENT = path.join(import.meta.dirname, 'bench/instrument.js');
const FLOOR = path.join(import.meta.dirname, 'bench/floor.html');
const BARE_INPUT = path.join(import.meta.dirname, 'bench/bare-input.html');

const FEW_ITEMS = 10;
const MANY_ITEMS = 5_000;

const itemsOf = (count: number): readonly ItemInput[] =>
  Array.from({ length: count }, (_none, index) => ({
    name: `Item ${String(index + 1)}`,
    quantity: 1 + (index % 3),
    unitAmount: 100 + index,
  }));

const SHIFT_SESSION = { currency: 'BRL', items: itemsOf(3), paymentMethods: ['card', 'pix'] };

/** The shop, the API and the card frame, each on an origin of its own, as on the web. */
class Site {
  readonly #shop: Origin;
  readonly #payUrl: string;
  readonly #origins: readonly Origin[];
  readonly sandbox: Sandbox;

  private constructor(shop: Origin, api: Origin, pay: Origin) {
    this.#shop = shop;
    this.#payUrl = pay.url;
    this.#origins = [shop, api, pay];
    this.sandbox = createSandbox({
      apiUrl: api.url,
      payerUrl: pay.url,
      cardFrameUrl: `${pay.url}/card-frame/index.html`,
      allowedOrigins: [shop.url],
    });
    api.answer((request) => this.sandbox.fetch(request));
    pay.answer((request) => {
      const { pathname } = new URL(request.url);
      return fileAnswer(pathname === '/bare-input.html' ? BARE_INPUT : path.join(dist, pathname));
    });
    shop.answer((request) => this.#answer(new URL(request.url).pathname));
  }

  static async open(): Promise<Site> {
    return new Site(await openOrigin(0), await openOrigin(0), await openOrigin(0));
  }

  get floorUrl(): string {
    return `${this.#shop.url}/floor`;
  }

  /** Address of a page with a checkout for a session of its own. */
  get checkoutUrl(): string {
    return `${this.#shop.url}/checkout`;
  }

  /** The same with a bare input below it, in an iframe of the card frame's origin. */
  get typingUrl(): string {
    return `${this.#shop.url}/typing`;
  }

  /** A checkout for card and Pix with items, with more of the page below it. */
  get shiftUrl(): string {
    return `${this.#shop.url}/shift`;
  }

  /** A checkout for so many items. */
  orderUrl(count: number): string {
    return `${this.#shop.url}/order-${String(count)}`;
  }

  async close(): Promise<void> {
    await Promise.all(this.#origins.map((origin) => origin.close()));
  }

  #answer(pathname: string): Response {
    if (pathname === '/floor') return fileAnswer(FLOOR);
    const count = Number(/^\/order-(\d+)$/.exec(pathname)?.[1] ?? 0);
    const isShift = pathname === '/shift';
    if (pathname !== '/checkout' && pathname !== '/typing' && !isShift && count === 0)
      return fileAnswer(path.join(dist, pathname));
    const { token, apiBase } = this.sandbox.createSession(
      'native',
      isShift ? SHIFT_SESSION : count > 0 ? { items: itemsOf(count) } : {},
    );
    return compressed(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Checkout</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
${isShift ? ROOM : ''}<script type="module" src="/checkout-session.js"></script>
<h1>Shop</h1><checkout-session token="${token}" api-base="${apiBase}" redirect="manual"></checkout-session>
${pathname === '/typing' ? `<iframe title="Bare" src="${this.#payUrl}/bare-input.html" width="480" height="100"></iframe>` : ''}${isShift ? BELOW : ''}</html>`,
      'text/html; charset=utf-8',
    );
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

function fileAnswer(file: string): Response {
  const type = TYPES[path.extname(file)];
  return type === undefined ? new Response(null, { status: 404 }) : compressed(readFileSync(file), type);
}

const compressed = (body: string | Buffer, type: string): Response =>
  new Response(new Uint8Array(gzipSync(body, { level: 9 })), {
    headers: { 'Content-Type': type, 'Content-Encoding': 'gzip', 'Cache-Control': 'no-store' },
  });

/** Opens a page in a fresh profile, lets the work be done, and closes it. */
async function inPage<T>(browser: Browser, work: (page: Page, cdp: CDPSession) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: INSTRUMENT });
    return await work(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

/** Loads a page once; `slowdown` divides the speed of its processor. */
async function load(browser: Browser, url: string, slowdown: number): Promise<Load> {
  return inPage(browser, async (page, cdp) => {
    const requests = watchRequests(cdp);
    await cdp.send('Network.enable');
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const usable = await openUsable(page, url);
    await page.waitForLoadState('networkidle');
    const blocked = await page.evaluate(() => window.bench.blocked.reduce((sum, ms) => sum + ms, 0));
    return { usable, blocked, ...requests(usable), heap: (await countAfterGarbage(cdp)).heap };
  });
}

/** Milliseconds from navigation until a method can be picked. */
async function openUsable(page: Page, url: string): Promise<number> {
  await page.goto(url);
  const handle = await page.waitForFunction(() => window.bench.usableAt);
  return (await handle.jsonValue()) ?? Number.NaN;
}

/** Counts what was asked for until a moment, and the bytes that came for it; CORS preflights are requests too. */
function watchRequests(cdp: CDPSession): (untilMs: number) => { requests: number; bytes: number } {
  const started = new Map<string, number>();
  const received = new Map<string, number>();
  cdp.on('Network.requestWillBeSent', ({ requestId, timestamp, request }) => {
    if (!request.url.startsWith('data:')) started.set(requestId, timestamp * 1000);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    received.set(requestId, encodedDataLength);
  });
  return (untilMs) => {
    const end = Math.min(...started.values()) + untilMs;
    const ids = [...started].filter(([, at]) => at <= end).map(([id]) => id);
    return { requests: ids.length, bytes: ids.reduce((sum, id) => sum + (received.get(id) ?? 0), 0) };
  };
}

async function countAfterGarbage(cdp: CDPSession): Promise<Leftover> {
  await cdp.send('Performance.enable');
  // What one collection lets go of may hold what only the next one finds.
  for (let time = 0; time < GARBAGE_COLLECTIONS; time++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { nodes: value('Nodes'), listeners: value('JSEventListeners'), heap: value('JSHeapUsedSize') };
}

/** Mounts something many times, one after the other, and tells what the page has more of afterwards. */
async function mountMany(
  browser: Browser,
  url: string,
  mount: (page: Page) => Promise<void>,
): Promise<Leftover> {
  return inPage(browser, async (page, cdp) => {
    await openUsable(page, url);
    for (let time = 0; time < WARM_UP_MOUNTS; time++) await mount(page);
    const before = await countAfterGarbage(cdp);
    for (let time = 0; time < MOUNTS; time++) await mount(page);
    const after = await countAfterGarbage(cdp);
    return {
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
      heap: after.heap - before.heap,
    };
  });
}

const mountCheckout =
  (sandbox: Sandbox) =>
  async (page: Page): Promise<void> => {
    const { token, apiBase } = sandbox.createSession('native');
    await page.evaluate(
      async (attributes) => {
        document.querySelector('checkout-session')?.remove();
        const element = document.createElement('checkout-session');
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        document.body.append(element);
        await window.bench.usable(document);
        element.remove();
      },
      { token, 'api-base': apiBase, redirect: 'manual' },
    );
  };

/** The floor's form, copied. */
async function mountForm(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const copy = document.querySelector('main')?.cloneNode(true) as HTMLElement;
    document.body.append(copy);
    await window.bench.usable(copy);
    copy.remove();
  });
}

/** What a key costs in the card form of a checkout, and in a bare input. */
async function typeSlowly(browser: Browser, url: string): Promise<Keystrokes> {
  return inPage(browser, async (page, cdp) => {
    await page.setViewportSize({ width: 1100, height: 1200 });
    await openUsable(page, url);
    await page.getByRole('radio', { name: /^Card/ }).check({ force: true });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    return measureKeystrokes(page);
  });
}

/** Milliseconds from the session's answer to a form that can be used, and the rows that are drawn then. */
async function openOrders(
  browser: Browser,
  url: string,
  rounds: number,
): Promise<{ readonly ms: number; readonly rows: number }> {
  const times: number[] = [];
  let rows = 0;
  for (let round = 0; round <= rounds; round++)
    await inPage(browser, async (page) => {
      const usable = await openUsable(page, url);
      const answered = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .find(({ name }) => name.endsWith('/checkout-sessions/current')),
      );
      // The first one pays for what the browser has not compiled yet.
      if (round > 0) times.push(usable - answeredAt(answered));
      await page.getByRole('listitem').first().waitFor();
      rows = await page.getByRole('listitem').count();
    });
  return { ms: median(times), rows };
}

const answeredAt = (entry: PerformanceEntry | undefined): number =>
  (entry as PerformanceResourceTiming | undefined)?.responseEnd ?? Number.NaN;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const number = (value: number, digits = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function printRow(name: string, floor: number, checkout: number, digits = 0): void {
  const ratio = floor > 0 ? `${number(checkout / floor, 1)} ×` : '';
  const cells = [number(floor, digits), number(checkout, digits), ratio];
  console.log(name.padEnd(48) + cells.map((cell) => cell.padStart(12)).join(''));
}

/** The one figure with a limit: a ratio of one run, so that it is the same on any machine. */
function judgeKeystrokes(name: string, { floor, frame }: Keystrokes): void {
  printRow(name, median(floor), median(frame), 1);
  const ratio = median(frame) / median(floor);
  const isTooSlow = ratio > KEYSTROKE_LIMIT;
  if (isTooSlow) process.exitCode = 1;
  const verdict = isTooSlow ? 'TOO SLOW' : 'ok';
  console.log(
    `\nA key in the card frame takes ${number(ratio, 2)} × as long as in a bare input, limit ${String(KEYSTROKE_LIMIT)}: ${verdict}`,
  );
}

/** The limit is none at all: on any machine, with any network. */
async function judgeShifts(browser: Browser, url: string): Promise<void> {
  for (const [screen, shifts] of await measureShifts(browser, url)) {
    const sum = shifts.reduce((whole, { value }) => whole + value, 0);
    if (sum > 0) process.exitCode = 1;
    const verdict = sum > 0 ? `MOVES: ${shifts.flatMap(({ moved }) => moved).join('; ')}` : 'ok';
    console.log(
      `Layout shift from first paint to card form, ${screen}: ${number(sum, 4)}, limit 0: ${verdict}`,
    );
  }
}

/** Loads both pages in turn, so that whatever else the machine does falls on both. */
async function measure(browser: Browser, site: Site, rounds: number) {
  const loads = {
    floor: [] as Load[],
    checkout: [] as Load[],
    slowFloor: [] as Load[],
    slowCheckout: [] as Load[],
  };
  for (let round = 1; round <= rounds; round++) {
    console.error(`round ${String(round)} of ${String(rounds)}`);
    loads.floor.push(await load(browser, site.floorUrl, 1));
    loads.checkout.push(await load(browser, site.checkoutUrl, 1));
    loads.slowFloor.push(await load(browser, site.floorUrl, CPU_SLOWDOWN));
    loads.slowCheckout.push(await load(browser, site.checkoutUrl, CPU_SLOWDOWN));
  }
  return loads;
}

async function main(): Promise<void> {
  const rounds = Math.max(1, Math.trunc(Number(process.argv[2] ?? DEFAULT_ROUNDS)) || DEFAULT_ROUNDS);
  const { path: executablePath, version } = findBrowser();
  const site = await Site.open();
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  try {
    await load(browser, site.floorUrl, 1); // the first page of a browser pays for its start
    await load(browser, site.checkoutUrl, 1);
    const { floor, checkout, slowFloor, slowCheckout } = await measure(browser, site, rounds);
    console.error(`${String(MOUNTS)} mounts of each`);
    const floorLeft = await mountMany(browser, site.floorUrl, mountForm);
    const checkoutLeft = await mountMany(browser, site.checkoutUrl, mountCheckout(site.sandbox));

    console.error('long orders');
    const few = await openOrders(browser, site.orderUrl(FEW_ITEMS), rounds);
    const many = await openOrders(browser, site.orderUrl(MANY_ITEMS), rounds);

    console.error('typing card numbers');
    const keys = await typeSlowly(browser, site.typingUrl);

    const of = (loads: readonly Load[], key: keyof Load): number => median(loads.map((one) => one[key]));
    const slow = `at ${String(CPU_SLOWDOWN)}× CPU slowdown`;
    console.log(
      `\n${version}, medians of ${String(rounds)} rounds`.padEnd(54) + 'floor    checkout       ratio',
    );
    printRow('navigation to usable form, ms', of(floor, 'usable'), of(checkout, 'usable'));
    printRow(`… ${slow}, ms`, of(slowFloor, 'usable'), of(slowCheckout, 'usable'));
    printRow(`total blocking time ${slow}, ms`, of(slowFloor, 'blocked'), of(slowCheckout, 'blocked'));
    printRow('requests before usable', of(floor, 'requests'), of(checkout, 'requests'));
    printRow('transferred for them, kB', of(floor, 'bytes') / 1000, of(checkout, 'bytes') / 1000, 1);
    printRow('JS heap, kB', of(floor, 'heap') / 1000, of(checkout, 'heap') / 1000);
    printRow(`nodes left after ${String(MOUNTS)} mounts`, floorLeft.nodes, checkoutLeft.nodes);
    printRow('listeners left', floorLeft.listeners, checkoutLeft.listeners);
    printRow('JS heap left, kB', floorLeft.heap / 1000, checkoutLeft.heap / 1000);
    console.log(
      `\n${''.padEnd(48)}${`${number(FEW_ITEMS)} items`.padStart(12)}${number(MANY_ITEMS).padStart(12)}`,
    );
    printRow('answer to usable form, ms', few.ms, many.ms, 1);
    printRow('rows in the page', few.rows, many.rows);
    console.log('');
    judgeKeystrokes(`key to paint in a card number ${slow}, ms`, keys);
    await judgeShifts(browser, site.shiftUrl);
  } finally {
    await browser.close();
    await site.close();
  }
}

await main();
