import { describe, expect, test } from 'vitest';
import { goAway, goBack, lifeOf, pressOnReturn } from '../support/lifecycle-browser.js';
import {
  expectOnePaymentAtMost,
  hasPay,
  payElsewhere,
  until,
  untilState,
  useStage,
  type Shown,
} from '../support/lifecycle-stage.js';
import { REACH, type Reached, type StateName } from '../support/lifecycle-states.js';

const stage = useStage();

/** What the server's truth becomes while the page is away. */
type Change = (reached: Reached) => Promise<unknown> | void;

const nothing: Change = () => undefined;
const paidElsewhere: Change = async ({ shown }) => {
  expect(await payElsewhere(stage, shown)).toBe(201);
};
const paid: Change = ({ shown }) => {
  stage.stack.sandbox.pay(shown.id);
};
const declined: Change = ({ shown }) => {
  stage.stack.sandbox.decline(shown.id);
};
const expired: Change = ({ shown }) => {
  stage.stack.sandbox.expire(shown.id);
};
const canceled: Change = ({ shown }) => {
  stage.stack.sandbox.cancelSession(shown.id);
};
const answered: Change = async ({ shown, release }) => {
  release();
  await arrived(shown);
};
const answeredAnd =
  (then: Change): Change =>
  async (reached) => {
    await answered(reached);
    await then(reached);
  };

const arrived = (shown: Shown): Promise<void> =>
  until('arrived', () => stage.stack.sandbox.ledger.arrivalsOf(shown.id).length > 0);

/** State that is left, what happens meanwhile, and the state that tells the truth. Pay is pressed in the return itself. */
const CASES: readonly (readonly [left: StateName, meanwhile: string, change: Change, truth: string])[] = [
  ['loading', 'nothing happens', nothing, 'ready'],
  ['loading', 'it is paid in another tab', paidElsewhere, 'succeeded'],
  ['loading', 'its time ends', expired, 'expired'],
  // The press that comes with the return is the shopper's own: it is sent, once the session has been read.
  ['ready', 'nothing happens', nothing, 'action_required'],
  ['ready', 'it is paid in another tab', paidElsewhere, 'succeeded'],
  ['ready', 'the merchant cancels it', canceled, 'canceled'],
  ['ready', 'its time ends', expired, 'expired'],
  ['ready after a decline', 'nothing happens', nothing, 'action_required'],
  ['ready after a decline', 'it is paid in another tab', paidElsewhere, 'succeeded'],
  ['submitting, the request held before the server', 'it arrives', answered, 'action_required'],
  [
    'submitting, the request held before the server',
    'it arrives and is paid',
    answeredAnd(paid),
    'succeeded',
  ],
  [
    'submitting, the request held before the server',
    'it arrives and is declined',
    answeredAnd(declined),
    'ready',
  ],
  ['submitting, the answer held behind the server', 'nothing happens', nothing, 'action_required'],
  ['submitting, the answer held behind the server', 'it is paid', paid, 'succeeded'],
  ['submitting, the answer held behind the server', 'it is declined', declined, 'ready'],
  ['submitting, to be sent to the bank', 'the answer comes', answered, 'action_required'],
  ['submitting, to be sent to the bank', 'it is paid', paid, 'succeeded'],
  ['action_required: pix', 'nothing happens', nothing, 'action_required'],
  ['action_required: pix', 'it is paid', paid, 'succeeded'],
  ['action_required: pix', 'it is declined', declined, 'ready'],
  ['action_required: phone prompt', 'it is approved', paid, 'succeeded'],
  ['action_required: phone prompt', 'it is turned down', declined, 'ready'],
  ['action_required: redirect', 'nothing happens', nothing, 'action_required'],
  ['action_required: redirect', 'it is paid', paid, 'succeeded'],
  ['action_required: redirect', 'it is declined', declined, 'ready'],
  ['processing', 'it is paid', paid, 'succeeded'],
  ['processing', 'it is declined', declined, 'ready'],
  ['unknown', 'it is paid', paid, 'succeeded'],
  ['unknown', 'it is declined', declined, 'ready'],
  ['unknown', 'nothing happens', nothing, 'action_required'],
  ['unknown, given up', 'it is paid', paid, 'succeeded'],
  ['unknown, given up', 'it is declined', declined, 'ready'],
  ['succeeded', 'nothing happens', nothing, 'succeeded'],
  ['succeeded', 'its time ends', expired, 'succeeded'],
  ['expired', 'nothing happens', nothing, 'expired'],
  ['canceled', 'nothing happens', nothing, 'canceled'],
  ['locked', 'nothing happens', nothing, 'locked'],
  ['unavailable', 'the API comes back', nothing, 'ready'],
  ['unavailable', 'it is paid in another tab', paidElsewhere, 'succeeded'],
];

describe.concurrent('a page that comes back from the back/forward cache', () => {
  test.each(CASES.map((row, index) => [...row, index] as const))(
    'left while %s, and meanwhile %s',
    async (left, _meanwhile, change, truth, index) => {
      const reached = await REACH[left](stage);
      const { shown, release } = reached;
      const away = reached.page.url() !== shown.url;
      if (!away) {
        await pressOnReturn(reached.page, index % 2 === 0 ? 'early' : 'late');
        await goAway(reached.page, `${stage.stack.shopUrl}/cancel`);
      }
      await change(reached);
      const returnedAt = performance.now();
      if (left.startsWith('ready')) slowReads(shown);
      else if (!left.startsWith('submitting')) release();
      const page = await goBack(reached.page, shown.url);
      expect((await lifeOf(page)).filter(({ persisted }) => persisted).map(({ type }) => type)).toContain(
        'pageshow',
      );
      await untilState(page, [truth]);
      release();
      // A late answer, if there is one, changes nothing any more.
      await page.waitForTimeout(200);
      await untilState(page, [truth], 2_000);
      expect(page.url()).toBe(shown.url);
      expect(await hasPay(page)).toBe(truth === 'ready');
      expectReadBeforePay(shown, returnedAt);
      expectOnePaymentAtMost(stage, shown);
      await page.close();
    },
    60_000,
  );
});

/** A window in which a hurried press would be sent before the read is answered. */
function slowReads({ token }: Shown): void {
  stage.gate.rule(token, async (run, kind) => {
    if (kind === 'read') await new Promise((resolve) => setTimeout(resolve, 300));
    return run();
  });
}

/** No payment left the page after its return before a read of after the return was answered. */
function expectReadBeforePay({ token }: Shown, returnedAt: number): void {
  const seen = stage.gate.seen(token).filter(({ at }) => at >= returnedAt);
  const read = seen.find(({ kind, answeredAt }) => kind === 'read' && answeredAt !== undefined);
  for (const pay of seen.filter(({ kind }) => kind === 'pay'))
    expect(pay.at).toBeGreaterThan(read?.answeredAt ?? Infinity);
}
