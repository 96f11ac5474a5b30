import type { Frame, Page } from 'playwright';
import type { CheckedWindow, Stop } from './in-page.js';

interface Place extends Stop {
  /** The key, told apart by its frame. */
  readonly id: string;
}

/**
 * Goes over a screen with the Tab key alone, from the shop's heading until it has been everywhere: every control is
 * reached, each shows that it has the focus, nothing covers it, and nothing holds it (WCAG 2.1.1, 2.1.2, 2.4.7, 2.4.11).
 */
export async function walkByTab(page: Page): Promise<string[]> {
  if (await isBehindAnother(page)) return [];
  const frames = page
    .frames()
    .filter((frame) => frame === page.mainFrame() || frame.url().includes('/card-frame/'));
  await begin(page, frames);
  const missing = new Map<string, string>();
  for (const [index, frame] of frames.entries())
    for (const stop of await frame.evaluate(() => (window as unknown as CheckedWindow).checks.stops()))
      missing.set(`${String(index)} ${stop.split(' ')[0] ?? ''}`, stop);
  const faults = new Set<string>();
  let last: string | undefined;
  // Twice as often as there are stops: the browser's own, between the end of the page and its beginning, is one as well.
  for (let left = missing.size * 2 + 4; left > 0; left--) {
    await page.keyboard.press('Tab');
    const place = await placeOf(page, frames);
    if (place && place.id === last) faults.add(`${place.name} holds the focus`);
    last = place?.id;
    if (missing.size === 0) break;
    if (!place || !missing.delete(place.id)) continue;
    if (!place.isSeen) faults.add(`${place.name} does not show the focus`);
    if (place.isCovered) faults.add(`${place.name} is covered, or out of sight, while it has the focus`);
  }
  for (const stop of missing.values()) faults.add(`${stop} is not reached`);
  return [...faults];
}

/** Whether a window of somebody else's lies over the whole page, as Stripe's does: what is behind it is not to be used. */
const isBehindAnother = async (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const top = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    return top instanceof HTMLIFrameElement && top.title.startsWith('Stripe');
  });

async function begin(page: Page, frames: readonly Frame[]): Promise<void> {
  await page.evaluate(() => {
    const heading = document.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  });
  for (const frame of frames) {
    // A frame hears a moment later that the focus has left it.
    const isHeld = async (): Promise<boolean> =>
      frame !== page.mainFrame() && frame.evaluate(() => document.querySelector(':focus') !== null);
    for (let turn = 0; turn < 200 && (await isHeld()); turn++) await page.waitForTimeout(10);
    await frame.evaluate(() => {
      (window as unknown as CheckedWindow).checks.rest();
    });
  }
}

/** So often a place is asked for, 10 ms apart, until the screen has followed the key. */
const MOST_TURNS = 200;

/**
 * Where the focus is, once the screen has followed it; nothing where it has left the page. A frame has the focus a moment
 * after the page has lost it, and the page scrolls to where it has gone.
 */
async function placeOf(page: Page, frames: readonly Frame[]): Promise<Place | undefined> {
  let place: Place | undefined;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const stop = await stopOf(page.mainFrame());
    if (stop.key === '') return undefined;
    place = stop.key === 'iframe' ? await placeInFrame(frames) : { ...stop, id: `0 ${stop.key}` };
    if (place?.isSeen && !place.isCovered) return place;
    // Somebody else's frame, whose own stops are not ours to see, has it if none of ours takes it.
    if (!place && turn >= MOST_TURNS / 4) return undefined;
    await page.waitForTimeout(10);
  }
  return place;
}

const stopOf = async (frame: Frame): Promise<Stop> =>
  frame.evaluate(() => (window as unknown as CheckedWindow).checks.stop());

async function placeInFrame(frames: readonly Frame[]): Promise<Place | undefined> {
  for (const [index, frame] of frames.entries()) {
    if (index === 0) continue;
    const inner = await stopOf(frame);
    if (inner.key !== '') return { ...inner, id: `${String(index)} ${inner.key}` };
  }
  return undefined;
}
