import type { Locator as DriverLocator } from 'playwright';

interface DriverContext {
  readonly iframe: { locator(selector: string): Pick<DriverLocator, 'inputValue'> };
}

/** A command of Vitest's: what a field holds in a frame of another origin, where only a browser's driver sees. */
export const frameValue = async ({ iframe }: DriverContext, selector: string): Promise<string> =>
  iframe.locator(selector).inputValue();

declare module 'vitest/browser' {
  interface BrowserCommands {
    frameValue(selector: string): Promise<string>;
  }
}
