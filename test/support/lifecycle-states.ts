import type { Page } from 'playwright';
import { ANSWER_FAULTS, latch, lost, only, type Latch } from './lifecycle-gate.js';
import { openReady, payElsewhere, show, untilState, type Shown, type Stage } from './lifecycle-stage.js';
import { lifecycleContext } from './lifecycle-browser.js';
import { CARDS, payButton } from './shopper.js';

/** A checkout brought to a state, and what holds it there. */
export interface Reached {
  readonly page: Page;
  readonly shown: Shown;
  /** Lets go what was held back to stay in this state. */
  release(): void;
}

/** Every state a page can be left in. */
export const STATES = [
  'loading',
  'ready',
  'ready after a decline',
  'submitting, the request held before the server',
  'submitting, the answer held behind the server',
  'submitting, to be sent to the bank',
  'action_required: pix',
  'action_required: phone prompt',
  'action_required: redirect',
  'processing',
  'unknown',
  'unknown, given up',
  'succeeded',
  'expired',
  'canceled',
  'locked',
  'unavailable',
] as const;
export type StateName = (typeof STATES)[number];

const nothing = (): void => undefined;

/** How to get there. */
export const REACH: Readonly<Record<StateName, (stage: Stage) => Promise<Reached>>> = {
  async loading(stage) {
    const shown = show(stage);
    const held = holdAll(stage, shown);
    const page = await stage.context.newPage();
    await page.goto(shown.url);
    await held.reached;
    return { page, shown, release: held.open };
  },
  async ready(stage) {
    const shown = show(stage);
    return { page: await openReady(stage, shown), shown, release: nothing };
  },
  async 'ready after a decline'(stage) {
    const shown = show(stage);
    await payElsewhere(stage, shown, CARDS.declined);
    return { page: await openReady(stage, shown), shown, release: nothing };
  },
  async 'submitting, the request held before the server'(stage) {
    return submitHeld(stage, show(stage), 'pix', 'before');
  },
  async 'submitting, the answer held behind the server'(stage) {
    return submitHeld(stage, show(stage), 'pix', 'after');
  },
  async 'submitting, to be sent to the bank'(stage) {
    return submitHeld(stage, show(stage, { currency: 'CLP' }), 'bank_redirect', 'after');
  },
  async 'action_required: pix'(stage) {
    const shown = show(stage);
    return { page: await submitted(stage, shown, 'pix', 'action_required'), shown, release: nothing };
  },
  async 'action_required: phone prompt'(stage) {
    const shown = show(stage, { currency: 'USD' });
    const page = await openReady(stage, shown, 'mobile_money');
    await page.getByRole('textbox', { name: /number/ }).fill('0779999999');
    await payButton(page).click();
    await untilState(page, ['action_required']);
    return { page, shown, release: nothing };
  },
  // The only state that is left by itself, by `location.assign`: the stage goes no further away than that.
  async 'action_required: redirect'(stage) {
    const shown = show(stage, { currency: 'CLP' });
    const page = await openReady(stage, shown, 'bank_redirect');
    await payButton(page).click();
    await page.waitForURL(/\/payer\/bank\//, { waitUntil: 'load' });
    return { page, shown, release: nothing };
  },
  async processing(stage) {
    const shown = show(stage);
    await payElsewhere(stage, shown, '4000000000000077');
    const page = await stage.context.newPage();
    await page.goto(shown.url);
    await untilState(page, ['processing']);
    return { page, shown, release: nothing };
  },
  async unknown(stage) {
    return unknown(stage, show(stage));
  },
  async 'unknown, given up'(stage) {
    const shown = show(stage);
    // Ninety seconds of patience, in a page whose clock is wound on. The clock is its whole context's.
    const page = await (await lifecycleContext(stage.browser)).newPage();
    await page.clock.install();
    const reached = await unknown(stage, shown, page);
    const isOpen = async (): Promise<boolean> =>
      page.evaluate(() => {
        const { state } = document.querySelector('checkout-session') as unknown as {
          state: { gaveUp?: boolean };
        };
        return state.gaveUp !== true;
      });
    for (let turn = 0; turn < 40 && (await isOpen()); turn++) {
      await page.clock.fastForward(10_000);
      await page.waitForTimeout(50);
    }
    if (await isOpen()) throw new Error('its patience does not end');
    await page.clock.resume();
    return reached;
  },
  async succeeded(stage) {
    const shown = show(stage);
    const page = await submitted(stage, shown, 'pix', 'action_required');
    stage.stack.sandbox.payPix(shown.id);
    await untilState(page, ['succeeded']);
    return { page, shown, release: nothing };
  },
  async expired(stage) {
    const shown = show(stage, { refreshable: false });
    stage.stack.sandbox.expire(shown.id);
    return opened(stage, shown, 'expired');
  },
  async canceled(stage) {
    const shown = show(stage);
    stage.stack.sandbox.cancelSession(shown.id);
    return opened(stage, shown, 'canceled');
  },
  async locked(stage) {
    const shown = show(stage);
    for (let attempt = 0; attempt < 5; attempt++) await payElsewhere(stage, shown, CARDS.declined);
    return opened(stage, shown, 'locked');
  },
  async unavailable(stage) {
    const shown = show(stage);
    stage.gate.rule(shown.token, () => lost());
    const reached = await opened(stage, shown, 'unavailable');
    return {
      ...reached,
      release: () => {
        stage.gate.rule(shown.token);
      },
    };
  },
};

async function opened(stage: Stage, shown: Shown, state: string): Promise<Reached> {
  const page = await stage.context.newPage();
  await page.goto(shown.url);
  await untilState(page, [state]);
  return { page, shown, release: nothing };
}

async function submitted(stage: Stage, shown: Shown, method: string, state: string): Promise<Page> {
  const page = await openReady(stage, shown, method);
  await payButton(page).click();
  await untilState(page, [state]);
  return page;
}

/** Holds every request of the session; those that wait go on once the latch is opened. */
function holdAll({ gate }: Stage, shown: Shown): Latch {
  const held = latch();
  gate.rule(shown.token, async (run) => {
    await held.pass();
    return run();
  });
  return held;
}

async function submitHeld(
  stage: Stage,
  shown: Shown,
  method: string,
  where: 'before' | 'after',
): Promise<Reached> {
  const held = latch();
  stage.gate.rule(
    shown.token,
    only('pay', async (run) => {
      if (where === 'before') await held.pass();
      const answer = await run();
      if (where === 'after') await held.pass();
      return answer;
    }),
  );
  const page = await openReady(stage, shown, method);
  await payButton(page).click();
  await held.reached;
  return { page, shown, release: held.open };
}

/** The payment took effect, its answer is broken, and so is every read. */
async function unknown(stage: Stage, shown: Shown, page?: Page): Promise<Reached> {
  const opened = await openReady(stage, shown, 'pix', page);
  stage.gate.rule(shown.token, async (run, kind) => (kind === 'pay' ? ANSWER_FAULTS.html(run) : lost()));
  await payButton(opened).click();
  await untilState(opened, ['unknown']);
  return {
    page: opened,
    shown,
    release: () => {
      stage.gate.rule(shown.token);
    },
  };
}
