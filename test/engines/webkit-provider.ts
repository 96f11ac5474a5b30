/**
 * Vitest's browser provider for WebKitGTK, over its own WebDriver. Presses of the mouse and of keys are made on the
 * window, not on an element: only so do they reach what stands in a frame, as each test does.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { defineBrowserProvider, parseKeyDef } from '@vitest/browser';
import type { BrowserCommandContext, BrowserProvider, BrowserProviderOption, TestProject } from 'vitest/node';
import { keyValue, WebDriverSession, type ElementReference, type KeyAction } from './webdriver.js';
import type { Choice, Hands, Place } from './hands.js';

const ENTER_FRAME = ' >> internal:control=enter-frame >> ';
const DEFAULT_TIMEOUT_MS = 25_000;
const ASIDE_PX = 4;
/** Keys that the driver knows; any other character is put in as from a keyboard that composes it. */
const TYPED = /^[\x20-\x7e]$/;

interface ActionOptions {
  readonly timeout?: number;
  readonly force?: boolean;
  /** From the corner of the element. */
  readonly position?: Place;
  readonly skipClick?: boolean;
  readonly skipAutoClose?: boolean;
  readonly unreleased?: readonly string[];
}
type Command = (context: BrowserCommandContext, ...args: never[]) => Promise<unknown>;

class WebKitProvider implements BrowserProvider {
  readonly name = 'webkitgtk';
  /** The driver has one window. */
  readonly supportsParallelism = false;
  // Locators that a test writes are the same for every engine.
  readonly initScripts = [
    path.join(
      path.dirname(createRequire(import.meta.url).resolve('@vitest/browser-playwright')),
      'locators.js',
    ),
    path.join(import.meta.dirname, 'hands.ts'),
  ];
  #starting: Promise<WebDriverSession> | undefined;
  #aside = 0;

  constructor(project: TestProject) {
    for (const [name, command] of Object.entries(this.#commands()))
      project.browser?.registerCommand(`__vitest_${name}` as never, command as never);
  }

  getCommandsContext(): Record<string, unknown> {
    return {};
  }

  async openPage(_sessionId: string, url: string): Promise<void> {
    this.#starting ??= WebDriverSession.start();
    const session = await this.#starting;
    await session.look(null);
    await session.open(url);
  }

  async close(): Promise<void> {
    const session = await this.#starting;
    this.#starting = undefined;
    await session?.close();
  }

  async #session(): Promise<WebDriverSession> {
    if (!this.#starting) throw new Error('no page is open');
    return this.#starting;
  }

  #commands(): Record<string, Command> {
    const press =
      (times: number): Command =>
      async (_context, selector: string, options: ActionOptions = {}) =>
        this.#click(selector, options, times);
    return {
      click: press(1),
      dblClick: press(2),
      tripleClick: press(3),
      hover: press(0),
      fill: async (_context, selector: string, text: string, options: ActionOptions = {}) =>
        this.#fill(selector, text, options),
      clear: async (_context, selector: string, options: ActionOptions = {}) =>
        this.#fill(selector, '', options),
      selectOptions: async (_context, selector: string, values: Choice[], { timeout }: ActionOptions = {}) =>
        this.#hands('choose', selector, values, timeout ?? DEFAULT_TIMEOUT_MS),
      type: async (_context, selector: string, text: string, options: ActionOptions = {}) => {
        if (selector.includes(ENTER_FRAME)) await this.#click(selector, options, 1);
        else if (options.skipClick !== true)
          await this.#hands('focus', selector, options.timeout ?? DEFAULT_TIMEOUT_MS);
        return this.#type(text, options.unreleased ?? [], options.skipAutoClose === true);
      },
      keyboard: async (_context, text: string, { unreleased }: { unreleased: string[] }) => {
        await this.#hands('takeKeys');
        return this.#type(text, unreleased, true);
      },
      tab: async (_context, { shift = false }: { shift?: boolean } = {}) => {
        await this.#type(shift ? '{Shift>}{Tab}{/Shift}' : '{Tab}', [], false);
      },
      takeFocus: async () =>
        (await this.#session()).point([
          { type: 'pointerMove', x: 1590, y: 5, duration: 0 },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ]),
      cleanup: async (_context, { unreleased }: { unreleased: string[] }) =>
        (await this.#session()).press(unreleased.map((key) => ({ type: 'keyUp', value: keyValue(key) }))),
    };
  }

  /** One of the hands in the page of the test. */
  async #hands<Name extends keyof Hands>(
    name: Name,
    ...args: Parameters<Hands[Name]>
  ): Promise<Awaited<ReturnType<Hands[Name]>>> {
    const session = await this.#session();
    return session.run<Awaited<ReturnType<Hands[Name]>>>(
      `const [name, ...rest] = args;
       const { contentWindow } = document.querySelector('iframe[data-vitest]');
       return contentWindow.testHands[name](...rest);`,
      name,
      ...args,
    );
  }

  async #click(selector: string, options: ActionOptions, times: number): Promise<void> {
    const { timeout = DEFAULT_TIMEOUT_MS, force = false, position } = options;
    const until = Date.now() + timeout;
    const [inPage = '', inFrame] = selector.split(ENTER_FRAME);
    for (;;) {
      const at = await this.#hands('reach', inPage, until - Date.now(), {
        isForced: force || inFrame !== undefined,
        ...(position && { place: position }),
      });
      if (inFrame !== undefined || times === 0 || force)
        return this.#press(
          at,
          times,
          inFrame === undefined ? undefined : await this.#middleInFrame(inPage, inFrame),
        );
      await this.#hands('await', inPage);
      await this.#press(at, times);
      if (await this.#hands('met')) return undefined;
      if (Date.now() > until) throw new Error(`no press reaches ${inPage}`);
    }
  }

  /** Presses a place of the test's page, or one beside it. */
  async #press(at: Place, times: number, by: Place = { x: 0, y: 0 }): Promise<void> {
    const session = await this.#session();
    const outer = await session.run<Place>(
      `const { x, y } = document.querySelector('iframe[data-vitest]').getBoundingClientRect(); return { x, y };`,
    );
    // Two presses on one place, one right after the other, would be a double press, which the checkout takes for stray.
    this.#aside = this.#aside === 0 ? ASIDE_PX : 0;
    const x = Math.round(outer.x + at.x + by.x) + this.#aside;
    const y = Math.round(outer.y + at.y + by.y);
    const presses = Array.from({ length: times }, () => [
      { type: 'pointerDown', button: 0 } as const,
      { type: 'pointerUp', button: 0 } as const,
    ]);
    await session.point([{ type: 'pointerMove', x, y, duration: 0 }, ...presses.flat()]);
  }

  /** Where the middle of a field of a frame is, from the frame's own middle. */
  async #middleInFrame(inPage: string, inFrame: string): Promise<Place> {
    return this.#inFrame<Place>(
      inPage,
      `const field = find(args[0]); field.scrollIntoView({ block: 'nearest' });
       const box = field.getBoundingClientRect();
       return { x: box.x + (box.width - innerWidth) / 2, y: box.y + (box.height - innerHeight) / 2 };`,
      inFrame,
    );
  }

  async #fill(
    selector: string,
    text: string,
    { timeout = DEFAULT_TIMEOUT_MS }: ActionOptions,
  ): Promise<void> {
    const [inPage = '', inFrame] = selector.split(ENTER_FRAME);
    if (inFrame === undefined) return this.#hands('fill', inPage, text, timeout);
    // A frame of another origin may not take the focus by itself.
    await this.#click(selector, { timeout }, 1);
    await this.#inFrame(
      inPage,
      `const field = find(args[0]); field.focus(); field.select();
       if (args[1] === '') document.execCommand('delete');
       else document.execCommand('insertText', false, args[1]);`,
      inFrame,
      text,
    );
    return undefined;
  }

  async frameValue(selector: string): Promise<string> {
    const [inPage = '', inFrame = ''] = selector.split(ENTER_FRAME);
    return this.#inFrame(inPage, 'return find(args[0]).value;', inFrame);
  }

  /** Runs something in a frame of the page, whatever its origin: a name is looked for among its labels. */
  async #inFrame<T>(frameSelector: string, body: string, inner: string, ...args: unknown[]): Promise<T> {
    const session = await this.#session();
    const name = /\[name="((?:[^"\\]|\\.)*)"/.exec(inner)?.[1];
    if (name === undefined) throw new Error(`WebKitGTK’s driver does not look in a frame for ${inner}`);
    const tester = await session.run<ElementReference>(
      `return document.querySelector('iframe[data-vitest]')`,
    );
    try {
      await session.look(tester);
      const frame = await session.run<ElementReference>('return testHands.find(args[0])', frameSelector);
      await session.look(frame);
      return await session.run<T>(
        `const named = (element) => [element.ariaLabel, ...[...(element.labels ?? [])].map((label) => label.textContent),
           element.matches('button') ? element.textContent : '']
           .some((text) => text?.toLowerCase().replaceAll(/\\s+/g, ' ').includes(args[0].toLowerCase()));
         const find = () => [...document.querySelectorAll('input, select, textarea, button')].find(named);
         for (let turn = 0; !find(); turn++) {
           if (turn > 400) throw new Error('nothing in the frame is named ' + args[0]);
           await new Promise((resolve) => setTimeout(resolve, 50));
         }
         ${body.replaceAll('find(args[0])', 'find()')}`,
        name,
        ...args,
      );
    } finally {
      await session.look(null);
    }
  }

  async #type(text: string, held: readonly string[], keeps: boolean): Promise<{ unreleased: string[] }> {
    const session = await this.#session();
    const pressed = new Set(held);
    let actions: KeyAction[] = [];
    const flush = async (): Promise<void> => {
      await session.press(actions);
      actions = [];
    };
    for (const { releasePrevious, releaseSelf, repeat, keyDef } of parseKeyDef(text)) {
      const { key = '' } = keyDef;
      const value = keyValue(key);
      if (pressed.delete(key)) actions.push({ type: 'keyUp', value });
      if (releasePrevious) continue;
      if (key === 'selectall') {
        await flush();
        await this.#hands('selectAll');
      } else if (value === key && !TYPED.test(key)) {
        await flush();
        await this.#hands('insert', key === 'Unknown' ? String(keyDef.code) : key);
      } else {
        for (let turn = 0; turn < repeat; turn++) actions.push({ type: 'keyDown', value });
        if (releaseSelf) actions.push({ type: 'keyUp', value });
        else pressed.add(key);
      }
    }
    if (!keeps) {
      for (const key of pressed) actions.push({ type: 'keyUp', value: keyValue(key) });
      pressed.clear();
    }
    await flush();
    return { unreleased: [...pressed] };
  }
}

export const frameValue = async ({ provider }: BrowserCommandContext, selector: string): Promise<string> =>
  (provider as WebKitProvider).frameValue(selector);

export const webkitgtk = (): BrowserProviderOption =>
  defineBrowserProvider({
    name: 'webkitgtk',
    supportedBrowser: ['webkitgtk'],
    options: {},
    providerFactory: (project) => new WebKitProvider(project),
  });
