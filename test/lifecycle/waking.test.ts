import { describe, expect, test } from 'vitest';
import { pause, show, until, useStage, type Shown } from '../support/lifecycle-stage.js';
import { PlainTab } from '../support/lifecycle-tab.js';
import { WAIT_MS } from '../support/wait.js';

const stage = useStage();

/**
 * Polls come every two seconds by the page's clock. What is seen here is when they arrive: one that a starved machine
 * delivers late stands closer to the next. A poll beside a turn, or a turn too soon after a wake, stands much closer.
 */
const PACE_MS = 1_500;

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

/** A tab that waits for its Pix code to be paid, in view, and another beside it in the same window. */
async function waiting(): Promise<{ tab: PlainTab; other: PlainTab; shown: Shown; close(): Promise<void> }> {
  const shown = show(stage, { paymentMethods: ['pix'] });
  const [other, tab] = await PlainTab.openAll(stage.browser, [`${stage.stack.shopUrl}/cancel`, shown.url]);
  if (!tab || !other) throw new Error('the tabs did not open');
  await tab.bringToFront();
  await reach(tab, 'ready');
  await tab.evaluate(`${ELEMENT}.submit()`);
  await reach(tab, 'action_required');
  return {
    tab,
    other,
    shown,
    async close() {
      await tab.close();
      await other.close();
    },
  };
}

const ELEMENT = "document.querySelector('checkout-session')";

const reach = async (tab: PlainTab, status: string, withinMs = WAIT_MS): Promise<void> =>
  until(status, async () => (await tab.read(`${ELEMENT}?.state?.status`)) === status, withinMs);

const visibility = async (tab: PlainTab): Promise<unknown> => tab.read('document.visibilityState');

/** All signs of a wake in one task, as far as a page can be made to send them. */
const signs = async (tab: PlainTab): Promise<unknown> =>
  tab.evaluate(`
    document.dispatchEvent(new Event('resume'));
    document.dispatchEvent(new Event('visibilitychange'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    dispatchEvent(new Event('online'));
  `);

describe.concurrent('a page that waits for its payment', () => {
  test('and is frozen asks nothing; once it is thawed it asks within a second and shows the truth', async () => {
    const { tab, other, shown, close } = await waiting();
    await other.bringToFront();
    await tab.evaluate("document.addEventListener('resume', () => { window.thawed = true; })");
    await tab.setLifecycle('frozen');
    await pause(300);
    const frozenAt = performance.now();
    stage.stack.sandbox.payPix(shown.id);
    await pause(3_500);
    expect(readsSince(shown, frozenAt)).toEqual([]);
    const thawedAt = performance.now();
    await tab.bringToFront();
    await reach(tab, 'succeeded', 3_000);
    // The positive control: it really was frozen.
    expect(await tab.evaluate('window.thawed')).toBe(true);
    const [first = Infinity, ...more] = readsSince(shown, thawedAt);
    expect(first).toBeLessThan(1_000);
    expect(more).toEqual([]);
    await close();
  });

  test('and is frozen for longer than a turn asks once when it is thawed, and goes on at its pace', async () => {
    const { tab, other, shown, close } = await waiting();
    await other.bringToFront();
    await tab.setLifecycle('frozen');
    await pause(3_000);
    const thawedAt = performance.now();
    await tab.bringToFront();
    await signs(tab);
    await pause(4_500);
    const reads = readsSince(shown, thawedAt);
    expect(reads[0]).toBeLessThan(1_000);
    expect(reads.length).toBeGreaterThan(1);
    expectNoStorm(reads);
    await close();
  });

  test('asks once for all signs of a wake, and its next turn comes no sooner than ever', async () => {
    const { tab, shown, close } = await waiting();
    await pause(1_200);
    const wokenAt = performance.now();
    await signs(tab);
    // The network comes back a moment after the page.
    await pause(300);
    await signs(tab);
    await pause(3_000);
    const reads = readsSince(shown, wokenAt);
    expect(reads[0]).toBeLessThan(1_000);
    expectNoStorm(reads);
    await close();
  });

  test('asks again within a burst where the first question of it failed', async () => {
    const { tab, shown, close } = await waiting();
    await pause(300);
    stage.gate.rule(shown.token, () => new Response(null, { status: 500 }));
    const wokenAt = performance.now();
    await signs(tab);
    await until('asked', () => readsSince(shown, wokenAt).length === 1, 1_000);
    await pause(100);
    stage.gate.rule(shown.token);
    stage.stack.sandbox.payPix(shown.id);
    await signs(tab);
    await reach(tab, 'succeeded', 1_500);
    expect(readsSince(shown, wokenAt)).toHaveLength(2);
    await close();
  });

  test('out of sight and throttled keeps its pace, and asks at once when it is seen again', async () => {
    const { tab, other, shown, close } = await waiting();
    await other.bringToFront();
    await until('hidden', async () => (await visibility(tab)) === 'hidden');
    const hiddenAt = performance.now();
    await pause(5_000);
    expectNoStorm(readsSince(shown, hiddenAt));
    // Just after a turn, so that it is not the next one that tells.
    const turns = stage.gate.count(shown.token, 'read');
    await until('a turn', () => stage.gate.count(shown.token, 'read') > turns);
    stage.stack.sandbox.payPix(shown.id);
    const seenAt = performance.now();
    await tab.bringToFront();
    await reach(tab, 'succeeded', 2_000);
    expect(readsSince(shown, seenAt)[0]).toBeLessThan(1_000);
    await close();
  });
});
