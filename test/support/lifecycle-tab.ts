import type { Browser, CDPSession } from 'playwright';
import { WAIT_MS } from './wait.js';

/** What the protocol says of a question whose page went away, or is about to come. */
const LEFT_UNANSWERED =
  /Inspected target navigated or closed|context was destroyed|Cannot find (default )?(execution )?context/;

/** The answer to a command, or an event, as the protocol's text. */
interface Message {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/**
 * A tab that Playwright does not touch. Its own pages are made to believe that they are always in view, and a page in
 * view is never frozen; this one may be hidden and frozen like any other.
 */
export class PlainTab {
  readonly #root: CDPSession;
  readonly #targetId: string;
  readonly #sessionId: string;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #lastId = 0;

  private constructor(root: CDPSession, targetId: string, sessionId: string) {
    this.#root = root;
    this.#targetId = targetId;
    this.#sessionId = sessionId;
    root.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      if (from !== sessionId) return;
      const parsed = JSON.parse(message) as Message;
      if (parsed.id === undefined) return;
      this.#waiting.get(parsed.id)?.(parsed);
      this.#waiting.delete(parsed.id);
    });
  }

  /** Opens tabs beside each other in one window of a profile of their own. */
  static async openAll(browser: Browser, urls: readonly string[]): Promise<readonly PlainTab[]> {
    const root = await browser.newBrowserCDPSession();
    const { browserContextId } = await root.send('Target.createBrowserContext');
    const tabs: PlainTab[] = [];
    for (const url of urls) {
      const { targetId } = await root.send('Target.createTarget', { url, browserContextId });
      const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
      tabs.push(new PlainTab(root, targetId, sessionId));
    }
    return tabs;
  }

  async send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const id = ++this.#lastId;
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    await this.#root.send('Target.sendMessageToTarget', {
      sessionId: this.#sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  /** The value of an expression in the page; promises are waited for. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = (await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })) as { result?: { value?: unknown } };
    return result?.value;
  }

  /** The value of an expression that changes nothing: put again to the next page if this one left without an answer. */
  async read(expression: string): Promise<unknown> {
    const until = performance.now() + WAIT_MS;
    for (;;)
      try {
        return await this.evaluate(expression);
      } catch (error) {
        const hasLeft = error instanceof Error && LEFT_UNANSWERED.test(error.message);
        if (!hasLeft || performance.now() > until) throw error;
      }
  }

  /** Starts what leads away from the page, once the page has answered: an answer cannot outlive its page. */
  async leave(expression: string): Promise<void> {
    await this.evaluate(`void setTimeout(() => { ${expression} }, 0)`);
  }

  /** Puts it in front; the others of its window are out of sight then. */
  async bringToFront(): Promise<void> {
    await this.#root.send('Target.activateTarget', { targetId: this.#targetId });
  }

  async setLifecycle(state: 'frozen' | 'active'): Promise<void> {
    await this.send('Page.setWebLifecycleState', { state });
  }

  async close(): Promise<void> {
    await this.#root.send('Target.closeTarget', { targetId: this.#targetId });
  }
}
