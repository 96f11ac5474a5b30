import type { Browser } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.js';
import { startStack, type Stack } from './stack.js';

/** A part that is there only while tests run. */
export const started = <T>(part: T | undefined): T => {
  if (part === undefined) throw new Error('the servers run while tests run, not before');
  return part;
};

/** The servers and the browser of a file of tests: there from its first test to its last. */
export function useStack(launch: () => Promise<Browser> = launchBrowser): {
  readonly stack: Stack;
  readonly browser: Browser;
} {
  const running: { stack?: Stack; browser?: Browser } = {};
  beforeAll(async () => {
    running.stack = await startStack();
    running.browser = await launch();
  });
  afterAll(async () => {
    await running.browser?.close();
    await running.stack?.close();
  });
  return {
    get stack() {
      return started(running.stack);
    },
    get browser() {
      return started(running.browser);
    },
  };
}
