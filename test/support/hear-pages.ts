import type { BrowserContext } from 'playwright';

/**
 * Gives every page and frame of a context a function of this name, by which they tell the test something; `url` is who told it.
 *
 * It is no binding of Playwright's: the answer to one is a script, and a script in a page that has just gone to the
 * back/forward cache makes the browser throw that page away.
 */
export async function hearPages<Told extends unknown[]>(
  context: BrowserContext,
  name: string,
  hear: (told: Told, url: string) => void,
): Promise<void> {
  const mark = markOf(name);
  await context.addInitScript(
    ([name, mark]) => {
      const { debug } = console;
      Object.defineProperty(window, name, {
        value: (...told: unknown[]) => {
          debug.call(console, mark + JSON.stringify([told, location.href]));
        },
      });
    },
    [name, mark] as const,
  );
  context.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(mark)) hear(...(JSON.parse(text.slice(mark.length)) as [Told, string]));
  });
}

const MARK = 'told to the test: ';
const markOf = (name: string): string => `${MARK}${name} `;

/** Whether a page wrote this only to be heard. */
export const isTold = (text: string): boolean => text.startsWith(MARK);
