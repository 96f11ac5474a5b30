/** A tab of the engine under test on the built files, with what a shopper does in it: the same few words for each driver. */
import { chromium, firefox, type Page } from 'playwright';
import { BROWSER_FLAGS } from '../support/browser-flags.js';
import { keyValue, WebDriverSession, type ElementReference } from './webdriver.js';

export type Role = 'radio' | 'textbox' | 'button';

export interface Tab {
  open(url: string): Promise<void>;
  address(): Promise<string>;
  /** Presses what has that role and begins with that name. */
  press(role: Role, name: string): Promise<void>;
  /** Types into a field; `frame` is the title of the frame that it is in. */
  type(name: string, text: string, frame?: string): Promise<void>;
  /** Resolves when the page says that. */
  untilSeen(text: string): Promise<void>;
  /** Of the page, in its own realm. */
  ask<T>(body: string): Promise<T>;
  close(): Promise<void>;
}

const WAIT_MS = 40_000;
const LOOK_EVERY_MS = 100;

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error(`${what} does not come`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

const beginsWith = (name: string): RegExp =>
  new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);

function playwrightTab(page: Page, close: () => Promise<void>): Tab {
  return {
    async open(url) {
      await page.goto(url);
    },
    address: async () => Promise.resolve(page.url()),
    async press(role, name) {
      const target = page.getByRole(role, { name: beginsWith(name) });
      await (role === 'radio' ? target.check({ force: true }) : target.click());
    },
    async type(name, text, frame) {
      const scope = frame === undefined ? page : page.frameLocator(`iframe[title="${frame}"]`);
      await scope.getByRole('textbox', { name: beginsWith(name) }).fill(text);
    },
    async untilSeen(text) {
      await page.getByText(text).first().waitFor();
    },
    ask: async (body) => page.evaluate(`(() => { ${body} })()`),
    close,
  };
}

const ROLES: Readonly<Record<Role, string>> = {
  radio: 'input[type=radio]',
  textbox: 'input:not([type=radio],[type=checkbox]), textarea',
  button: 'button, input[type=submit]',
};

/** In the page: every element of any open shadow root, and the one of a kind whose name begins so. */
const FIND = `
  const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const clean = (text) => (text ?? '').replaceAll(/\\s+/g, ' ').trim();
  const nameOf = (one) => clean(one.ariaLabel)
    || [...(one.labels ?? [])].map((label) => clean(label.textContent)).join(' ')
    || clean(one.textContent) || clean(one.value);
  const find = (selector, name) => all(document).find((one) =>
    one.matches(selector) && one.checkVisibility() && !one.matches(':disabled') && nameOf(one).startsWith(name));
`;

class WebKitTab implements Tab {
  readonly #session: WebDriverSession;

  constructor(session: WebDriverSession) {
    this.#session = session;
  }

  async open(url: string): Promise<void> {
    await this.#session.open(url);
  }

  async address(): Promise<string> {
    return this.#session.address();
  }

  async press(role: Role, name: string): Promise<void> {
    await this.#press(ROLES[role], name);
  }

  async type(name: string, text: string, frame?: string): Promise<void> {
    await this.#press(ROLES.textbox, name, frame);
    await this.#session.press(
      [...text].flatMap((key) => [
        { type: 'keyDown' as const, value: keyValue(key) },
        { type: 'keyUp' as const, value: keyValue(key) },
      ]),
    );
  }

  async untilSeen(text: string): Promise<void> {
    await until(text, async () =>
      this.#look<true>(
        `${FIND} return all(document).some((one) => one.checkVisibility() && [...one.childNodes].some((node) =>
          node.nodeType === 3 && clean(node.data).includes(args[0]))) || undefined;`,
        text,
      ),
    );
  }

  async ask<T>(body: string): Promise<T> {
    return this.#session.run<T>(body);
  }

  async close(): Promise<void> {
    await this.#session.close();
  }

  async #press(selector: string, name: string, frame?: string): Promise<void> {
    const { x, y } = await until(name, async () => this.#placeOf(selector, name, frame));
    await this.#session.point([
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** The middle of an element in the window, once it stands still; of one in a frame, where the frame shows it. */
  async #placeOf(
    selector: string,
    name: string,
    frame?: string,
  ): Promise<{ x: number; y: number } | undefined> {
    const middle = `${FIND}
      const one = find(args[0], args[1]);
      if (!one) return undefined;
      one.scrollIntoView({ block: 'center' });
      const before = one.getBoundingClientRect();
      await new Promise((resolve) => setTimeout(resolve, 120));
      const { x, y, width, height } = one.getBoundingClientRect();
      return before.y === y ? { x: x + width / 2, y: y + height / 2 } : undefined;`;
    if (frame === undefined) return this.#look(middle, selector, name);
    const outer = await this.#look<{ element: ElementReference; x: number; y: number }>(
      `${FIND}
       const element = all(document).find((one) => one.matches('iframe') && one.title === args[0]);
       if (!element) return undefined;
       element.scrollIntoView({ block: 'center' });
       await new Promise((resolve) => setTimeout(resolve, 120));
       const { x, y } = element.getBoundingClientRect();
       return { element, x, y };`,
      frame,
    );
    if (!outer) return undefined;
    await this.#session.look(outer.element);
    try {
      const inner = await this.#look<{ x: number; y: number }>(middle, selector, name);
      return inner && { x: outer.x + inner.x, y: outer.y + inner.y };
    } finally {
      await this.#session.look(null);
    }
  }

  /** A page that is on its way to the next one answers nothing. */
  async #look<T>(body: string, ...args: unknown[]): Promise<T | undefined> {
    try {
      return (await this.#session.run<T | null | undefined>(body, ...args)) ?? undefined;
    } catch {
      return undefined;
    }
  }
}

export async function openTab(engine: string): Promise<Tab> {
  if (engine === 'webkitgtk') return new WebKitTab(await WebDriverSession.start());
  const executablePath = engine === 'firefox' ? process.env['FIREFOX_PATH'] : process.env['CHROME_PATH'];
  const found = executablePath === undefined ? {} : { executablePath };
  const browser =
    engine === 'firefox'
      ? await firefox.launch({ ...found, channel: 'moz-firefox' })
      : await chromium.launch({ ...found, args: [...BROWSER_FLAGS] });
  return playwrightTab(await browser.newPage(), async () => browser.close());
}
