import path from 'node:path';
import type { Frame, Page } from 'playwright';
import { build } from 'vite';
import type { createCardFrameHost } from '../../src/card-frame/host/card-frame-host.js';
import type { Stack } from './stack.js';

/*
 * The built card frame on a page that holds nothing else, for what a whole checkout would only make slower: the page holds
 * the host's side, `window.card`, and what came of it.
 */

export interface BareWindow extends Window {
  readonly createCardFrameHost: typeof createCardFrameHost;
  card: ReturnType<typeof createCardFrameHost>;
  /** The types of the events, and the codes of the errors. */
  heard: string[];
}

let host: Promise<string> | undefined;

/** The host's side as one script. */
const hostScript = async (): Promise<string> =>
  (host ??= build({
    root: path.resolve(import.meta.dirname, '../..'),
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'src/card-frame/host/card-frame-host.ts', formats: ['es'], fileName: 'host' },
    },
  }).then((result) => {
    const [output] = [result].flat();
    if (!output || !('output' in output)) throw new Error('the build is a watcher');
    return output.output[0].code;
  }));

/** Opens the page and mounts the frame in its `main`; resolves when it is ready. */
export async function openBareFrame(page: Page, stack: Stack): Promise<Frame> {
  stack.asset('host.js', await hostScript());
  stack.asset('bare.js', `import * as host from '/host.js'; Object.assign(window, host, { heard: [] });`);
  const script = '<script type="module" src="/bare.js"></script>';
  await page.goto(
    stack.page(
      '<dialog open style="inset:0 auto auto 0;inline-size:600px;margin:0"><main></main></dialog><div id="below"></div>',
      { script, csp: null },
    ),
  );
  await page.evaluate(
    async (frameUrl) =>
      new Promise<void>((resolve, reject) => {
        const self = window as unknown as BareWindow;
        self.card = self.createCardFrameHost({
          frameUrl,
          container: document.querySelector('main') ?? document.body,
          onEvent({ type }) {
            self.heard.push(type);
            if (type === 'ready') resolve();
          },
          onDead(error) {
            self.heard.push(error.code);
            reject(error);
          },
        });
      }),
    `${stack.payUrl}/card-frame/index.html`,
  );
  const frame = page.frames().find((one) => one.url().startsWith(stack.payUrl));
  if (!frame) throw new Error('there is no frame');
  return frame;
}

/** Fills the frame as a password manager's script does: also where nobody could type. */
export const fillBare = async (frame: Frame, number = '4242424242424242'): Promise<void> =>
  frame.evaluate((cardNumber) => {
    const card = { 'cc-number': cardNumber, 'cc-exp': '12/34', 'cc-csc': '123', 'cc-name': 'ANA LIMA' };
    for (const [id, value] of Object.entries(card)) {
      const input = document.getElementById(id) as HTMLInputElement;
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, number);

/** The code of what `tokenize` came to, `token` where it came to one. */
export const tokenizeBare = async (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { card } = window as unknown as BareWindow;
    return card.tokenize().then(
      () => 'token',
      (error: unknown) => (error as { code: string }).code,
    );
  });
