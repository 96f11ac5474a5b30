import type { Page, Request as BrowserRequest } from 'playwright';
import type { ProxyArrival, ProxyRequest, RequestKind } from '../support/fault-proxy.js';
import { PASS, type Plan } from '../support/fault-proxy-plans.js';
import type { CaseResult, Finding } from '../support/proof.js';
import { cardFrame, CARDS, fillCard, payButton } from '../support/shopper.js';
import type { ShownSession } from '../support/stack.js';
import { auditSession, hasLivePayment, isLie, isTruthful, truthOf, type Truth } from './judge.js';
import type { Workbench } from './lab.js';
import type { Deed, Scene } from './scene.js';
import { readScreen, type Screen } from './screen.js';

/** So long may a screen take to tell the truth once the network is whole; far more than any promise allows. */
const PATIENCE_MS = 30_000;
const LOAD_PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 80;
/** Answers with which a server, rightly or not, says that nothing was executed. */
const CLAIMS_OF_NOTHING: ReadonlySet<string> = new Set(['422', '425', '429', '503', '401-expired']);

const sleep = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a scenario came to, with the story of how. */
export interface Played extends CaseResult {
  readonly scene: Scene;
  readonly trace: readonly string[];
  /** Arrivals of payment requests at the proxy's sockets, and how many the pages asked for. */
  readonly payArrivals: number;
  readonly payFetches: number;
  /** Of the arrivals, those that the server's own books hold. */
  readonly ledgerArrivals: number;
}

/** One scenario on the workbench, from the session's creation to the verdict. */
export class Play {
  readonly #bench: Workbench;
  readonly #scene: Scene;
  readonly #patienceMs: number;
  readonly #trace: string[] = [];
  readonly #findings: Finding[] = [];
  readonly #startedAt = performance.now();
  readonly #session: ShownSession;
  readonly #pays: Plan[];
  readonly #reads: Plan[];
  readonly #loads: Plan[];
  readonly #strayBefore: number;
  readonly #allowed: ReadonlySet<string>;
  /** Pages that were loaded again since the press. */
  readonly #reloaded = new Set<Page>();
  #pages: readonly Page[] = [];
  #shownAmount: number | undefined;
  #pressed = false;
  /** Payment requests that the pages asked for: a browser may send each more often by itself. */
  #payFetches = 0;
  #healedAt = Infinity;
  #healedMs: number | undefined;
  #isOffline = false;

  constructor(bench: Workbench, scene: Scene, patienceMs = PATIENCE_MS) {
    this.#patienceMs = patienceMs;
    this.#bench = bench;
    this.#scene = scene;
    this.#pays = [...scene.pays];
    this.#reads = [...scene.reads];
    this.#loads = [...scene.loads];
    this.#strayBefore = bench.strayRequests;
    const { proxy, stack } = bench;
    this.#allowed = new Set([stack.shopUrl, proxy.http1Url, proxy.http2Url, stack.payUrl, 'null']);
    const base = scene.protocol === 'h1' ? proxy.http1Url : proxy.http2Url;
    this.#session = stack.checkout(
      scene.provider,
      {
        currency: scene.currency,
        paymentMethods: [scene.method],
        customer: { name: 'Ana Lima', email: 'ana@example.com', document: '52998224725' },
      },
      { 'api-base': `${base}/${scene.provider}`, redirect: scene.redirect },
    );
  }

  async run(): Promise<Played> {
    const { proxy } = this.#bench;
    proxy.clear();
    proxy.plan = (request, kind) => this.#plan(request, kind);
    proxy.onEffect = (arrival, status) => {
      this.#bankAnswers(arrival, status);
    };
    this.#bench.onRequest = (request) => {
      this.#noteRequest(request);
    };
    this.#bench.onStatus = (status, previous) => {
      this.#noteStatus(status, previous);
    };
    this.#bench.onPageError = (error) => {
      this.#find('P-26', `an error nobody caught: ${String(error)}`);
    };
    try {
      await this.#open();
      await this.#act();
      await this.#settle();
    } catch (error) {
      this.#find('C', `the scenario broke: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await this.#end();
    }
    return this.#verdict();
  }

  // The scenes, in order.

  async #open(): Promise<void> {
    const { tabs, method, kind } = this.#scene;
    // What is not in the cache cannot be fetched offline.
    this.#pages = await this.#bench.pages(tabs, kind === 'offline');
    await Promise.all(
      this.#pages.map(async (page) => {
        await page.goto(this.#session.url, { waitUntil: 'commit' });
        await this.#until(page, (screen) => screen.class === 'payable', LOAD_PATIENCE_MS, 'a pay button');
        if (method === 'mobile_money')
          await page.getByRole('textbox', { name: 'Mobile number' }).fill('0770000001');
        if (method === 'card') {
          await cardFrame(page).getByLabel('Card number').waitFor();
          await fillCard(page, CARDS.approved);
        }
      }),
    );
  }

  async #act(): Promise<void> {
    const { deeds, healAfterMs, newAmount } = this.#scene;
    const [early, late] = [deeds.filter(({ atMs }) => atMs < 0), deeds.filter(({ atMs }) => atMs >= 0)];
    for (const deed of early) await this.#do(deed);
    if (newAmount !== undefined) {
      this.#bench.stack.sandbox.reprice(this.#session.id, newAmount);
      this.#note(`the merchant asks for ${String(newAmount)}`);
    }
    this.#pressed = true;
    await Promise.all(this.#pages.map(async (page) => this.#press(page)));
    const pressedAt = performance.now();
    const until = async (ms: number): Promise<void> => sleep(Math.max(0, pressedAt + ms - performance.now()));
    const deedsDone = (async (): Promise<void> => {
      for (const deed of late) {
        await until(deed.atMs);
        await this.#do(deed);
      }
    })();
    await Promise.all([deedsDone, until(healAfterMs)]);
    await this.#heal();
  }

  async #heal(): Promise<void> {
    this.#healedAt = performance.now();
    if (this.#isOffline) await this.#bench.context.setOffline(false);
    this.#isOffline = false;
    this.#bench.proxy.release();
    this.#note('the network is whole again');
  }

  /** Waits for the truth on every tab; then lets the bank answer, and waits for it again. */
  async #settle(): Promise<void> {
    const { bank } = this.#scene;
    const { sandbox } = this.#bench.stack;
    await this.#untilTruthful();
    this.#healedMs = performance.now() - this.#healedAt;
    this.#note(`every screen tells the truth after ${this.#healedMs.toFixed(0)} ms`);
    if (
      truthOf(sandbox, this.#session.id) === 'waiting' &&
      (bank === 'pays-later' || bank === 'declines-later')
    ) {
      this.#note(`the bank ${bank}`);
      if (bank === 'pays-later') sandbox.pay(this.#session.id);
      else sandbox.decline(this.#session.id);
      await this.#untilTruthful();
    }
    // Quiet means that it stays so.
    await sleep(LOOK_EVERY_MS * 2);
    await Promise.all(
      this.#pages.map(async (page) => {
        const screen = await this.#look(page);
        const truth = this.#truth();
        if (isLie(screen, truth))
          this.#find('P-2', `the screen changed to “${screen.words}”, and it is ${truth}`);
      }),
    );
  }

  async #end(): Promise<void> {
    this.#healedAt = Math.min(this.#healedAt, performance.now());
    this.#bench.proxy.release();
    if (this.#isOffline) await this.#bench.context.setOffline(false);
    if (this.#findings.length > 0) await this.#bench.renew().catch(() => undefined);
    else await Promise.all(this.#pages.slice(1).map(async (page) => page.goto('about:blank')));
  }

  // What people do.

  async #press(page: Page): Promise<void> {
    const screen = await this.#look(page);
    if (screen.class !== 'payable') return;
    this.#shownAmount = screen.amount;
    const { press, times } = this.#scene;
    this.#note(
      `press: ${press}${press === 'submits' || press === 'mixed' ? ` × ${String(times)}` : ''} on “${screen.words}”`,
    );
    const button = payButton(page);
    try {
      if (press === 'click') await button.click({ timeout: 5_000 });
      else if (press === 'double') await button.dblclick({ timeout: 5_000 });
      else if (press === 'enter') await button.press('Enter', { timeout: 5_000 });
      else await button.evaluate(pressMany, { times, mixed: press === 'mixed' }, { timeout: 5_000 });
    } catch {
      // The screen changed under the finger: that is a shopper's life.
    }
  }

  async #do({ type }: Deed): Promise<void> {
    const [page] = this.#pages;
    if (!page) return;
    this.#note(type);
    switch (type) {
      case 'reload':
        await page.reload({ waitUntil: 'commit' }).catch(() => undefined);
        this.#reloaded.add(page);
        return;
      case 'back':
        await page.goto(this.#bench.elsewhere, { waitUntil: 'commit' }).catch(() => undefined);
        // Back while the other page is still coming in may be swallowed: a shopper presses it again.
        for (let press = 0; press < 5 && page.url() === this.#bench.elsewhere; press++)
          await page.goBack({ waitUntil: 'commit', timeout: 3_000 }).catch(() => undefined);
        this.#reloaded.add(page);
        return;
      case 'press':
        return this.#press(page);
      case 'cancel':
        await clickIfThere(page, /^Cancel and return/);
        return;
      case 'give-up':
        await clickIfThere(page, /^(Pay another way|Change number)/);
        return;
      case 'expire':
        this.#bench.stack.sandbox.expire(this.#session.id);
        return;
      case 'offline':
        this.#isOffline = true;
        await this.#bench.context.setOffline(true);
    }
  }

  #bankAnswers({ kind }: ProxyArrival, status: number): void {
    const { bank } = this.#scene;
    const { sandbox } = this.#bench.stack;
    // Every payment there is: a second one of a session would be charged as well.
    if (kind !== 'pay' || status >= 300 || !hasLivePayment(sandbox, this.#session.id)) return;
    if (bank === 'pays-at-once') sandbox.pay(this.#session.id);
    else if (bank === 'declines-at-once') sandbox.decline(this.#session.id);
  }

  // What the network does.

  #plan(request: ProxyRequest, kind: RequestKind): Plan {
    const plan = this.#draw(request, kind);
    if (this.#isMine(request.headers['authorization'], request.path))
      this.#note(
        `${request.protocol} #${String(request.connection)}.${String(request.earlier)} ${kind} ${request.headers['idempotency-key'] ?? ''} → ${plan.name}`,
      );
    return plan;
  }

  #draw(request: ProxyRequest, kind: RequestKind): Plan {
    const isOver = performance.now() >= this.#healedAt;
    if (isOver || kind === 'preflight' || !this.#isMine(request.headers['authorization'], request.path))
      return PASS;
    const rest: Plan = this.#scene.outage && this.#pressed ? { name: 'drop-before' } : PASS;
    if (kind === 'pay') return this.#pays.shift() ?? rest;
    if (kind === 'write') return rest;
    const plan = (this.#pressed ? this.#reads : this.#loads).shift() ?? rest;
    // Only a page that knows the session can tell an older answer from a newer one, and only where there is a version.
    const isOld = plan.name === 'stale-read' || plan.name === 'skew';
    return isOld && (this.#scene.provider !== 'native' || request.path.endsWith('/current')) ? PASS : plan;
  }

  #isMine(authorization: string | undefined, url: string): boolean {
    return (authorization?.includes(this.#session.token) ?? false) || url.includes(this.#session.id);
  }

  // What is noted.

  #noteRequest(request: BrowserRequest): void {
    const url = new URL(request.url());
    if (!this.#allowed.has(url.origin) && url.protocol !== 'about:')
      this.#find('S-25', `a request to ${request.url()}`);
    const headers = request.headers();
    if (headers['idempotency-key'] === undefined || !this.#isMine(headers['authorization'], request.url()))
      return;
    const page = request.frame().page();
    this.#payFetches += 1;
    this.#note(`the page sends ${headers['idempotency-key']}`);
    if (this.#reloaded.has(page) && !this.#scene.deeds.some(({ type }) => type === 'press'))
      this.#find('P-10', 'a payment request of a reloaded page that nobody pressed');
  }

  /** While the answers are rubbish, nobody is told that nothing happened if something did (P-7). */
  #noteStatus(status: string, previous: string): void {
    this.#note(`state: ${previous} → ${status}`);
    const lied = this.#scene.pays.some(({ name }) => CLAIMS_OF_NOTHING.has(name));
    const mayKnow = this.#scene.tabs > 1 || lied || this.#scene.method === 'card';
    if (status !== 'ready' || mayKnow || !(previous === 'submitting' || previous === 'unknown')) return;
    const truth = this.#truth();
    if (truth !== 'not charged') this.#find('P-7', `Pay is offered after ${previous}, and it is ${truth}`);
  }

  async #look(page: Page): Promise<Screen> {
    return readScreen(page, this.#bench.stack.shopUrl);
  }

  #truth(): Truth {
    return truthOf(this.#bench.stack.sandbox, this.#session.id);
  }

  async #untilTruthful(): Promise<void> {
    await Promise.all(
      this.#pages.map(async (page, tab) => {
        let lied: Screen | undefined;
        const isDone = (screen: Screen): boolean => {
          const truth = this.#truth();
          if (screen.class === 'paid' && truth !== 'paid')
            this.#find('P-2', `“${screen.words}”, and it is ${truth}`);
          lied = isLie(screen, truth) ? screen : undefined;
          return isTruthful(screen, truth);
        };
        try {
          await this.#until(
            page,
            isDone,
            this.#patienceMs,
            `the truth (${this.#truth()}) on tab ${String(tab + 1)}`,
          );
        } catch (error) {
          if (lied) this.#find('P-2', `it stays at “${lied.words}”, and it is ${this.#truth()}`);
          else this.#find('P-8', error instanceof Error ? error.message : String(error));
        }
      }),
    );
  }

  /** Looks again and again, as a patient shopper who presses "Try again" where that is all there is. */
  async #until(page: Page, isDone: (screen: Screen) => boolean, ms: number, what: string): Promise<void> {
    const end = performance.now() + ms;
    for (;;) {
      const screen = await this.#look(page);
      if (isDone(screen)) return;
      if (performance.now() > end)
        throw new Error(`waited in vain for ${what}: “${screen.words}” (${screen.class})`);
      if (screen.class === 'unavailable') await clickIfThere(page, 'Try again');
      // Back and forth met halfway, and the tab is at neither end of it: the shopper opens the shop again.
      if ([this.#bench.elsewhere, 'about:blank'].includes(page.url()))
        await page.goto(this.#session.url, { waitUntil: 'commit' }).catch(() => undefined);
      // The bank has done its part and sends the shopper back.
      if (screen.class === 'at-bank' && this.#truth() !== 'waiting')
        await page.goto(this.#session.url, { waitUntil: 'commit' }).catch(() => undefined);
      await sleep(LOOK_EVERY_MS);
    }
  }

  #note(what: string): void {
    this.#trace.push(`${(performance.now() - this.#startedAt).toFixed(0).padStart(6)} ms  ${what}`);
  }

  #find(invariant: string, message: string): void {
    if (this.#findings.some((known) => known.invariant === invariant && known.message === message)) return;
    this.#findings.push({ invariant, message });
    this.#note(`!! ${invariant}: ${message}`);
  }

  #verdict(): Played {
    const { sandbox } = this.#bench.stack;
    const { id } = this.#session;
    for (const { invariant, message } of auditSession(sandbox, id)) this.#find(invariant, message);
    const strays = this.#bench.strayRequests - this.#strayBefore;
    if (strays > 0) this.#find('S-12', `${String(strays)} requests followed a redirect to another origin`);
    const [charge] = sandbox.ledger.chargesOf(id);
    if (charge && this.#shownAmount !== undefined && charge.amount !== this.#shownAmount)
      this.#find('P-25', `${String(charge.amount)} is charged, the button said ${String(this.#shownAmount)}`);
    const payFetches = this.#payFetches;
    const calm = this.#scene.pays.length === 0 && !this.#scene.outage && this.#scene.deeds.length === 0;
    if (calm && this.#scene.tabs === 1 && this.#scene.newAmount === undefined && payFetches > 1)
      this.#find('P-5', `one press sent ${String(payFetches)} payment requests`);
    const payArrivals = this.#bench.proxy.arrivals.filter(
      ({ kind, headers, path }) => kind === 'pay' && this.#isMine(headers['authorization'], path),
    ).length;
    const doubleArrivals = Math.max(0, payArrivals - payFetches);
    const ledgerArrivals = sandbox.ledger.arrivalsOf(id).length;
    const invariants = this.#invariants(doubleArrivals > 0, calm);
    sandbox.deleteSession(id);
    return {
      scene: this.#scene,
      trace: this.#trace,
      findings: this.#findings,
      invariants,
      doubleArrivals,
      payArrivals,
      payFetches,
      ledgerArrivals,
      ...(this.#healedMs !== undefined && { healedMs: this.#healedMs }),
    };
  }

  /** The promises whose conditions came about. */
  #invariants(arrivedTwice: boolean, calm: boolean): string[] {
    const { pays, outage, kind, tabs, deeds, press } = this.#scene;
    const has = (...types: readonly Deed['type'][]): boolean =>
      deeds.some(({ type }) => types.includes(type));
    const redirected = [...pays, ...this.#scene.reads].some(
      ({ name }) => name === 'redirect-307-cross-origin',
    );
    const table: readonly (readonly [string, boolean])[] = [
      ['P-1', true],
      ['P-2', true],
      ['P-3', true],
      ['P-4', arrivedTwice],
      ['P-5', calm && press !== 'click'],
      ['P-6', tabs > 1],
      ['P-7', pays.length > 0 && tabs === 1],
      ['P-8', pays.length > 0 || outage],
      ['P-10', has('reload', 'back')],
      ['P-14', has('expire')],
      ['P-17', has('offline')],
      ['P-21', has('cancel', 'give-up')],
      ['P-25', kind === 'reprice'],
      ['S-12', redirected],
      ['S-3', true],
      ['S-4', true],
      ['S-5', true],
      ['S-25', true],
    ];
    return table.filter(([, applies]) => applies).map(([name]) => name);
  }
}

/** Runs in the page: many activations before anything else can run. */
const pressMany = (button: Element, { times, mixed }: { times: number; mixed: boolean }): void => {
  const checkout = document.querySelector('checkout-session') as unknown as { submit(): Promise<unknown> };
  for (let press = 0; press < times; press++) {
    if (mixed && press % 2 === 1) (button as HTMLElement).click();
    else void checkout.submit();
  }
};

async function clickIfThere(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  if ((await button.count().catch(() => 0)) > 0)
    await button
      .first()
      .click({ timeout: 1_000 })
      .catch(() => undefined);
}
