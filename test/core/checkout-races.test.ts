import { describe, expect, test } from 'vitest';
import type { CheckoutState } from '../../src/core/machine/state.js';
import { transition } from '../../src/core/machine/transition.js';
import { PROVIDERS } from '../../src/core/providers/dialect.js';
import type { CheckoutSession, Payment } from '../../src/core/session/session.js';
import type { Fetch } from '../../src/core/transport/request.js';
import { createRig, openRig, submitRig, type Rig } from '../support/checkout-rig.js';
import { aPayment, aSession } from '../support/fixtures.js';

/** A gate that a request waits at until it is opened. */
function gate(): { readonly wait: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { wait, open: () => open() };
}

/** A second tab on the session of `rig`, whose requests go through `fetch`. */
const through = async (rig: Rig, method: string, fetch: Fetch): Promise<Rig> =>
  openRig(method, { beside: rig, checkout: { fetch } });

const isPayment = (url: string, init: RequestInit): boolean =>
  init.method === 'POST' && url.endsWith('/payments');

describe('answers that come late', () => {
  test('the cancel answer of a payment that was given up does not knock out the one after it', async () => {
    const server = await createRig({ session: { currency: 'BRL' } });
    const [cancelAnswer, secondSend] = [gate(), gate()];
    let sends = 0;
    const rig = await through(server, 'pix', async (url, init) => {
      if (isPayment(url, init) && ++sends === 2) await secondSend.wait;
      const answer = await server.sandbox.fetch(url, init);
      if (url.endsWith('/cancel')) await cancelAnswer.wait;
      return answer;
    });
    await submitRig(rig);
    rig.checkout.dispatch({ type: 'action_canceled' });
    await rig.pass(2_500);
    expect(rig.status()).toBe('ready');
    rig.checkout.dispatch({ type: 'method_selected', methodId: 'card' });
    await submitRig(rig);
    expect(rig.status()).toBe('submitting');
    cancelAnswer.open();
    await rig.pass(10);
    expect(rig.status()).toBe('submitting');
    secondSend.open();
    await rig.pass(10);
    expect(rig.status()).toBe('succeeded');
    expect(server.sandbox.ledger.chargesOf(rig.sessionId)).toHaveLength(1);
  });

  test.each([401, 403, 404, 410])(
    'a cancel that is refused with %i does not leave what another tab paid meanwhile',
    async (status) => {
      const server = await openRig('card', {
        session: { currency: 'BRL', cancelUrl: 'https://shop.example/cart' },
      });
      const rig = await through(server, 'card', async (url, init) => {
        if (!url.endsWith('/cancel')) return server.sandbox.fetch(url, init);
        await submitRig(server);
        return Response.json({ type: 'about:blank', code: 'refused', status }, { status });
      });
      rig.checkout.dispatch({ type: 'cancel_requested' });
      // The other tab's payment takes turns of its own meanwhile.
      for (let turn = 0; turn < 20 && rig.status() === 'ready'; turn++) await rig.pass(10);
      expect(server.sandbox.ledger.chargesOf(rig.sessionId)).toHaveLength(1);
      expect(rig.status()).toBe('succeeded');
      expect(rig.navigations.map(({ reason }) => reason)).not.toContain('cancel');
    },
  );

  test('a cancel that is refused leaves a session that rests', async () => {
    const server = await createRig({ session: { currency: 'BRL', cancelUrl: 'https://shop.example/cart' } });
    const rig = await through(server, 'card', async (url, init) =>
      url.endsWith('/cancel')
        ? Response.json({ type: 'about:blank', code: 'not_found', status: 404 }, { status: 404 })
        : server.sandbox.fetch(url, init),
    );
    rig.checkout.dispatch({ type: 'cancel_requested' });
    await rig.pass(10);
    expect(rig.status()).toBe('canceled');
  });

  test('"start again" pressed during a read waits its turn and is not swallowed', async () => {
    const server = await createRig({ session: { currency: 'BRL', expiresIn: 60 } });
    const read = gate();
    let isSlow = false;
    const rig = await through(server, 'pix', async (url, init) => {
      const answer = await server.sandbox.fetch(url, init);
      if (isSlow && init.method === 'GET') await read.wait;
      return answer;
    });
    await rig.pass(62_000);
    expect(rig.status()).toBe('expired');
    isSlow = true;
    rig.checkout.dispatch({ type: 'woken' });
    await rig.pass(0);
    rig.checkout.dispatch({ type: 'refresh_requested' });
    await rig.pass(0);
    read.open();
    await rig.pass(100);
    expect(rig.status()).toBe('ready');
  });

  test('one read that throws something unheard of does not end all reading', async () => {
    const server = await createRig({ session: { currency: 'BRL' } });
    let isBroken = false;
    const rig = await through(server, 'pix', async (url, init) =>
      isBroken && init.method === 'GET'
        ? (undefined as unknown as Response)
        : server.sandbox.fetch(url, init),
    );
    await submitRig(rig);
    isBroken = true;
    await rig.pass(5_000);
    isBroken = false;
    server.sandbox.payPix(rig.sessionId);
    await rig.pass(30_000);
    expect(rig.status()).toBe('succeeded');
  });

  test('a checkout that was taken away sends nothing more', async () => {
    const rig = await createRig({ session: { currency: 'BRL' } });
    rig.sandbox.setFault({ mode: '500', on: 'read' });
    rig.checkout.dispatch({ type: 'session_requested' });
    await rig.pass(0);
    rig.checkout.destroy();
    const sent = rig.requests.length;
    await rig.pass(30_000);
    expect(rig.requests).toHaveLength(sent);
  });
});

describe('what may be concluded', () => {
  test('“in progress” is never taken back by a later “busy”', async () => {
    const server = await createRig({ session: { currency: 'BRL' } });
    let sends = 0;
    const rig = await through(server, 'pix', async (url, init) => {
      if (!isPayment(url, init)) return server.sandbox.fetch(url, init);
      sends += 1;
      const [status, code] = sends === 1 ? [409, 'in_progress'] : [429, 'rate_limited'];
      return Response.json({ code }, { status, headers: { 'Retry-After': '1' } });
    });
    await submitRig(rig);
    await rig.pass(160_000);
    expect(rig.checkout.getState()).toMatchObject({ status: 'unknown', gaveUp: true });
    expect(rig.notices.map(({ type }) => type)).not.toContain('payment-failure');
  });

  test('a lost answer to giving up is told by a read, and not as a failure of its own', async () => {
    const server = await createRig({ session: { currency: 'BRL' } });
    const rig = await through(server, 'pix', async (url, init) => {
      const answer = await server.sandbox.fetch(url, init);
      if (url.endsWith('/cancel')) throw new TypeError('lost');
      return answer;
    });
    await submitRig(rig);
    rig.checkout.dispatch({ type: 'action_canceled' });
    await rig.pass(3_000);
    // The server did give it up, and a read says so; that the answer was lost is no reason of its own.
    const failures = rig.notices.filter(({ type }) => type === 'payment-failure');
    expect(failures).toEqual([
      { type: 'payment-failure', detail: { code: 'canceled_by_payer', retryable: true, amountPaid: 0 } },
    ]);
    expect(rig.status()).toBe('ready');
  });

  test('an API that quotes the token in its error does not have it carried on', async () => {
    const rig = await createRig({
      checkout: {
        fetch: async (_url, init) =>
          Response.json(
            {
              code: 'invalid_token',
              detail: `No such ${new Headers(init.headers).get('Authorization') ?? ''}`,
            },
            { status: 401 },
          ),
      },
    });
    rig.checkout.dispatch({ type: 'session_requested' });
    await rig.pass(10);
    expect(rig.status()).toBe('unavailable');
    expect(JSON.stringify([rig.notices, rig.checkout.getState()])).not.toContain(rig.token);
  });

  test('while an action is being given up nothing else is sent for it', () => {
    const payment = aPayment({ status: 'requires_action' });
    const state: CheckoutState = {
      status: 'action_required',
      session: aSession(),
      payment,
      action: { type: 'one_time_code', length: 6 },
      leaving: true,
    };
    for (const event of [{ type: 'code_entered', code: '123456' }, { type: 'resend_requested' }] as const)
      expect(transition(state, event)).toEqual([state, []]);
  });

  test.each([{ type: 'code_entered', code: '123456' }, { type: 'resend_requested' }] as const)(
    '$type is sent once until the server has answered, whatever is read meanwhile',
    (event) => {
      const action = { type: 'one_time_code', length: 6 } as const;
      const payment = aPayment({ status: 'requires_action', nextAction: action });
      const session = aSession({ payment });
      const before: CheckoutState = { status: 'action_required', session, payment, action };
      const [asking, effects] = transition(before, event);
      expect(effects).toHaveLength(1);
      const [read] = transition(asking, { type: 'session_read', session });
      expect(transition(read, event)).toEqual([read, []]);
      const failure = { code: 'invalid_request', retryable: true } as const;
      for (const answer of [
        { type: 'payment_answered', payment },
        { type: 'action_refused', failure },
      ] as const) {
        const [answered] = transition(read, answer);
        expect(transition(answered, event)[1]).toHaveLength(1);
      }
    },
  );
});

describe('what counts as paid', () => {
  const amount = { ...aSession().amount, total: 10_000, paid: 6_000, due: 4_000 };
  const read = (over: Partial<CheckoutSession>, payment: Partial<Payment>) =>
    transition(
      { status: 'loading' },
      {
        type: 'session_read',
        session: aSession({ amount, ...over, payment: aPayment({ status: 'succeeded', ...payment }) }),
      },
    )[0].status;

  test.each<[CheckoutSession['status']]>([
    ['unknown'],
    ['processing'],
    ['open'],
    ['partially_paid'],
    ['expired'],
    ['canceled'],
  ])('a part of a session that is %s is not the whole', (status) => {
    expect(read({ status }, { amount: 6_000 })).not.toBe('succeeded');
  });

  test('a whole payment counts, in the session’s own currency', () => {
    expect(read({ status: 'open' }, { amount: 10_000 })).toBe('succeeded');
    expect(read({ status: 'open', currency: 'USD' }, { amount: 27_000, currency: 'ZWG' })).toBe('processing');
  });

  test('money that the session has not taken in yet closes the form', () => {
    expect(read({ status: 'open' }, { amount: 2_000, currency: 'USD' })).toBe('processing');
  });

  test('a status nobody knows is never success', () => {
    expect(read({ status: 'unknown' }, { amount: 10_000 })).toBe('processing');
  });

  test('the last decline is told once, however often it is read', () => {
    const session = aSession({
      status: 'failed',
      payment: aPayment({ status: 'failed', failure: { code: 'declined', retryable: false } }),
    });
    const [locked] = transition(
      { status: 'processing', session: aSession() },
      { type: 'session_read', session },
    );
    expect(locked.status).toBe('locked');
    expect(transition(locked, { type: 'session_read', session: structuredClone(session) })[1]).toEqual([]);
  });
});

describe('a payment link', () => {
  test.each(PROVIDERS)(
    'of %s that is opened again by the same tab is the same session, paid once',
    async (provider) => {
      const rig = await createRig({ provider });
      const { link } = rig.sandbox.createPaymentLink(provider, {
        currency: provider === 'payonify' ? 'USD' : 'BRL',
      });
      const linkCandidate = `cs_${'ab'.repeat(24)}`;
      const open = async (): Promise<Rig> => {
        const tab = await createRig({
          provider,
          beside: rig,
          checkout: { token: undefined, paymentLink: link, linkCandidate },
        });
        tab.checkout.dispatch({ type: 'session_requested' });
        await tab.pass(0);
        return tab;
      };
      const first = await open();
      const before = first.checkout.getState();
      first.checkout.dispatch({
        type: 'method_selected',
        methodId:
          'session' in before
            ? (before.session?.paymentMethods.find(({ type }) => type === 'card')?.id ?? '')
            : '',
      });
      await submitRig(first);
      expect(first.status()).toBe('succeeded');
      const again = await open();
      expect(again.status()).toBe('succeeded');
      expect(rig.sandbox.ledger.charges).toHaveLength(1);
    },
  );
});
