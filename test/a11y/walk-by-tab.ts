import type { Frame, Page } from 'playwright';
import type { CheckedWindow, Stop } from './in-page.js';

/** No screen has as many stops. */
const MOST_STOPS = 80;

interface Place extends Stop {
  readonly frame: Frame;
  /** The key, told apart by its frame. */
  readonly id: string;
}

/**
 * Goes over a screen with the Tab key alone, from the shop's heading until the focus leaves the page or begins again: every
 * control is reached, each shows that it has the focus, nothing covers it, and nothing holds it (WCAG 2.1.1, 2.1.2, 2.4.7,
 * 2.4.11).
 */
export async function walkByTab(page: Page): Promise<string[]> {
  const frames = page.frames().filter((frame) => frame === page.mainFrame() || frame.url().includes('/card-frame/'));
  await begin(page, frames);
  const seen = new Map<string, Place>();
  for (let turn = 0; turn < MOST_STOPS; turn++) {
    await page.keyboard.press('Tab');
    const place = await placeOf(page, frames);
    if (!place || seen.has(place.id)) break;
    seen.set(place.id, place);
  }
  const faults: string[] = [];
  for (const { name, isSeen, isCovered, id } of seen.values()) {
    if (id.startsWith('other')) continue;
    if (!isSeen) faults.push(`${name} does not show the focus`);
    if (isCovered) faults.push(`${name} is covered, or out of sight, while it has the focus`);
  }
  for (const [index, frame] of frames.entries())
    for (const stop of await frame.evaluate(() => (window as unknown as CheckedWindow).checks.stops())) {
      const [key = ''] = stop.split(' ');
      if (!seen.has(`${String(index)} ${key}`)) faults.push(`${stop} is not reached`);
    }
  return faults;
}

async function begin(page: Page, frames: readonly Frame[]): Promise<void> {
  await page.evaluate(() => {
    const heading = document.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  });
  for (const frame of frames)
    await frame.evaluate(() => {
      (window as unknown as CheckedWindow).checks.rest();
    });
}

/** Where the focus is; nothing where it has left the page. A frame has it a moment after the page has lost it. */
async function placeOf(page: Page, frames: readonly Frame[]): Promise<Place | undefined> {
  const ask = async (frame: Frame): Promise<Stop> =>
    frame.evaluate(() => (window as unknown as CheckedWindow).checks.stop());
  const stop = await ask(page.mainFrame());
  if (stop.key === '') return undefined;
  if (stop.key !== 'iframe') return { ...stop, frame: page.mainFrame(), id: `0 ${stop.key}` };
  for (let turn = 0; turn < 20; turn++)
    for (const [index, frame] of frames.entries()) {
      if (frame === page.mainFrame()) continue;
      const inner = await ask(frame);
      if (inner.key !== '') return { ...inner, frame, id: `${String(index)} ${inner.key}` };
    }
  // Somebody else's frame, whose own stops are not ours to see.
  return { ...stop, frame: page.mainFrame(), id: `other ${String(Math.random())}` };
}
