import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

/** Of an element, as WebDriver writes it. @see https://www.w3.org/TR/webdriver2/#elements */
export type ElementReference = Readonly<Record<'element-6066-11e4-a52e-4f735466cecf', string>>;

/** One of a list of things that a hand does. @see https://www.w3.org/TR/webdriver2/#actions */
export type PointerAction =
  | { readonly type: 'pointerMove'; readonly x: number; readonly y: number; readonly duration?: number }
  | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: number }
  | { readonly type: 'pause'; readonly duration: number };
export interface KeyAction {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}

const MINI_BROWSERS = ['4.1', '6.0', '4.0'].flatMap((version) =>
  ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib'].flatMap(
    (folder) => [`${folder}/webkit2gtk-${version}/MiniBrowser`, `${folder}/webkitgtk-${version}/MiniBrowser`],
  ),
);
export const MINI_BROWSER_PATHS: readonly string[] = MINI_BROWSERS;

const START_MS = 30_000;
/** What an action may take that waits in the page; the page gives up sooner. */
const SCRIPT_MS = 600_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A driver of WebKitGTK on a screen of its own; it has no mode without a window. */
async function startDriver(): Promise<{ origin: string; driver: ChildProcess }> {
  const port = await freePort();
  const driver = spawn(
    'xvfb-run',
    [
      '--auto-servernum',
      '--server-args=-screen 0 1700x1500x24',
      'dbus-run-session',
      '--',
      'WebKitWebDriver',
      `--port=${String(port)}`,
    ],
    // A group of its own, so that all of it can be ended.
    { stdio: 'ignore', detached: true, env: { ...process.env, NO_AT_BRIDGE: '1' } },
  );
  const origin = `http://127.0.0.1:${String(port)}`;
  const until = Date.now() + START_MS;
  for (;;) {
    const isUp = await fetch(`${origin}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return { origin, driver };
    if (driver.exitCode !== null || Date.now() > until) throw new Error('WebKitWebDriver does not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A window of WebKitGTK, driven by WebDriver: no library lies between. */
export class WebDriverSession {
  readonly #origin: string;
  readonly #driver: ChildProcess;
  readonly #onExit = (): void => {
    this.#end();
  };
  #path = '';

  private constructor(origin: string, driver: ChildProcess) {
    this.#origin = origin;
    this.#driver = driver;
    process.once('exit', this.#onExit);
  }

  static async start(): Promise<WebDriverSession> {
    const { origin, driver } = await startDriver();
    const session = new WebDriverSession(origin, driver);
    const options = { binary: process.env['WEBKIT_PATH'], args: ['--automation'] };
    const { sessionId } = await session.#send<{ sessionId: string }>('POST', '/session', {
      capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } },
    });
    session.#path = `/session/${sessionId}`;
    await session.#send('POST', '/timeouts', { script: SCRIPT_MS });
    await session.#send('POST', '/window/rect', { x: 0, y: 0, width: 1600, height: 1400 });
    return session;
  }

  async open(url: string): Promise<void> {
    await this.#send('POST', '/url', { url });
  }

  async address(): Promise<string> {
    return this.#send('GET', '/url');
  }

  /** Runs the body of a function in the frame that is looked at, and waits for what it answers. */
  async run<T>(body: string, ...args: unknown[]): Promise<T> {
    const script = `const answer = arguments[arguments.length - 1];
      (async (...args) => { ${body} })(...[...arguments].slice(0, -1)).then(
        (value) => answer({ value }), (fault) => answer({ fault: String(fault?.message ?? fault) }));`;
    const { value, fault } = await this.#send<{ value: T; fault?: string }>('POST', '/execute/async', {
      script,
      args,
    });
    if (fault !== undefined) throw new Error(fault);
    return value;
  }

  /** Looks at the frame of an element of the frame that is looked at; without one at the page. */
  async look(frame: ElementReference | null): Promise<void> {
    await this.#send('POST', '/frame', { id: frame });
  }

  async point(actions: readonly PointerAction[]): Promise<void> {
    const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await this.#send('POST', '/actions', { actions: [pointer] });
  }

  async press(actions: readonly KeyAction[]): Promise<void> {
    if (actions.length > 0)
      await this.#send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async close(): Promise<void> {
    process.off('exit', this.#onExit);
    try {
      await this.#send('DELETE', '');
    } finally {
      this.#end();
    }
  }

  #end(): void {
    try {
      if (this.#driver.pid !== undefined) process.kill(-this.#driver.pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  }

  async #send<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.#origin}${this.#path}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${path}: ${value.error ?? ''} ${value.message ?? ''}`);
    return value;
  }
}

const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE006',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/** WebDriver's character for a key of that name. */
export const keyValue = (key: string): string => KEYS[key] ?? key;
