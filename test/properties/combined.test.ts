import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PreparedPart } from '../../src/core/checkout-options.js';
import { sessionOf } from '../../src/core/machine/state.js';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import { paidParts } from '../../src/core/session/payments.js';
import { mayAddPart, restOf } from '../../src/core/split.js';
import { createRig, type Rig } from '../support/checkout-rig.js';

const seed = Number(process.env['SEED'] ?? 20_261_120);
const RUNS = 40;
const TOTAL = 10_000;
const DECLINED = '4000000000000002';

/** How one part ends: its method, and what becomes of it. */
const END = ['card approved', 'card declined', 'pix paid', 'pix expired', 'pix given up'] as const;
type End = (typeof END)[number];

/** One try: how what is due is shared out, in thousandths of the rest, and what happens to the request. */
const turn = fc.record({
  shares: fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 3 }),
  ends: fc.array(fc.constantFrom(...END), { minLength: 4, maxLength: 4 }),
  fault: fc.constantFrom('none', 'none', 'lost before', 'lost after', 'broken body', 'busy'),
});
type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;

const methodOf = (end: End, provider: ProviderId): string =>
  end.startsWith('pix') ? 'pix' : provider === 'z2pay' ? 'credit_card' : 'card';

/** A shopper who pays in parts: what they set now, and how each part is to end. */
class Splitter {
  readonly provider: ProviderId;
  rig!: Rig;
  parts: PreparedPart[] = [];
  ends: readonly End[] = [];

  constructor(provider: ProviderId) {
    this.provider = provider;
  }

  async open(): Promise<void> {
    this.rig = await createRig({
      provider: this.provider,
      session: { currency: 'BRL', amount: TOTAL, combined: { enabled: true, max: 8 } },
      checkout: {
        prepare: async () => ({
          customer: { name: 'Ana Lima', email: 'ana@example.com', document: '52998224725' },
          customFields: {},
          details: {},
          ...this.#card(this.ends[this.parts.length]),
          ...(this.parts.length > 0 && { parts: this.parts }),
        }),
      },
    });
    this.rig.checkout.dispatch({ type: 'session_requested' });
    await this.rig.pass(0);
  }

  #card(end: End | undefined) {
    if (!end?.startsWith('card')) return {};
    const token = this.rig.sandbox.tokenize(end === 'card declined' ? { number: DECLINED } : {});
    return { card: { token } };
  }

  /** Sets the parts, presses pay, and lets everything come to its end. */
  async try({ shares, ends, fault }: Turn): Promise<void> {
    const { checkout, sandbox } = this.rig;
    const state = checkout.getState();
    if (state.status !== 'ready') return;
    this.ends = ends;
    this.parts = [];
    for (const share of shares) {
      const { session } = state;
      const amount = Math.floor((restOf(session.amount.due, this.parts) * share) / 1000);
      if (amount < 1 || !mayAddPart(session, this.parts)) continue;
      const end = ends[this.parts.length] ?? 'pix paid';
      this.parts.push({ methodId: methodOf(end, this.provider), amount, details: {}, ...this.#card(end) });
    }
    checkout.dispatch({
      type: 'method_selected',
      methodId: methodOf(ends[this.parts.length] ?? 'pix paid', this.provider),
    });
    if (fault === 'lost before') sandbox.setFault({ mode: 'network', when: 'before', on: 'pay', times: 1 });
    if (fault === 'lost after') sandbox.setFault({ mode: 'network', when: 'after', on: 'pay', times: 1 });
    if (fault === 'broken body') sandbox.setFault({ mode: 'html', when: 'after', on: 'pay', times: 1 });
    // Taken in, and answered as if it was not: the same bytes are sent again.
    if (fault === 'busy') sandbox.setFault({ mode: '503', when: 'after', on: 'pay', times: 1 });
    checkout.dispatch({ type: 'payment_submitted' });
    await this.rig.pass(20_000);
    sandbox.setFault({});
    await this.#end();
  }

  /** The payers do, one code after the other, what each part is to come to. */
  async #end(): Promise<void> {
    const { checkout, sandbox, sessionId } = this.rig;
    const tries = sandbox.session(sessionId).payments;
    const attempt = tries.at(-1)?.attempt;
    const made = tries.filter((payment) => payment.attempt === attempt);
    for (const [index, { id }] of made.entries()) {
      this.judge();
      if (sandbox.payment(id).status !== 'requires_action') continue;
      const end = this.ends[index];
      if (end === 'pix paid') sandbox.pay(id);
      if (end === 'pix expired') sandbox.decline(id, 'payment_timeout');
      const shown = checkout.getState();
      if (end === 'pix given up' && shown.status === 'action_required' && shown.payment.id === id)
        checkout.dispatch({ type: 'action_canceled' });
      else if (end === 'pix given up') sandbox.refuse(id);
      await this.rig.pass(8_000);
    }
    await this.rig.pass(8_000);
    this.judge();
    expect(sandbox.session(sessionId).payments.every(({ status }) => status !== 'requires_action')).toBe(
      true,
    );
  }

  /** What must hold at any moment. */
  judge(): void {
    const { checkout, sandbox, sessionId } = this.rig;
    const charges = sandbox.ledger.chargesOf(sessionId);
    const sum = charges.reduce((total, { amount }) => total + amount, 0);
    expect(sum).toBeLessThanOrEqual(TOTAL);
    expect(new Set(charges.map(({ paymentId }) => paymentId)).size).toBe(charges.length);
    const keys = new Map<string, Set<string>>();
    for (const { key, fingerprint } of sandbox.ledger.arrivalsOf(sessionId))
      keys.set(key, (keys.get(key) ?? new Set()).add(fingerprint));
    for (const bytes of keys.values()) expect(bytes.size).toBe(1);
    if (checkout.getState().status === 'succeeded') expect(sum).toBe(TOTAL);
  }

  /** At rest the screen says what the ledger says. */
  judgeAtRest(): void {
    const { checkout, sandbox, sessionId } = this.rig;
    const charges = sandbox.ledger.chargesOf(sessionId);
    const sum = charges.reduce((total, { amount }) => total + amount, 0);
    const state = checkout.getState();
    const session = sessionOf(state);
    expect(['ready', 'succeeded', 'locked']).toContain(state.status);
    expect(state.status === 'succeeded').toBe(sum === TOTAL);
    if (state.status === 'ready') expect(session?.amount).toMatchObject({ paid: sum, due: TOTAL - sum });
    const told = paidParts(session as NonNullable<typeof session>);
    expect(told.map(({ id, amount }) => [id, amount]).sort()).toEqual(
      charges.map(({ paymentId, amount }) => [paymentId, amount]).sort(),
    );
  }
}

describe.each(['native', 'z2pay'] as const)('a purchase that is paid in parts (%s)', (provider) => {
  test('is charged once, each part once and no cent too much, and the screen says what the ledger says', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 4 }), async (turns) => {
        const shopper = new Splitter(provider);
        await shopper.open();
        for (const each of turns) {
          await shopper.try(each);
          shopper.judgeAtRest();
          const { status } = shopper.rig.checkout.getState();
          seen.add(
            status === 'ready' && shopper.rig.sandbox.session(shopper.rig.sessionId).paid > 0
              ? 'partly'
              : status,
          );
        }
        shopper.rig.checkout.destroy();
      }),
      { seed, numRuns: RUNS },
    );
    // Else the runs have proved less than they say.
    expect([...seen].sort()).toEqual(['locked', 'partly', 'ready', 'succeeded']);
  });
});
