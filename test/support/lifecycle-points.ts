import type { Page } from 'playwright';
import { ANSWER_FAULTS, type AnswerFault, type Latch, type RequestKind } from './lifecycle-gate.js';
import { until, type Shown, type Stage } from './lifecycle-stage.js';
import { CARDS, fillCard, payButton, pickMethod } from './shopper.js';

/** A case under way: the page, and the latch that the flow waits at when it is reloaded. */
export interface Stopped {
  readonly stage: Stage;
  readonly page: Page;
  readonly shown: Shown;
  readonly held: Latch;
  readonly fault: AnswerFault;
}

/** Stops the flow at one await: answers once it waits there. */
export type Stop = (stopped: Stopped) => Promise<void>;

/** Holds the requests of a kind before or after their effect; what comes of them then is the case's fault. */
export function hold(
  { stage, shown, held, fault }: Stopped,
  wanted: RequestKind,
  where: 'before' | 'after',
): void {
  stage.gate.rule(shown.token, async (run, kind) => {
    if (kind !== wanted) return run();
    if (where === 'before') await held.pass();
    const answer = await run();
    // Charged at once, so that a second payment would show as a second charge.
    if (kind === 'pay') stage.stack.sandbox.payPix(shown.id);
    if (where === 'before') return answer;
    await held.pass();
    return ANSWER_FAULTS[fault](async () => Promise.resolve(answer));
  });
}

async function holdFile({ page, held }: Stopped, file: RegExp): Promise<void> {
  await page.route(file, async (route) => {
    await held.pass();
    await route.continue().catch(() => undefined);
  });
}

export async function submit({ page, shown }: Stopped): Promise<void> {
  await page.goto(shown.url);
  await pickMethod(page, 'pix');
  await payButton(page).click();
}

/** Every await between the first request and the last screen, and the state that tells the truth after a reload there. */
export const POINTS: Readonly<Record<string, { readonly stop: Stop; readonly truth: string }>> = {
  'the first read has not arrived': {
    truth: 'ready',
    async stop(stopped) {
      hold(stopped, 'read', 'before');
      await stopped.page.goto(stopped.shown.url);
    },
  },
  'the first read is being answered': {
    truth: 'ready',
    async stop(stopped) {
      hold(stopped, 'read', 'after');
      await stopped.page.goto(stopped.shown.url);
    },
  },
  'the file that pays is being fetched': {
    truth: 'ready',
    async stop(stopped) {
      await holdFile(stopped, /payment-runner/);
      await submit(stopped);
    },
  },
  'the file that prepares is being fetched': {
    truth: 'ready',
    async stop(stopped) {
      await holdFile(stopped, /prepare-payment-[^/]*\.js$/);
      await submit(stopped);
    },
  },
  'the card becomes a token': {
    truth: 'ready',
    async stop(stopped) {
      const { page, shown, held } = stopped;
      await page.route(/card-frame\/tokens/, async (route) => {
        await held.pass();
        await route.continue().catch(() => undefined);
      });
      await page.goto(shown.url);
      await pickMethod(page, 'card');
      await fillCard(page, CARDS.approved);
      await payButton(page).click();
    },
  },
  'the payment is on its way': {
    truth: 'succeeded',
    async stop(stopped) {
      hold(stopped, 'pay', 'before');
      await submit(stopped);
    },
  },
  'the payment took effect and is being answered': {
    truth: 'succeeded',
    async stop(stopped) {
      hold(stopped, 'pay', 'after');
      await submit(stopped);
    },
  },
  'the read after the payment is on its way': {
    truth: 'succeeded',
    async stop({ stage, page, shown, held, fault }) {
      await page.goto(shown.url);
      await pickMethod(page, 'pix');
      stage.gate.rule(shown.token, async (run, kind) => {
        if (kind === 'read') await held.pass();
        return kind === 'pay' ? ANSWER_FAULTS[fault](run) : run();
      });
      await payButton(page).click();
      // A hanging answer is followed by no read before it times out: the wake asks.
      if (fault === 'hang') await wakeWhenSent(stage, page, shown);
      await held.reached;
      stage.stack.sandbox.payPix(shown.id);
    },
  },
  'the file of the next screen is being fetched': {
    truth: 'succeeded',
    async stop(stopped) {
      const { stage, shown, fault } = stopped;
      await holdFile(stopped, fault === 'plain' ? /pix-payment|payment-result/ : /payment-result/);
      stage.gate.rule(shown.token, async (run, kind) => (kind === 'pay' ? ANSWER_FAULTS[fault](run) : run()));
      await submit(stopped);
      await until('taken', () => stage.stack.sandbox.session(shown.id).payments.length === 1);
      stage.stack.sandbox.payPix(shown.id);
    },
  },
};

async function wakeWhenSent({ gate }: Stage, page: Page, { token }: Shown): Promise<void> {
  await until('sent', () => gate.count(token, 'pay') === 1);
  await page.evaluate(() => dispatchEvent(new Event('online')));
}
