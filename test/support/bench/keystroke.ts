/*
 * What a key costs in the card frame's number field, from the key to the frame it is painted in, beside a bare input in
 * an iframe of the same origin on the same page.
 */
import type { Frame, Page } from 'playwright';

/** The most that our field may take, as a multiple of what the bare input takes. */
export const KEYSTROKE_LIMIT = 1.5;

/** Milliseconds from the key's event to the end of the frame that shows it, one for each key. */
export interface Keystrokes {
  readonly floor: readonly number[];
  readonly frame: readonly number[];
}

declare global {
  interface Window {
    /** Of the keys typed since it was emptied. */
    painted: number[];
  }
}

const NUMBER = '4242424242424242';
const ROUNDS = 10;
/** Until the engine has compiled what a key runs through. */
const WARM_UP_ROUNDS = 3;

/** Types a card number many times into both fields of the page, in turn, so that what else the machine does falls on both. */
export async function measureKeystrokes(page: Page): Promise<Keystrokes> {
  const floor = await fieldFrame(page, '/bare-input.html');
  const frame = await fieldFrame(page, '/card-frame/');
  const times = { floor: [] as number[], frame: [] as number[] };
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    const turns = [
      { into: floor, list: times.floor },
      { into: frame, list: times.frame },
    ];
    for (const { into, list } of round % 2 === 0 ? turns : turns.reverse()) {
      const painted = await typeNumber(page, into);
      if (round >= 0) list.push(...painted);
    }
  }
  return times;
}

async function fieldFrame(page: Page, path: string): Promise<Frame> {
  for (;;) {
    const found = page.frames().find((frame) => frame.url().includes(path));
    if (found) {
      await found.locator('input').first().waitFor();
      await found.evaluate(watchKeys);
      return found;
    }
    await page.waitForTimeout(50);
  }
}

/** In the frame: what comes after the next frame's callbacks comes after its paint. */
function watchKeys(): void {
  window.painted = [];
  let pressedAt = 0;
  window.addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
  window.addEventListener('input', () => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.painted.push(performance.now() - pressedAt);
      port2.postMessage(undefined);
    });
  });
}

async function typeNumber(page: Page, frame: Frame): Promise<readonly number[]> {
  const input = frame.locator('input').first();
  await input.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Backspace');
  await page.waitForTimeout(100);
  await frame.evaluate(() => {
    window.painted = [];
  });
  for (const [index, digit] of [...NUMBER].entries()) {
    await page.keyboard.press(digit);
    // The next key waits for the paint of this one: a queue would measure itself.
    await frame.waitForFunction((count) => window.painted.length > count, index, { polling: 5 });
  }
  const typed = (await input.inputValue()).replaceAll(' ', '');
  if (typed !== NUMBER) throw new Error(`the field holds ${typed}, not ${NUMBER}`);
  return frame.evaluate(() => window.painted);
}
