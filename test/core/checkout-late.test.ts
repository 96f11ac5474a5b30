import { afterEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../src/core/clock.js';
import type { CheckoutOptions, TabChannel } from '../../src/core/checkout-options.js';
import type { CheckoutSession } from '../../src/core/session/session.js';
import type { Fetch } from '../../src/core/transport/request.js';
import { createRig, openRig, submitRig, type Rig } from '../support/checkout-rig.js';

const BRL = { currency: 'BRL' } as const;
const MINUTE_MS = 60_000;

const codesOf = (rig: Rig): unknown[] =>
  rig.notices.flatMap(({ type, detail }) => (type === 'checkout-error' ? [detail.code] : []));

describe('money that comes in late', () => {
  test.each([
    ['the session has expired with it', 60, 'expired'],
    ['the session is still open', 3_600, 'ready'],
  ] as const)(
    'after a Pix code has run out, where %s, is shown as received',
    async (_name, expiresIn, status) => {
      const rig = await openRig('pix', { session: { ...BRL, expiresIn } });
      await submitRig(rig);
      await rig.pass(16 * MINUTE_MS);
      expect(rig.status()).toBe(status);
      rig.sandbox.payLate(rig.sessionId);
      await rig.pass(15_000);
      expect(rig.status()).toBe('succeeded');
      expect(rig.sandbox.ledger.chargesOf(rig.sessionId)).toHaveLength(1);
    },
  );

  test('is looked out for a quarter of an hour and no longer', async () => {
    const rig = await openRig('pix', { session: { ...BRL, expiresIn: 60 } });
    await submitRig(rig);
    await rig.pass(40 * MINUTE_MS);
    const asked = rig.requests.length;
    await rig.pass(10 * MINUTE_MS);
    expect(rig.requests).toHaveLength(asked);
  });

  test('is not expected where nothing was ever to be paid', async () => {
    const rig = await openRig('pix', { session: { ...BRL, expiresIn: 60 } });
    await rig.pass(2 * MINUTE_MS);
    expect(rig.status()).toBe('expired');
    const asked = rig.requests.length;
    await rig.pass(10 * MINUTE_MS);
    expect(rig.requests).toHaveLength(asked);
  });

  test('goes back to the payer where another payment has taken its place', async () => {
    const rig = await openRig('pix', { session: { ...BRL, expiresIn: 3_600 } });
    await submitRig(rig);
    await rig.pass(16 * MINUTE_MS);
    const late = rig.sandbox.session(rig.sessionId).payments[0]?.id ?? '';
    await submitRig(rig);
    expect(() => {
      rig.sandbox.payLate(late);
    }).toThrow('on its way or done');
    rig.sandbox.payPix(rig.sessionId);
    await rig.pass(5_000);
    expect(rig.status()).toBe('succeeded');
    expect(rig.sandbox.ledger.chargesOf(rig.sessionId)).toHaveLength(1);
  });
});

/** A rig whose reads are changed on their way to the client, once `change` is set. */
async function withChangedReads(
  method: string,
  checkout: Partial<CheckoutOptions> = {},
): Promise<Rig & { change?: (session: CheckoutSession) => object }> {
  const changed: { change?: (session: CheckoutSession) => object } = {};
  const server = await createRig({ session: BRL });
  const fetch: Fetch = async (url, init) => {
    const answer = await server.sandbox.fetch(url, init);
    if (!changed.change || init.method !== 'GET') return answer;
    const session = (await answer.json()) as CheckoutSession;
    return Response.json({ ...session, ...changed.change(session) });
  };
  return Object.assign(changed, await openRig(method, { beside: server, checkout: { fetch, ...checkout } }));
}

describe('a server that takes a success back', () => {
  test('leaves the paid screen where it is, and is told on once', async () => {
    const rig = await withChangedReads('card');
    await submitRig(rig);
    expect(rig.status()).toBe('succeeded');
    rig.change = ({ version, payment }) => ({
      version: version + 1,
      status: 'open',
      payment: { ...payment, status: 'failed' },
    });
    await rig.checkout.refresh();
    await rig.checkout.refresh();
    expect(rig.checkout.getState()).toMatchObject({ status: 'succeeded', contradicted: true });
    expect(codesOf(rig)).toEqual(['contradicted']);
  });

  test('is not suspected where it only lags behind', async () => {
    const rig = await withChangedReads('card');
    await submitRig(rig);
    rig.change = () => ({ status: 'processing' });
    await rig.checkout.refresh();
    expect(rig.checkout.getState()).not.toMatchObject({ contradicted: true });
    expect(codesOf(rig)).toEqual([]);
  });
});

describe('a price that changes under the shopper’s hand', () => {
  test('while the payment is prepared: nothing is sent, and the new price is shown', async () => {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const rig = await withChangedReads('pix', {
      prepare: async () => {
        await held;
        return { customer: {}, customFields: {}, details: {} };
      },
    });
    rig.checkout.dispatch({ type: 'payment_submitted' });
    rig.change = ({ version, amount }) => ({ version: version + 1, amount: { ...amount, total: 1 } });
    rig.checkout.dispatch({ type: 'woken' });
    await rig.pass(10);
    goOn();
    await rig.pass(10);
    expect(rig.checkout.getState()).toMatchObject({
      status: 'ready',
      failure: { code: 'amount_changed' },
      session: { amount: { due: 1 } },
    });
    expect(rig.sandbox.ledger.arrivalsOf(rig.sessionId)).toHaveLength(0);
  });

  test('before the server takes it in: refused, in words of its own', async () => {
    const server = await createRig({ session: BRL });
    const rig = await openRig('pix', {
      beside: server,
      checkout: {
        fetch: async (url, init) =>
          init.method === 'POST'
            ? Response.json({ code: 'invalid_request', param: 'amount' }, { status: 400 })
            : server.sandbox.fetch(url, init),
      },
    });
    await submitRig(rig);
    expect(rig.checkout.getState()).toMatchObject({ status: 'ready', failure: { code: 'amount_changed' } });
  });
});

describe('a refusal', () => {
  test('a payment that was lost while the device was offline is asked for again once it is back', async () => {
    const server = await createRig({ session: BRL });
    let [online, wasLost] = [true, false];
    const rig = await openRig('card', {
      beside: server,
      checkout: {
        isOnline: () => online,
        fetch: async (url, init) => {
          if (init.method === 'POST' && !wasLost) [online, wasLost] = [false, true];
          if (!online) throw new TypeError('Failed to fetch');
          return server.sandbox.fetch(url, init);
        },
      },
    });
    await submitRig(rig);
    await rig.pass(10_000);
    expect(rig.status()).toBe('unknown');
    online = true;
    await rig.pass(20_000);
    expect(rig.status()).toBe('succeeded');
    expect(server.sandbox.ledger.chargesOf(rig.sessionId)).toHaveLength(1);
  });

  test('that no read confirms at first is told after the next, and nothing is sent a second time', async () => {
    const server = await createRig({ session: BRL });
    let [sends, failures] = [0, 2];
    const rig = await openRig('pix', {
      beside: server,
      checkout: {
        fetch: async (url, init) => {
          if (init.method === 'POST') {
            sends += 1;
            return Response.json({ code: 'invalid_request', param: 'customer.email' }, { status: 400 });
          }
          if (sends > 0 && failures-- > 0) return new Response('<h1>Bad gateway</h1>', { status: 502 });
          return server.sandbox.fetch(url, init);
        },
      },
    });
    await submitRig(rig);
    expect(rig.status()).toBe('unknown');
    await rig.pass(15_000);
    expect(rig.checkout.getState()).toMatchObject({
      status: 'ready',
      failure: { code: 'invalid_request', param: 'customer.email' },
    });
    expect(sends).toBe(1);
  });

  test('after a send that was lost proves nothing: the first copy may still arrive', async () => {
    const server = await createRig({ session: BRL });
    let sends = 0;
    const rig = await openRig('pix', {
      beside: server,
      checkout: {
        fetch: async (url, init) => {
          if (init.method !== 'POST') return server.sandbox.fetch(url, init);
          sends += 1;
          if (sends === 1) throw new TypeError('lost');
          return Response.json({ code: 'invalid_request' }, { status: 400 });
        },
      },
    });
    await submitRig(rig);
    await rig.pass(MINUTE_MS);
    expect(sends).toBeGreaterThan(1);
    expect(rig.status()).toBe('unknown');
  });
});

describe('two tabs of one browser', () => {
  /** What `BroadcastChannel` does: everybody of that name hears it but the one who speaks. */
  const channels = (): ((name: string) => TabChannel) => {
    const open = new Map<TabChannel, string>();
    return (name) => {
      const own: TabChannel = {
        onmessage: null,
        postMessage: () => {
          for (const [other, of] of open)
            if (other !== own && of === name) other.onmessage?.(new MessageEvent('message'));
        },
        close: () => open.delete(own),
      };
      open.set(own, name);
      return own;
    };
  };

  test('the second asks the server as soon as the first has paid', async () => {
    const openChannel = channels();
    const first = await openRig('card', { session: BRL, checkout: { openChannel } });
    const second = await openRig('card', { beside: first, checkout: { openChannel } });
    await first.pass(0);
    await submitRig(first);
    await first.pass(0);
    expect([first.status(), second.status()]).toEqual(['succeeded', 'succeeded']);
    expect(first.sandbox.ledger.chargesOf(first.sessionId)).toHaveLength(1);
  });

  test('a browser that refuses the line between them changes nothing', async () => {
    const openChannel = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    const rig = await openRig('card', { session: BRL, checkout: { openChannel } });
    await submitRig(rig);
    expect(rig.status()).toBe('succeeded');
  });
});

describe('the page’s own clock', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('may be set while the page is open, and moves nothing', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const before = systemClock.now();
    vi.setSystemTime(Date.now() + 86_400_000);
    expect(systemClock.now() - before).toBeLessThan(5_000);
  });
});
