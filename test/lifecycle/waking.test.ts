import type { CDPSession, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { lifeOf } from '../support/lifecycle-browser.js';
import { openReady, pause, show, untilState, useStage, type Shown } from '../support/lifecycle-stage.js';
import { payButton } from '../support/shopper.js';

const stage = useStage();

/** Polls come every two seconds; a timer may fire a little early by the server's clock, never by much. */
const PACE_MS = 1_800;

const readsSince = ({ token }: Shown, since: number): readonly number[] =>
  stage.gate
    .seen(token)
    .filter(({ kind, at }) => kind === 'read' && at >= since)
    .map(({ at }) => at - since);

const expectNoStorm = (reads: readonly number[]): void => {
  reads.slice(1).forEach((at, index) => {
    expect(at - (reads[index] ?? 0), `reads at ${reads.map(Math.round).join()}`).toBeGreaterThan(PACE_MS);
  });
};

async function waiting(): Promise<{ page: Page; shown: Shown; session: CDPSession }> {
  const shown = show(stage);
  const page = await openReady(stage, shown);
  await payButton(page).click();
  await untilState(page, ['action_required']);
  return { page, shown, session: await stage.context.newCDPSession(page) };
}

const freeze = async (session: CDPSession): Promise<unknown> =>
  session.send('Page.setWebLifecycleState', { state: 'frozen' });
const thaw = async (session: CDPSession): Promise<unknown> =>
  session.send('Page.setWebLifecycleState', { state: 'active' });

/** All signs of a wake, one after another in one task, as far as a page can be made to send them. */
const signs = async (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.dispatchEvent(new Event('resume'));
    document.dispatchEvent(new Event('visibilitychange'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    dispatchEvent(new Event('online'));
  });

describe.concurrent('a page that waits for its payment', () => {
  test('and is frozen asks nothing, and once it is thawed asks within a second and shows the truth', async () => {
    const { page, shown, session } = await waiting();
    await freeze(session);
    await pause(200);
    const frozenAt = performance.now();
    stage.stack.sandbox.payPix(shown.id);
    await pause(4_500);
    expect(readsSince(shown, frozenAt)).toEqual([]);
    const thawedAt = performance.now();
    await thaw(session);
    await untilState(page, ['succeeded'], 3_000);
    const [first = Infinity, ...more] = readsSince(shown, thawedAt);
    expect(first).toBeLessThan(1_000);
    expect(more).toEqual([]);
    expect((await lifeOf(page)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['freeze', 'resume']),
    );
    await page.close();
  });

  test('and is frozen for longer than a turn asks once when it is thawed, and goes on at its pace', async () => {
    const { page, shown, session } = await waiting();
    await freeze(session);
    await pause(3_000);
    const thawedAt = performance.now();
    await thaw(session);
    await signs(page);
    await pause(4_500);
    const reads = readsSince(shown, thawedAt);
    expect(reads[0]).toBeLessThan(1_000);
    expect(reads.length).toBeGreaterThan(1);
    expectNoStorm(reads);
    await page.close();
  });

  test('asks once for all signs of a wake, and its next turn comes no sooner than ever', async () => {
    const { page, shown } = await waiting();
    await pause(1_200);
    const wokenAt = performance.now();
    await signs(page);
    // The network comes back a moment after the page.
    await pause(300);
    await signs(page);
    await pause(3_000);
    expectNoStorm(readsSince(shown, wokenAt));
    await page.close();
  });

  test('asks again within a burst where the first question of it failed', async () => {
    const { page, shown } = await waiting();
    await pause(300);
    stage.gate.rule(shown.token, () => new Response(null, { status: 500 }));
    const wokenAt = performance.now();
    await signs(page);
    await pause(400);
    stage.gate.rule(shown.token);
    stage.stack.sandbox.payPix(shown.id);
    await signs(page);
    await untilState(page, ['succeeded'], 1_500);
    expect(readsSince(shown, wokenAt).length).toBe(2);
    await page.close();
  });
});

test('a page out of sight keeps its pace, and asks at once when it is seen again', async () => {
  const { page, shown, session } = await waiting();
  // Playwright makes every page believe that it has the focus.
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const other = await stage.context.newPage();
  await other.bringToFront();
  const hiddenAt = performance.now();
  await pause(5_000);
  const hidden = (await lifeOf(page)).some(({ visibility }) => visibility === 'hidden');
  expect(hidden).toBe(true);
  expectNoStorm(readsSince(shown, hiddenAt));
  stage.stack.sandbox.payPix(shown.id);
  const seenAt = performance.now();
  await page.bringToFront();
  await untilState(page, ['succeeded'], 2_000);
  expect(readsSince(shown, seenAt)[0]).toBeLessThan(1_000);
  await page.close();
  await other.close();
}, 60_000);
