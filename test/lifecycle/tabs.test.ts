import { describe, expect, test } from 'vitest';
import { pressNow } from '../support/lifecycle-browser.js';
import { lost, type Rule } from '../support/lifecycle-gate.js';
import {
  expectOnePaymentAtMost,
  hasPay,
  openReady,
  pause,
  show,
  untilState,
  useStage,
  type Shown,
} from '../support/lifecycle-stage.js';

const stage = useStage();

/** The payment's outcome, once for the session, whoever of the tabs sent it. */
const settles =
  (outcome: 'pay' | 'decline', rest: (answer: Response, turn: number) => Promise<Response> | Response) =>
  (shown: Shown): Rule => {
    let turns = 0;
    return async (run, kind) => {
      if (kind !== 'pay') return run();
      const turn = turns++;
      const answer = await run();
      if (turn === 0) stage.stack.sandbox[outcome](shown.id);
      return rest(answer, turn);
    };
  };

const CASES: readonly (readonly [
  tabs: number,
  network: string,
  rule: (shown: Shown) => Rule,
  truth: 'succeeded' | 'ready',
])[] = [
  [2, 'answers at once', settles('pay', (answer) => answer), 'succeeded'],
  [3, 'answers late', settles('pay', async (answer) => pause(700).then(() => answer)), 'succeeded'],
  [
    4,
    'loses the first answer',
    settles('pay', (answer, turn) => (turn === 0 ? lost() : answer)),
    'succeeded',
  ],
  [5, 'loses all answers', settles('pay', () => lost()), 'succeeded'],
  [3, 'declines', settles('decline', (answer) => answer), 'ready'],
];

describe('tabs that submit at once', () => {
  test.each(CASES)(
    '%i of them, and the server %s: one payment, one truth',
    async (tabs, _network, rule, truth) => {
      const shown = show(stage);
      const pages = await Promise.all(Array.from({ length: tabs }, async () => openReady(stage, shown)));
      stage.gate.rule(shown.token, rule(shown));
      await Promise.all(pages.map(pressNow));
      await Promise.all(
        pages.map(async (page) => {
          await untilState(page, [truth]);
          expect(await hasPay(page)).toBe(truth === 'ready');
        }),
      );
      const { ledger } = stage.stack.sandbox;
      expect(ledger.chargesOf(shown.id)).toHaveLength(truth === 'succeeded' ? 1 : 0);
      expect(ledger.arrivalsOf(shown.id).filter(({ result }) => result === 'accepted')).toHaveLength(1);
      expect(new Set(ledger.arrivalsOf(shown.id).map(({ key }) => key)).size).toBe(1);
      expectOnePaymentAtMost(stage, shown);
      await Promise.all(pages.map(async (page) => page.close()));
    },
  );
});
