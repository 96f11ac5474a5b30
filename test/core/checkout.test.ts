import { getEventListeners } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { CheckoutError } from '../../src/core/errors.js';
import type { FaultMode } from '../../src/sandbox/index.js';
import { createRig, openRig, submitRig } from '../support/checkout-rig.js';

const SUCCESS = 'https://shop.example/ok?s={CHECKOUT_SESSION_ID}';
const CANCEL = 'https://shop.example/cart';
const urls = { successUrl: SUCCESS, cancelUrl: CANCEL };

describe('the way to the success URL', () => {
  test('a card that is approved pays once and leaves once, with the session id and without the token', async () => {
    const rig = await openRig('card', { session: urls });
    await submitRig(rig);
    await rig.pass(10_000);
    expect(rig.status()).toBe('succeeded');
    expect(rig.sandbox.ledger.chargesOf(rig.sessionId)).toHaveLength(1);
    expect(rig.navigations).toEqual([
      { url: `https://shop.example/ok?s=${rig.sessionId}`, reason: 'success' },
    ]);
    expect(JSON.stringify([rig.navigations, rig.notices, rig.checkout.getState()])).not.toContain(rig.token);
    expect(rig.requests.every(({ url }) => !url.includes(rig.token))).toBe(true);
  });

  test('a Pix code waits until it is paid', async () => {
    const rig = await openRig('pix', { session: urls });
    await submitRig(rig);
    expect(rig.checkout.getState()).toMatchObject({
      status: 'action_required',
      action: { type: 'qr_code', scheme: 'pix' },
    });
    await rig.pass(20_000);
    expect(rig.status()).toBe('action_required');
    rig.sandbox.payPix(rig.sessionId);
    await rig.pass(2_500);
    expect(rig.status()).toBe('succeeded');
  });

  test('waking up asks at once instead of waiting for the next turn', async () => {
    const rig = await openRig('pix', { session: urls });
    await submitRig(rig);
    await rig.pass(400_000);
    const before = rig.requests.length;
    rig.sandbox.payPix(rig.sessionId);
    rig.checkout.dispatch({ type: 'woken' });
    rig.checkout.dispatch({ type: 'woken' });
    await rig.pass(0);
    expect(rig.requests.length - before).toBe(1);
    expect(rig.status()).toBe('succeeded');
  });

  test('a phone prompt is approved on the phone', async () => {
    const rig = await openRig('mobile_money', { session: { currency: 'USD', ...urls } });
    await submitRig(rig);
    expect(rig.checkout.getState()).toMatchObject({ action: { type: 'phone_prompt', network: 'ecocash' } });
    await rig.pass(8_000);
    expect(rig.status()).toBe('succeeded');
  });

  test('a page that comes back from the bank reads the session and goes on by itself', async () => {
    const first = await openRig('bank_redirect', { session: { currency: 'CLP', ...urls } });
    await submitRig(first);
    expect(first.navigations).toMatchObject([{ reason: 'action' }]);
    first.checkout.destroy();
    first.sandbox.answerBank(first.sessionId, 'pay');
    const again = await createRig({ beside: first });
    again.checkout.dispatch({ type: 'session_requested' });
    await again.pass(0);
    expect(again.navigations).toMatchObject([{ reason: 'success' }]);
    expect(first.sandbox.ledger.chargesOf(first.sessionId)).toHaveLength(1);
  });
});

describe('a decline', () => {
  test('stays, says why, and the next try has the next attempt number', async () => {
    const cards = ['4000000000000002', '4242424242424242'];
    const rig = await openRig('card', {
      session: urls,
      checkout: {
        prepare: async () => ({
          customer: {},
          customFields: {},
          details: {},
          card: { token: rig.sandbox.tokenize({ number: cards.shift() ?? '' }) },
        }),
      },
    });
    await submitRig(rig);
    expect(rig.checkout.getState()).toMatchObject({
      status: 'ready',
      methodId: 'card',
      failure: { code: 'declined', retryable: true },
    });
    expect(rig.navigations).toEqual([]);
    await submitRig(rig);
    expect(rig.status()).toBe('succeeded');
    const keys = rig.requests.flatMap(({ headers }) => headers.get('Idempotency-Key') ?? []);
    expect(keys).toEqual([`${rig.sessionId}:1`, `${rig.sessionId}:2`]);
    expect(rig.notices.filter(({ type }) => type === 'payment-failure')).toHaveLength(1);
  });

  test('the fifth locks the session', async () => {
    const rig = await openRig('card', {
      session: urls,
      checkout: {
        prepare: async () => ({
          customer: {},
          customFields: {},
          details: {},
          card: { token: rig.sandbox.tokenize({ number: '4000000000000002' }) },
        }),
      },
    });
    for (let turn = 0; turn < 7; turn++) {
      await submitRig(rig);
      await rig.pass(1_000);
    }
    expect(rig.status()).toBe('locked');
    expect(rig.sandbox.ledger.declinesOf(rig.sessionId)).toHaveLength(5);
    expect(rig.requests.filter(({ method }) => method === 'POST')).toHaveLength(5);
  });
});

describe('one payment', () => {
  test('many presses at once are one send', async () => {
    const rig = await openRig('card', { session: urls });
    for (let press = 0; press < 7; press++) rig.checkout.dispatch({ type: 'payment_submitted' });
    await rig.pass(5_000);
    expect(rig.sandbox.ledger.arrivalsOf(rig.sessionId)).toHaveLength(1);
    expect(rig.sandbox.ledger.chargesOf(rig.sessionId)).toHaveLength(1);
  });

  test('two tabs at once are one charge, and both tell the truth', async () => {
    const one = await openRig('pix', { session: urls });
    const two = await openRig('card', { beside: one });
    one.checkout.dispatch({ type: 'payment_submitted' });
    two.checkout.dispatch({ type: 'payment_submitted' });
    await one.pass(3_000);
    // Whichever came first holds the session: the card has been charged, or the Pix code waits to be paid.
    if (one.sandbox.ledger.chargesOf(one.sessionId).length === 0) one.sandbox.pay(one.sessionId);
    await one.pass(10_000);
    expect(one.sandbox.ledger.chargesOf(one.sessionId)).toHaveLength(1);
    expect([one.status(), two.status()]).toEqual(['succeeded', 'succeeded']);
  });

  test.each<[FaultMode, 'before' | 'after']>([
    ['html', 'before'],
    ['html', 'after'],
    ['500', 'before'],
    ['500', 'after'],
    ['malformed', 'after'],
    ['wrong_type', 'after'],
    ['network', 'before'],
    ['network', 'after'],
    ['401', 'after'],
    ['503', 'before'],
    ['429', 'before'],
  ])('an answer lost by “%s” %s the effect ends in one charge and the truth', async (mode, when) => {
    const rig = await openRig('card', { session: urls });
    rig.sandbox.setFault({ mode, when, on: 'pay', times: 1 });
    await submitRig(rig);
    expect(rig.checkout.getState().status).not.toBe('ready');
    await rig.pass(15_000);
    expect(rig.status()).toBe('succeeded');
    expect(rig.sandbox.ledger.chargesOf(rig.sessionId)).toHaveLength(1);
    const sends = rig.requests.filter(({ method }) => method === 'POST');
    expect(new Set(sends.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1);
    expect(new Set(sends.map(({ body }) => body)).size).toBe(1);
  });

  test('no answer at all, ever: patience ends, the words change, nothing is offered again, reading goes on', async () => {
    const rig = await openRig('card', { session: urls });
    rig.sandbox.setFault({ mode: 'network', on: 'all', when: 'after' });
    await submitRig(rig);
    await rig.pass(100_000);
    expect(rig.checkout.getState()).toMatchObject({ status: 'unknown', gaveUp: true });
    rig.checkout.dispatch({ type: 'payment_submitted' });
    expect(rig.status()).toBe('unknown');
    expect(rig.requests.filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(5);
    rig.sandbox.setFault({});
    await rig.pass(15_000);
    expect(rig.status()).toBe('succeeded');
    expect(rig.sandbox.ledger.chargesOf(rig.sessionId)).toHaveLength(1);
  });

  test('offline says so and sends nothing', async () => {
    const rig = await openRig('card', { session: urls, checkout: { isOnline: () => false } });
    await submitRig(rig);
    expect(rig.checkout.getState()).toMatchObject({ status: 'ready', failure: { code: 'offline' } });
    expect(rig.sandbox.ledger.arrivalsOf(rig.sessionId)).toHaveLength(0);
  });

  test('a token that lapsed while the page waited is made anew, and the new one is sent', async () => {
    const tokens: string[] = [];
    const told: boolean[] = [];
    const rig = await openRig('card', { session: urls });
    const beside = await openRig('card', {
      beside: rig,
      checkout: {
        prepare: async (_method, _session, isAgain = false) => {
          told.push(isAgain);
          const token = rig.sandbox.tokenize();
          tokens.push(token);
          const livesUntil = tokens.length === 1 ? rig.clock.now() + 19_000 : rig.clock.now() + 60_000;
          const customer = { name: 'Ana Lima', email: 'ana@example.com', document: '52998224725' };
          return { customer, customFields: {}, details: {}, card: { token, livesUntil } };
        },
      },
    });
    await submitRig(beside);
    expect(beside.status()).toBe('succeeded');
    expect(tokens).toHaveLength(2);
    // The page is told of the press once.
    expect(told).toEqual([false, true]);
    const bodies = beside.requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain(tokens[1]);
    expect(bodies[0]).not.toContain('livesUntil');
  });

  test('a card frame that fails sends nothing; a wrong field shows no failure', async () => {
    let error: unknown = Object.assign(new Error('gone'), { code: 'card_frame_failed' });
    const rig = await openRig('card', {
      session: urls,
      checkout: { prepare: () => Promise.reject(error as Error) },
    });
    await submitRig(rig);
    expect(rig.checkout.getState()).toMatchObject({
      status: 'ready',
      failure: { code: 'card_frame_failed' },
    });
    error = new CheckoutError({ kind: 'shopper', code: 'card_invalid', message: 'wrong' });
    await submitRig(rig);
    expect(rig.checkout.getState()).toMatchObject({ status: 'ready', failure: undefined });
    expect(rig.sandbox.ledger.arrivalsOf(rig.sessionId)).toHaveLength(0);
  });
});

describe('leaving and ending', () => {
  test('cancel tells the server, then leaves for the cancel URL', async () => {
    const rig = await openRig('pix', { session: urls });
    rig.checkout.dispatch({ type: 'cancel_requested' });
    await rig.pass(0);
    expect(rig.status()).toBe('canceled');
    expect(rig.navigations).toEqual([{ url: CANCEL, reason: 'cancel' }]);
    expect(rig.sandbox.session(rig.sessionId).status).toBe('canceled');
  });

  test('cancel finds a payment made in another tab and does not leave', async () => {
    const one = await openRig('card', { session: urls });
    const two = await openRig('card', { beside: one });
    await submitRig(one);
    two.checkout.dispatch({ type: 'cancel_requested' });
    await two.pass(0);
    expect(two.status()).toBe('succeeded');
    expect(two.navigations.map(({ reason }) => reason)).toEqual(['success']);
  });

  test('giving up the phone prompt frees the session for another method', async () => {
    const rig = await openRig('mobile_money', {
      session: { currency: 'USD', ...urls },
      checkout: {
        prepare: async () => ({
          customer: {},
          customFields: {},
          details: { phone: '0779999999', network: 'ecocash' },
        }),
      },
    });
    await submitRig(rig);
    rig.checkout.dispatch({ type: 'action_canceled' });
    await rig.pass(0);
    expect(rig.checkout.getState()).toMatchObject({ status: 'ready', failure: undefined });
    await submitRig(rig);
    expect(rig.status()).toBe('action_required');
  });

  test('the expiry is shown once the server says so, and a fresh session can be had', async () => {
    const rig = await openRig('pix', { session: { ...urls, expiresIn: 60 } });
    await rig.pass(59_000);
    expect(rig.status()).toBe('ready');
    await rig.pass(3_000);
    expect(rig.checkout.getState()).toMatchObject({ status: 'expired', refreshable: true });
    rig.checkout.dispatch({ type: 'refresh_requested' });
    await rig.pass(0);
    expect(rig.status()).toBe('ready');
    await submitRig(rig);
  });

  test.each([-86_400_000, -40_000, 40_000, 86_400_000])(
    'a clock that is %i ms off expires nothing early or late',
    async (skew) => {
      const rig = await openRig('pix', {
        session: { ...urls, expiresIn: 60 },
        sandbox: { serverClockSkewMs: skew },
      });
      await rig.pass(55_000);
      expect(rig.status()).toBe('ready');
      await rig.pass(7_000);
      expect(rig.status()).toBe('expired');
    },
  );

  test('a Pix code paid after the session expired is received', async () => {
    const rig = await openRig('pix', { session: { ...urls, expiresIn: 60 } });
    await submitRig(rig);
    await rig.pass(120_000);
    expect(rig.status()).toBe('action_required');
    rig.sandbox.payPix(rig.sessionId);
    await rig.pass(6_000);
    expect(rig.status()).toBe('succeeded');
  });
});

describe('a session that cannot be loaded', () => {
  test.each<[FaultMode, string]>([
    ['html', 'not_json'],
    ['malformed', 'malformed_session'],
    ['wrong_type', 'malformed_session'],
    ['network', 'unreachable'],
    ['401', 'invalid_token'],
  ])('“%s” is told as %s', async (mode, code) => {
    const rig = await createRig({ session: urls });
    rig.sandbox.setFault({ mode, on: 'read' });
    rig.checkout.dispatch({ type: 'session_requested' });
    await rig.pass(10_000);
    expect(rig.checkout.getState()).toMatchObject({ status: 'unavailable', error: { code } });
    expect(rig.notices.filter(({ type }) => type === 'checkout-error')).toHaveLength(1);
  });

  test('a passing fault is forgiven, and a try again works after a lasting one', async () => {
    const rig = await createRig({ session: urls });
    rig.sandbox.setFault({ mode: 'network', on: 'read', times: 2 });
    rig.checkout.dispatch({ type: 'session_requested' });
    await rig.pass(10_000);
    expect(rig.status()).toBe('ready');
    const other = await createRig({ session: urls });
    other.sandbox.setFault({ mode: '500', on: 'read' });
    other.checkout.dispatch({ type: 'session_requested' });
    await other.pass(10_000);
    expect(other.status()).toBe('unavailable');
    other.sandbox.setFault({});
    other.checkout.dispatch({ type: 'session_requested' });
    await other.pass(0);
    expect(other.status()).toBe('ready');
  });

  test('a payment link opens a session and pays it', async () => {
    const rig = await createRig({ session: urls });
    const { link } = rig.sandbox.createPaymentLink('native', urls);
    const linked = await createRig({ beside: rig, checkout: { token: undefined, paymentLink: link } });
    linked.checkout.dispatch({ type: 'session_requested' });
    await linked.pass(0);
    linked.checkout.dispatch({ type: 'method_selected', methodId: 'card' });
    await submitRig(linked);
    expect(linked.status()).toBe('succeeded');
  });
});

describe('who waits for a checkout to settle', () => {
  test('leaves nothing behind that is called when it ends', async () => {
    const rig = await createRig({ session: urls });
    rig.checkout.dispatch({ type: 'session_requested' });
    const listening = vi.spyOn(EventTarget.prototype, 'addEventListener');
    const settled = rig.checkout.whenSettled();
    const [[, listener] = []] = listening.mock.calls;
    const [signal] = listening.mock.contexts as EventTarget[];
    listening.mockRestore();
    if (!signal) throw new Error('it waits for no end');
    expect(getEventListeners(signal, 'abort')).toContain(listener);
    await rig.pass(0);
    expect((await settled).status).toBe('ready');
    expect(getEventListeners(signal, 'abort')).not.toContain(listener);
  });

  test('is answered when it ends first', async () => {
    const rig = await createRig({ session: urls });
    rig.checkout.dispatch({ type: 'session_requested' });
    const settled = rig.checkout.whenSettled();
    rig.checkout.destroy();
    expect((await settled).status).toBe('loading');
  });
});
