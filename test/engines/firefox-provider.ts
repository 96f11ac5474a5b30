import path from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import type { Frame, FrameLocator, Page } from 'playwright';
import type { BrowserProviderOption, TestProject } from 'vitest/node';
import type { Hands } from './hands.js';

const ENTER_FRAME = 'internal:control=enter-frame';
const DEFAULT_TIMEOUT_MS = 25_000;
const LOOKS = 200;
const LOOK_EVERY_MS = 50;

/** Firefox as it is installed, over WebDriver BiDi: Playwright's other way needs a Firefox of its own. */
const base = playwright({
  launchOptions: {
    channel: 'moz-firefox',
    ...(process.env['FIREFOX_PATH'] !== undefined && { executablePath: process.env['FIREFOX_PATH'] }),
  },
  // Wide and high enough for every size that a test asks for, so that nothing is shrunk.
  contextOptions: { viewport: { width: 1600, height: 1400 } },
});

/** The name of a frame comes late over BiDi, so the frame of the test is found by its place. */
async function testerFrame(page: Page): Promise<Frame> {
  for (let look = 0; look < LOOKS; look++) {
    const found = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error('the page has no frame for the test');
}

export const firefox = (): BrowserProviderOption => ({
  ...base,
  providerFactory(project: TestProject) {
    const provider = base.providerFactory(project);
    const fill = async (
      { iframe, page }: { iframe: FrameLocator; page: Page },
      selector: string,
      text: string,
      { timeout = DEFAULT_TIMEOUT_MS }: { timeout?: number } = {},
    ): Promise<void> => {
      if (selector.includes(ENTER_FRAME)) return iframe.locator(selector).fill(text, { timeout });
      // The driver puts it behind what a field that has the focus holds already.
      return (await testerFrame(page)).evaluate(
        async (args) => (window as unknown as { testHands: Hands }).testHands.fill(...args),
        [selector, text, timeout] as const,
      );
    };
    const clear = async (context: Parameters<typeof fill>[0], selector: string): Promise<void> =>
      fill(context, selector, '');
    project.browser?.registerCommand('__vitest_fill' as never, fill as never);
    project.browser?.registerCommand('__vitest_clear' as never, clear as never);
    provider.initScripts?.push(path.join(import.meta.dirname, 'hands.ts'));
    const contextOf = provider.getCommandsContext.bind(provider);
    provider.getCommandsContext = (sessionId) => {
      const context = contextOf(sessionId);
      const frame = async (): Promise<Frame> => testerFrame(context['page'] as Page);
      return Object.defineProperties(
        {},
        { ...Object.getOwnPropertyDescriptors(context), frame: { value: frame, enumerable: true } },
      );
    };
    return provider;
  },
});
