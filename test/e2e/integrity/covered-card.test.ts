import type { Browser, Frame, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fillBare, openBareFrame, tokenizeBare, type BareWindow } from '../../support/bare-card-frame.js';
import { heard, launchBrowser } from '../../support/browser.js';
import { CARDS, fillCard, fillDetails, payButton, pickMethod, untilStatus } from '../../support/shopper.js';
import { startStack, type Stack } from '../../support/stack.js';
import { WAIT_MS } from '../../support/wait.js';

/*
 * S-22: a card that was typed into a frame its shopper could not see becomes no token. The frame has a process of its own, as
 * it has on a provider's site, and the page does what pages can do to hide it.
 */

let stack: Stack;
let browser: Browser;
let page: Page;
let frame: Frame;
/** Cards that have reached the tokenizer. */
let tokens = 0;

beforeAll(async () => {
  stack = await startStack({}, { payHost: 'pay.localhost' });
  stack.intercept = ({ url }) => {
    if (url.endsWith('/card-frame/tokens')) tokens++;
    return undefined;
  };
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 800, height: 700 } });
  frame = await openBareFrame(page, stack);
  await watch();
});

afterAll(async () => {
  await browser.close();
  await stack.close();
});

const dress = async (dressing: Dressing): Promise<void> =>
  page.evaluate(({ main, iframe, cover, moves }) => {
    const root = document.querySelector('main') as HTMLElement;
    const inner = root.querySelector('iframe') as HTMLElement;
    root.style.cssText = main ?? '';
    inner.dataset['style'] ??= inner.style.cssText;
    inner.style.cssText = `${inner.dataset['style']};${iframe ?? ''}`;
    document.getElementById('cover')?.remove();
    if (cover !== undefined) {
      const layer = document.createElement('div');
      layer.id = 'cover';
      layer.style.cssText = `position:fixed;inset:0;z-index:9;${cover}`;
      document.body.append(layer);
    }
    const self = window as unknown as { mover?: number; longest: number };
    clearInterval(self.mover);
    self.longest = 0;
    if (!moves) return;
    let last = performance.now();
    self.mover = window.setInterval(() => {
      const now = performance.now();
      self.longest = Math.max(self.longest, now - last);
      last = now;
      root.style.cssText = root.style.cssText ? '' : 'position:fixed;left:-5000px';
    }, 300);
  }, dressing);

/** A watcher of the test’s own, which sees what the frame’s does. */
const watch = async (): Promise<void> =>
  frame.evaluate(() => {
    const options = { trackVisibility: true, delay: 100, threshold: [0, 0.1, 0.2, 0.4] };
    const note = (entries: readonly IntersectionObserverEntry[]): void => {
      const { isVisible, intersectionRatio } = entries.at(-1) as IntersectionObserverEntry & {
        isVisible: boolean;
      };
      Object.assign(window, { isSeen: isVisible && intersectionRatio > 0.15 });
    };
    new IntersectionObserver(note, options).observe(document.forms[0] as HTMLFormElement);
  });

/** Until the browser has said so, one way or the other; and as long again as two watchers may be apart. */
const untilSeen = async (seen: boolean): Promise<void> => {
  await expect
    .poll(async () => frame.evaluate(() => (window as unknown as { isSeen: boolean }).isSeen), {
      timeout: 10_000,
    })
    .toBe(seen);
  await page.waitForTimeout(200);
};

const undress = async (): Promise<void> => {
  // The order to clear all goes from process to process: it has arrived once this is gone.
  const name = frame.locator('#cc-name');
  await name.evaluate((input: HTMLInputElement) => (input.value = 'of the test before'));
  await page.evaluate(() => {
    (window as unknown as BareWindow).card.clearAll();
    (window as unknown as BareWindow).heard = [];
    scrollTo(0, 0);
    document.querySelector('dialog')?.close();
    document.querySelector('dialog')?.show();
  });
  await expect.poll(async () => name.inputValue(), { timeout: WAIT_MS }).toBe('');
  await dress({});
};

interface Dressing {
  /** Style of what holds the frame, of the frame, and of a layer over all. */
  readonly main?: string;
  readonly iframe?: string;
  readonly cover?: string;
  readonly moves?: true;
  /** Browsers call a masked frame visible; the host's side looks for it. */
  readonly isMask?: true;
}

const DRESSINGS: Readonly<Record<string, Dressing>> = {
  'under an opaque layer': { cover: 'background:#fff' },
  'under a clear layer that lets every click through': { cover: 'pointer-events:none' },
  'at an opacity of 0': { main: 'opacity:0' },
  'at an opacity of .01': { main: 'opacity:.01' },
  'a tenth of its size': { main: 'transform:scale(.1)' },
  'clipped to a corner': { main: 'clip-path:circle(4px at 0 0)' },
  'behind a filter': { main: 'filter:brightness(0)' },
  'behind a mask': { iframe: 'mask-image:linear-gradient(transparent,transparent)', isMask: true },
  'out of view the whole time': { main: 'position:fixed;left:-5000px' },
  'in and out of view every 300 ms': { moves: true },
  'without a box': { main: 'display:none' },
  'in a box that is not painted': { iframe: 'visibility:hidden' },
  'turned on its side': { main: 'transform:rotate(90deg)' },
  'one pixel high': { iframe: 'block-size:1px' },
};

beforeEach(async () => {
  await undress();
  tokens = 0;
});

describe('a card that is filled in gives no token', () => {
  test.each(Object.entries(DRESSINGS))('%s', async (_name, dressing) => {
    // A machine that is busy may keep the frame in view for longer than was meant: then it was not moved as it says.
    for (let turn = 0; ; turn++) {
      await dress(dressing);
      if (!dressing.moves && !dressing.isMask) await untilSeen(false);
      if (dressing.moves) await page.waitForTimeout(700);
      await fillBare(frame);
      const outcome = await tokenizeBare(page);
      const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
      if (longest > 380 && turn < 3) {
        await undress();
        tokens = 0;
        continue;
      }
      expect(outcome).toBe('card_frame_covered');
      break;
    }
    expect(tokens).toBe(0);
    await undress();
  });

  test('not even where the layer comes just after the first look, and Enter is pressed below it', async () => {
    await untilSeen(true);
    await dress({ cover: 'pointer-events:none' });
    await untilSeen(false);
    await fillBare(frame);
    await frame.locator('#cc-name').press('Enter');
    await frame.evaluate(() => document.getElementById('cc-name')?.blur());
    expect(await tokenizeBare(page)).toBe('card_frame_covered');
    expect(await page.evaluate(() => (window as unknown as BareWindow).heard)).not.toContain('submit');
  });
});

describe('what a script makes of Enter and of clicks is no wish to pay', () => {
  test('a key, a click and a submit of its own are not told to the page, and the shopper’s key is', async () => {
    await untilSeen(true);
    await fillBare(frame);
    await frame.waitForTimeout(600); // as long as the frame has to be seen for
    await frame.evaluate(() => {
      const form = document.forms[0] as HTMLFormElement;
      const input = document.getElementById('cc-name') as HTMLInputElement;
      for (const type of ['keydown', 'keypress', 'keyup'])
        input.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', code: 'Enter', bubbles: true }));
      input.click();
      form.click();
      form.requestSubmit();
    });
    const submits = async (): Promise<number> =>
      page.evaluate(() => (window as unknown as BareWindow).heard.filter((type) => type === 'submit').length);
    await frame.locator('#cc-name').press('Enter');
    await expect.poll(submits).toBe(1);
  });
});

describe('a card that its shopper could see gives a token', () => {
  const CASES: Readonly<Record<string, { before?: () => Promise<void>; after?: () => Promise<void> }>> = {
    'in plain view': {},
    'scrolled away to the button that pays': {
      async after() {
        await page.evaluate(() => {
          (document.getElementById('below') as HTMLElement).style.height = '3000px';
          scrollTo(0, 2500);
        });
        await untilSeen(false);
      },
    },
    'while a list of the browser’s lay over it for a moment': {
      async after() {
        await page.waitForTimeout(600); // as long as the frame has to be seen for
        await dress({ cover: 'background:#fff' });
        await untilSeen(false);
      },
    },
    'in a box of the shop’s that has slid in': {
      async before() {
        await dress({ main: 'transition:transform 200ms;transform:translate(30px,40px)' });
      },
    },
    'in a dialog over the whole page': {
      async before() {
        await page.evaluate(() => {
          document.querySelector('dialog')?.close();
          document.querySelector('dialog')?.showModal();
        });
      },
    },
    'under a layer that is taken away at last': {
      async before() {
        await dress({ cover: 'background:#fff' });
        await untilSeen(false);
      },
      async after() {
        await dress({});
      },
    },
  };

  test.each(Object.entries(CASES))('%s', async (_name, { before, after }) => {
    await before?.();
    await fillBare(frame);
    await after?.();
    expect(await tokenizeBare(page)).toBe('token');
    expect(tokens).toBe(1);
  });
});

test('in a checkout the shopper is told what to do, the merchant why, and the next press pays', async () => {
  const shown = stack.checkout('native', { currency: 'BRL' }, { redirect: 'manual' }, { csp: null });
  const shop = await browser.newPage({ viewport: { width: 1100, height: 900 }, locale: 'en-US' });
  await shop.goto(shown.url);
  await pickMethod(shop, 'card');
  await shop.evaluate(() => {
    const layer = document.createElement('div');
    layer.id = 'cover';
    layer.style.cssText = 'position:fixed;inset:0;z-index:9;pointer-events:none';
    document.body.append(layer);
  });
  await fillCard(shop, CARDS.approved);
  await fillDetails(shop);
  await payButton(shop).click();
  const alert = shop.getByRole('alert').filter({ hasText: 'Something on this page covers the card form' });
  await alert.waitFor();
  expect(tokens).toBe(0);
  const errors = (await heard(shop))
    .filter(({ type }) => type === 'checkout-error')
    .map(({ detail }) => detail);
  expect(errors).toEqual([
    expect.objectContaining({ kind: 'integration', code: 'card_frame_covered', retryable: true }),
  ]);
  expect(String(errors[0]?.['hint'])).toMatch(/overlay.*opacity.*filter.*transform/);
  await shop.evaluate(() => document.getElementById('cover')?.remove());
  await payButton(shop).click();
  await untilStatus(shop, 'succeeded');
  expect(tokens).toBe(1);
  await shop.close();
});

test('in a low window between two bars the second press pays at the latest, and the form is where it was', async () => {
  const bar = 'position:fixed;left:0;right:0;z-index:9;background:#ccc';
  const shown = stack.checkout(
    'native',
    { currency: 'BRL' },
    { redirect: 'manual' },
    {
      csp: null,
      before: `<header style="${bar};top:0;height:56px">Shop</header>`,
      after: `<footer style="${bar};bottom:0;height:64px">We use cookies</footer>`,
    },
  );
  const shop = await browser.newPage({ viewport: { width: 640, height: 360 }, locale: 'en-US' });
  await shop.goto(shown.url);
  await pickMethod(shop, 'card');
  await fillCard(shop, CARDS.approved);
  await fillDetails(shop);
  const inFrame = shop.frames().find((one) => one.url().startsWith(stack.payUrl));
  await inFrame?.evaluate(() => Object.assign(window, { isSame: true }));
  const box = async (): Promise<readonly number[]> =>
    shop.locator('iframe[title="Card details"]').evaluate((iframe) => {
      const { left, top, width, height } = iframe.getBoundingClientRect();
      return [left + scrollX, top + scrollY, width, height, document.body.scrollHeight];
    });
  const isLifted = async (): Promise<boolean> =>
    shop.locator('#frame').evaluate((holder) => holder.matches(':popover-open'));
  await shop.evaluate(() => document.querySelector('checkout-session')?.submit());
  await shop.getByRole('alert').filter({ hasText: 'Something on this page covers' }).waitFor();
  expect(tokens).toBe(0);
  await expect.poll(isLifted).toBe(true);
  const lifted = await box();
  await expect.poll(isLifted, { timeout: WAIT_MS }).toBe(false);
  expect(await box()).toEqual(lifted);
  expect(await inFrame?.evaluate(() => 'isSame' in window)).toBe(true);
  await payButton(shop).click();
  await untilStatus(shop, 'succeeded');
  expect(tokens).toBe(1);
  await shop.close();
});
