import { describe, expect, test } from 'vitest';
import { ANSWER_FAULTS, latch, type AnswerFault } from '../support/lifecycle-gate.js';
import { hold, POINTS, submit, type Stopped } from '../support/lifecycle-points.js';
import { pressNow } from '../support/lifecycle-browser.js';
import { expectOnePaymentAtMost, hasPay, show, untilState, useStage } from '../support/lifecycle-stage.js';
import { cardFrame, CARDS, fillCard, pickMethod } from '../support/shopper.js';

const stage = useStage();

const FAULTS = Object.keys(ANSWER_FAULTS) as AnswerFault[];
const CASES = Object.keys(POINTS).flatMap((point) => FAULTS.map((fault) => [point, fault] as const));

describe.concurrent('a reload while', () => {
  test.each(CASES)(
    '%s (answer: %s) sends nothing by itself and shows the payment there is',
    async (point, fault) => {
      const { stop, truth } = POINTS[point] ?? {
        stop: async () => Promise.reject(new Error(point)),
        truth: '',
      };
      const shown = show(stage);
      const page = await stage.context.newPage();
      const stopped: Stopped = { stage, page, shown, held: latch(), fault };
      await stop(stopped);
      await stopped.held.reached;
      const sent = stage.gate.count(shown.token, 'pay');
      // From here on the network is whole, but for what was held: let go in the very moment of the reload, or after it
      // where the press itself could still be sent by it.
      const reloading = page.reload();
      stage.gate.rule(shown.token);
      if (truth === 'ready') await reloading;
      stopped.held.open();
      await reloading;
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await untilState(page, [truth]);
      expect(stage.gate.count(shown.token, 'pay')).toBe(sent);
      expect(await hasPay(page)).toBe(truth === 'ready');
      const { ledger } = stage.stack.sandbox;
      expect(ledger.chargesOf(shown.id)).toHaveLength(truth === 'succeeded' ? 1 : 0);
      expect(new Set(ledger.arrivalsOf(shown.id).map(({ key }) => key)).size).toBe(
        truth === 'succeeded' ? 1 : 0,
      );
      expectOnePaymentAtMost(stage, shown);
      await page.close();
    },
    60_000,
  );

  test('the payment is on its way, and arrives only after Pay was pressed again: one payment, one key', async () => {
    const shown = show(stage);
    const page = await stage.context.newPage();
    const stopped: Stopped = { stage, page, shown, held: latch(), fault: 'plain' };
    hold(stopped, 'pay', 'before');
    await submit(stopped);
    await stopped.held.reached;
    stage.gate.rule(shown.token);
    await page.reload();
    await pickMethod(page, 'pix');
    await pressNow(page);
    await untilState(page, ['action_required']);
    stopped.held.open();
    await untilState(page, ['succeeded']);
    const { ledger } = stage.stack.sandbox;
    expect(ledger.chargesOf(shown.id)).toHaveLength(1);
    expect(new Set(ledger.arrivalsOf(shown.id).map(({ key }) => key)).size).toBe(1);
    expect(ledger.arrivalsOf(shown.id)).toHaveLength(2);
    await page.close();
  });

  test('a card is being typed leaves nothing of it behind', async () => {
    const shown = show(stage);
    const page = await stage.context.newPage();
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    await fillCard(page, CARDS.approved);
    await page.reload();
    await pickMethod(page, 'card');
    expect(await cardFrame(page).getByLabel('Card number').inputValue()).toBe('');
    await page.close();
  });
});
