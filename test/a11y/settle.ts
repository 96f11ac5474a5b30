import type { Page } from 'playwright';
import { WAIT_MS } from '../support/wait.js';
import type { CheckedWindow } from './in-page.js';

/** So often in a row a screen has to look the same. */
const TURNS = 3;
const TURN_MS = 40;

/** Until every element of the screen is here and drawn, and nothing more comes; what was moving has arrived. */
export async function settled(page: Page): Promise<void> {
  const until = Date.now() + WAIT_MS;
  for (let [turns, last] = [0, '']; turns < TURNS;) {
    const looks = await Promise.all(
      page.frames().map(async (frame) => frame.evaluate(look).catch(() => '?')),
    );
    const now = looks.join();
    turns = now === last && looks.every((one) => one !== '?') ? turns + 1 : 0;
    last = now;
    if (Date.now() > until) throw new Error(`the screen does not come to rest: ${now}`);
    await page.waitForTimeout(TURN_MS);
  }
}

/** What a frame shows, but for running numbers; `?` while something is still to come. */
function look(): string {
  const { checks } = window as unknown as CheckedWindow;
  const all = checks.all();
  for (const element of all)
    for (const animation of element.getAnimations({ subtree: true }))
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  if (document.readyState !== 'complete' || all.some((element) => element.matches(':not(:defined)')))
    return '?';
  const text = all.map((element) => element.shadowRoot?.textContent ?? '').join('') + document.body.innerText;
  return `${String(all.length)} ${text.replaceAll(/\d/g, '')}`;
}
