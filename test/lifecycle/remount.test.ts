import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { latch } from '../support/lifecycle-gate.js';
import { POINTS, type Stopped } from '../support/lifecycle-points.js';
import {
  expectOnePaymentAtMost,
  hasPay,
  openReady,
  pause,
  show,
  until,
  untilState,
  useStage,
  type Shown,
} from '../support/lifecycle-stage.js';
import { payButton } from '../support/shopper.js';

const stage = useStage();

const sessionId = async (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const element = document.querySelector('checkout-session') as unknown as {
      state: { session?: { id: string } };
    } | null;
    return element?.state.session?.id;
  });

/** Brings a checkout to the point, lets `act` happen to its element, and then lets the held answer come. */
async function at(point: string, act: (stopped: Stopped) => Promise<unknown>): Promise<Stopped> {
  const shown = show(stage);
  const page = await stage.context.newPage();
  const stopped: Stopped = { stage, page, shown, held: latch(), fault: 'plain' };
  await POINTS[point]?.stop(stopped);
  await stopped.held.reached;
  await act(stopped);
  stopped.held.open();
  stage.gate.rule(shown.token);
  return stopped;
}

const tagOf = ({ token, apiBase }: Shown): [string, string] => [token, apiBase];

describe.concurrent.each(Object.entries(POINTS))('while %s', (point, { truth }) => {
  test('the element is removed: nothing is asked or sent any more, and nothing throws', async () => {
    const errors: string[] = [];
    const { page, shown } = await at(point, async (stopped) => {
      stopped.page.on('pageerror', (error) => errors.push(String(error)));
      await stopped.page.evaluate(() => {
        document.querySelector('checkout-session')?.remove();
      });
    });
    await pause(150);
    const seen = stage.gate.seen(shown.token).length;
    // Longer than any turn of the checkout's.
    await pause(2_600);
    expect(stage.gate.seen(shown.token)).toHaveLength(seen);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('it is taken out and put back: the truth, and no second send', async () => {
    const { page, shown } = await at(point, async (stopped) =>
      stopped.page.evaluate(async () => {
        const element = document.querySelector('checkout-session');
        element?.remove();
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (element) document.body.append(element);
      }),
    );
    await expectTruth(page, shown, truth);
  });

  test('a framework puts another element of the same session in its place: the truth, and no second send', async () => {
    const { page, shown } = await at(point, async (stopped) =>
      stopped.page.evaluate(([token, apiBase]) => {
        const next = document.createElement('checkout-session');
        next.setAttribute('token', token ?? '');
        next.setAttribute('api-base', apiBase ?? '');
        next.setAttribute('locale', 'en');
        document.querySelector('checkout-session')?.replaceWith(next);
      }, tagOf(stopped.shown)),
    );
    await expectTruth(page, shown, truth);
  });

  test('it is given another session: that one is shown, and the old one’s answers mean nothing to it', async () => {
    const next = show(stage);
    const { page, shown } = await at(point, async (stopped) => {
      await stopped.page.evaluate((token) => {
        Object.assign(window, { late: [] });
        document.querySelector('checkout-session')?.setAttribute('token', token);
        // The element starts over in a microtask or two; what it says after that is of the new session.
        setTimeout(() => {
          for (const type of [
            'payment-start',
            'payment-success',
            'payment-failure',
            'payment-unknown',
            'payment-action',
          ])
            document.addEventListener(type, () => {
              (window as unknown as { late: string[] }).late.push(type);
            });
        });
      }, next.token);
      await until('the new session', async () => (await sessionId(stopped.page)) === next.id);
    });
    await pause(700);
    await untilState(page, ['ready']);
    expect(await sessionId(page)).toBe(next.id);
    expect(await page.evaluate(() => (window as unknown as { late: string[] }).late)).toEqual([]);
    expect(stage.stack.sandbox.ledger.arrivalsOf(next.id)).toEqual([]);
    expectOnePaymentAtMost(stage, shown);
    await page.close();
  });
});

test('while it waits to be paid, the element is removed: it asks no more', async () => {
  const shown = show(stage);
  const page = await openReady(stage, shown);
  await payButton(page).click();
  await untilState(page, ['action_required']);
  await page.evaluate(() => {
    document.querySelector('checkout-session')?.remove();
  });
  await pause(150);
  const seen = stage.gate.seen(shown.token).length;
  await pause(2_600);
  expect(stage.gate.seen(shown.token)).toHaveLength(seen);
  await page.close();
});

async function expectTruth(page: Page, shown: Shown, truth: string): Promise<void> {
  if (truth === 'succeeded') {
    // A payment that was on its way may arrive after the read of the new start: whoever asks again sees it.
    await until('charged', () => stage.stack.sandbox.ledger.chargesOf(shown.id).length > 0);
    await pause(200);
    await page.evaluate(() => dispatchEvent(new Event('online')));
  }
  await untilState(page, [truth]);
  await pause(200);
  await untilState(page, [truth], 1_000);
  expect(await hasPay(page)).toBe(truth === 'ready');
  expect(stage.gate.count(shown.token, 'pay')).toBe(truth === 'ready' ? 0 : 1);
  expect(stage.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(truth === 'ready' ? 0 : 1);
  await page.close();
}
