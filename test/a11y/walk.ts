import type Axe from 'axe-core';
import type { Frame, Page } from 'playwright';
import { settled } from './settle.js';
import { walkByTab } from './walk-by-tab.js';
import type { CheckedWindow, Spoken } from './in-page.js';

/** Success criteria of WCAG 2.2, A and AA, and what axe holds to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What others show inside our screens: a bank's page, Stripe's fields. */
const OTHERS: unknown[] = [
  'iframe[src*="js.stripe.com"]',
  'iframe[title^="Stripe"]',
  { fromShadowDom: ['checkout-session', 'three-d-secure', 'iframe'] },
];

/**
 * What axe leaves undecided and we decide. A word on a drawn plate, and a list with its arrow: `contrast` measures every one.
 * Blocks to skip: a document with one form, and nothing before it, has none.
 */
const DECIDED = [/^color-contrast <(text|select) /, /^bypass <html/];

/** Everything that a machine can find in the page and its frames, and all that it could not decide (U-1). */
async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  const found = await page.evaluate(
    async ([tags, others, only]) => {
      const { axe } = window as unknown as { axe: typeof Axe };
      const { violations, incomplete } = await axe.run({ exclude: others } as unknown as Axe.ElementContext, {
        runOnly: only ? { type: 'rule', values: [...only] } : { type: 'tag', values: [...tags] },
        resultTypes: ['violations', 'incomplete'],
        // A busy machine lets a frame wait longer than half a second.
        pingWaitTime: 20_000,
      });
      const lines = (isSure: boolean, results: typeof violations) =>
        results.flatMap(({ id, nodes }) =>
          nodes.map(({ html, any, all, none }) => ({
            isSure,
            text: `${id} ${html.slice(0, 160)}`,
            why: [...any, ...all, ...none].map(({ message }) => message).join('; '),
          })),
        );
      return [...lines(true, violations), ...lines(false, incomplete)];
    },
    [TAGS, OTHERS, rules] as const,
  );
  const left = found.filter(({ isSure, text }) => isSure || !DECIDED.some((pattern) => pattern.test(text)));
  return [
    ...left.map(({ isSure, text, why }) => `${isSure ? '' : 'undecided '}${text} (${why})`),
    ...(await ask(page, 'contrast')),
    ...(await each(page, async (frame) => (frame === page.mainFrame() ? [] : frame.evaluate(blocksToSkip)))),
  ];
}

/** What stands in a frame beside its one form. */
const blocksToSkip = (): string[] => {
  const form = document.querySelector('form');
  return [...document.querySelectorAll('a[href],button,input,select,textarea')]
    .filter((control) => !form?.contains(control))
    .map((control) => `${control.localName} stands beside the form`);
};

/** The frame is drawn on the page's own ground; axe does not see through a frame, and takes white for it. */
async function paintFrames(page: Page): Promise<void> {
  const ground = await page.evaluate(() => {
    const root = document.querySelector('checkout-session')?.shadowRoot?.querySelector('.root');
    return root ? getComputedStyle(root).backgroundColor : '';
  });
  for (const frame of ours(page))
    if (frame !== page.mainFrame())
      await frame.evaluate((color) => {
        document.body.style.setProperty('background-color', color);
      }, ground);
}

export const each = async <T>(page: Page, ask: (frame: Frame) => Promise<T[]>): Promise<T[]> =>
  (await Promise.all(ours(page).map(ask))).flat();

/** The page and the frames that are ours: what a bank or Stripe shows in its own is theirs. */
export const ours = (page: Page): Frame[] =>
  page.frames().filter((frame) => frame === page.mainFrame() || frame.url().includes('/card-frame/'));

const ask = async (page: Page, what: 'overflow' | 'moving' | 'contrast'): Promise<string[]> =>
  each(page, async (frame) =>
    frame.evaluate((name) => (window as unknown as CheckedWindow).checks[name](), what),
  );

const space = async (page: Page, isOn: boolean): Promise<void> => {
  for (const frame of ours(page))
    await frame.evaluate((on) => {
      (window as unknown as CheckedWindow).checks.space(on);
    }, isOn);
};

/** Letters of twice the size, as a shopper sets them in the browser: for the page and its frames. */
async function enlarge(page: Page, isOn: boolean): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: isOn ? 32 : 16, fixed: isOn ? 26 : 13 } });
  await browser.detach();
}

export const spoken = async (page: Page): Promise<readonly Spoken[]> =>
  page.evaluate(() => (window as unknown as CheckedWindow).checks.spoken);

/** So often the look of a frame that has to follow is asked for, 50 ms apart. */
const MOST_TURNS = 100;

/** U-8: nothing sticks out, and nothing is cut off. The frame follows its content a moment later. */
async function unfit(page: Page): Promise<string[]> {
  for (let turn = 0; ; turn++) {
    const found = await ask(page, 'overflow');
    if (found.length === 0 || turn === MOST_TURNS) return found;
    await page.waitForTimeout(50);
  }
}

/** U-9: 24 px at least for everything (axe looks at that too), and 44 for all that is not a link in a sentence. */
async function tooSmall(page: Page): Promise<string[]> {
  const boxes = await each(page, async (frame) =>
    frame.evaluate(() => (window as unknown as CheckedWindow).checks.targets()),
  );
  return boxes
    .filter(({ isInline, width, height }) => !isInline && Math.min(width, height) < 43.5)
    .map(({ name, width, height }) => `${name}: ${width.toFixed(0)} × ${height.toFixed(0)}`);
}

/** U-1, U-3, U-6, U-8, U-9 and U-10 on one screen; answers what assistive technology is given of it. */
export async function examine(page: Page): Promise<{ tree: string; faults: string[] }> {
  await settled(page);
  const faults: string[] = [];
  const note = async (what: string, found: Promise<string[]>): Promise<void> => {
    faults.push(...(await found).map((fault) => `${what}: ${fault}`));
  };
  await paintFrames(page);
  await note('axe', axeFaults(page));
  const tree = await treeOf(page);
  await note(
    'live regions',
    page.evaluate(() => (window as unknown as CheckedWindow).checks.regions()),
  );
  await note('moves', ask(page, 'moving'));
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  await paintFrames(page);
  await note('axe in the dark', axeFaults(page, ['color-contrast']));
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 320, height: 800 });
  await note('at 320 px', unfit(page));
  await note('target', tooSmall(page));
  await space(page, true);
  await note('with text spacing', unfit(page));
  await space(page, false);
  await enlarge(page, true);
  await note('with letters of twice the size', unfit(page));
  await enlarge(page, false);
  await note('by Tab', walkByTab(page));
  await page.emulateMedia({ forcedColors: 'active' });
  await note('by Tab in forced colours', walkByTab(page));
  await note('has moved', ask(page, 'moving'));
  return { tree, faults };
}

/** Names, roles and states, frame by frame, and what was spoken until now (U-3). */
async function treeOf(page: Page): Promise<string> {
  const trees = await Promise.all(
    ours(page).map(async (frame) => {
      const name = frame === page.mainFrame() ? 'page' : 'card frame';
      return `# ${name}\n${await frame.locator(frame === page.mainFrame() ? 'main' : 'body').ariaSnapshot()}`;
    }),
  );
  const heard = (await spoken(page)).map(({ role, status, text }) => `- ${status}, ${role}: ${text}`);
  return `${normal([...trees, `# spoken`, ...heard].join('\n'))}\n`;
}

/** Without times, ids and codes, which are others in each run. */
const normal = (text: string): string =>
  text
    .replaceAll(/000201[^\n]*?6304[\dA-F]{4}\b/gi, 'a code for a bank’s app')
    // Said at its first look at the clock, which may be after ours: `time-left.test.ts` tells how often.
    .replaceAll(/^- \w+, status: At most \d+ \w+ left\n?/gm, '')
    .replaceAll(/- status: At most \d+ \w+ left/g, '- status')
    .replaceAll(/localhost:\d+/g, 'localhost')
    .replaceAll(/\b(ses|pay|cs_test|pi|tok)_[\w-]+/g, '$1_…')
    .replaceAll(/\b\d+:\d\d(:\d\d)?\b/g, '0:00')
    .replaceAll(/\b(?:\d{4} ){4}\d\d\b|\b\d{5,}(?:[. -]?\d+)*/g, '00000')
    .replaceAll(/\b(\w{3}, )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* \d+(, \d{4})?/g, 'a day')
    .replaceAll(/\b\d\d?:\d\d [AP]M/g, 'a time');
