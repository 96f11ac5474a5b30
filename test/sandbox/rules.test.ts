import { describe, expect, test } from 'vitest';
import type { SessionInput } from '../../src/sandbox/index.js';
import { BUYERS, Page } from './buyers.js';
import { createServer } from './support.js';

const DAY_MS = 86_400_000;
const DECLINED = '4000000000000002';

describe.each(BUYERS)('in $provider', (buyer) => {
  const open = (input?: SessionInput): Page => new Page(buyer, createServer(), input);

  test('a session can be read, and every answer says what time it is on the server', async () => {
    const page = open();
    const { status, body, headers } = await page.read();
    expect(status).toBe(200);
    expect(buyer.status(body)).toBe(buyer.words.open);
    expect(headers.get('Date')).toBe('Fri, 20 Nov 2026 12:00:00 GMT');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(JSON.stringify(body)).toMatch(/"(serverNow|server_now)"/);
  });

  test('rule 1: the version rises with every change, and with nothing else', async () => {
    const page = open({ expiresIn: 60 });
    const { sandbox, clock } = page.server;
    const version = async (): Promise<number> => buyer.version((await page.read()).body);
    const changes: readonly (() => unknown)[] = [
      () => page.pay(page.cardBody(DECLINED)),
      () => page.pay(page.cardBody('4000002500003155', 2), 2),
      () => {
        sandbox.finishChallenge(page.id, false);
      },
      () => page.pay(page.cardBody('4000000000000077', 3), 3),
      () => {
        clock.advance(5000); // the bank has approved it
      },
    ];
    let last = await version();
    for (const change of changes) {
      expect(await version()).toBe(last);
      await change();
      const next = await version();
      expect(next).toBeGreaterThan(last);
      last = next;
    }
    clock.advance(60_000);
    expect(await version()).toBe(last); // what is paid does not expire
  });

  test('rule 1: the version rises when the time is over', async () => {
    const page = open({ expiresIn: 60 });
    const before = buyer.version((await page.read()).body);
    page.server.clock.advance(59_999);
    expect(buyer.version((await page.read()).body)).toBe(before);
    page.server.clock.advance(1);
    expect(buyer.version((await page.read()).body)).toBe(before + 1);
  });

  test.each([
    ['no key', ''],
    ['a key of another session', 'ses_other:1'],
    ['a key of an attempt that was not issued', '2'],
  ])('rule 2: a payment with %s is refused and nothing happens', async (_what, given) => {
    const page = open();
    const key = given === '2' ? `${page.id}:2` : given;
    const path = buyer.payPath(page.id);
    const reply = await page.send(path, { body: page.cardBody(), method: 'POST', ...(key && { key }) });
    expect([reply.status, buyer.code(reply.body)]).toEqual([400, page.word('invalid_request')]);
    expect(await page.status()).toBe(buyer.words.open);
    expect(page.server.sandbox.ledger.charges).toEqual([]);
  });

  test('rule 2: the attempt rises only when the one before failed for good', async () => {
    const page = open();
    const { sandbox } = page.server;
    await page.pay(page.cardBody('4000002500003155'));
    expect(sandbox.session(page.id).attempt).toBe(1);
    sandbox.finishChallenge(page.id, false);
    expect(sandbox.session(page.id).attempt).toBe(2);
    await page.pay(page.cardBody(undefined, 2), 2);
    expect(sandbox.session(page.id).attempt).toBe(2);
  });

  test.each([
    ['on its way', '4000002500003155'],
    ['done', '4242424242424242'],
  ])('rule 3: while a payment is %s another one gets 409 with that payment', async (_what, number) => {
    const page = open();
    await page.pay(page.cardBody(number));
    const { payments } = page.server.sandbox.session(page.id);
    const reply = await page.pay(page.cardBody(undefined, 2), 2);
    expect([reply.status, buyer.code(reply.body)]).toEqual([409, 'payment_exists']);
    expect(reply.text).toContain(payments[0]?.id);
    expect(page.server.sandbox.session(page.id).payments).toHaveLength(1);
  });

  test('rule 3: of two payments sent at once one is charged', async () => {
    const page = open();
    const bodies = [page.cardBody(), page.cardBody()];
    const replies = await Promise.all(bodies.map((body) => page.pay(body)));
    expect(replies.map(({ status }) => status).sort()).toEqual([
      buyer.provider === 'native' ? 201 : 200,
      422,
    ]);
    expect(page.server.sandbox.ledger.chargesOf(page.id)).toHaveLength(1);
  });

  test('rule 3: of two payments with different keys sent at once one is charged', async () => {
    const page = open();
    const replies = await Promise.all([page.pay(page.cardBody()), page.pay(page.cardBody(undefined, 2), 2)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([
      buyer.provider === 'native' ? 201 : 200,
      409,
    ]);
    expect(page.server.sandbox.ledger.chargesOf(page.id)).toHaveLength(1);
  });

  test.each([['4242424242424242'], [DECLINED], ['4000002500003155']])(
    'rule 4: the same request of card %s again gives the stored answer, byte for byte',
    async (number) => {
      const page = open();
      const body = page.cardBody(number);
      const first = await page.pay(body);
      page.server.clock.advance(1000);
      const again = await page.pay(body);
      expect(again.text).toBe(first.text);
      expect(again.status).toBe(first.status);
      expect(again.headers.get('Content-Type')).toBe(first.headers.get('Content-Type'));
      expect(first.headers.get('Idempotency-Replayed')).toBeNull();
      expect(again.headers.get('Idempotency-Replayed')).toBe('true');
      expect(page.server.sandbox.session(page.id).payments).toHaveLength(1);
    },
  );

  test('rule 4: a quoted key is the same key', async () => {
    const page = open();
    const body = page.cardBody();
    await page.pay(body, 1, `"${page.id}:1"`);
    const again = await page.pay(body);
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  });

  test('rule 4: the same key with another body is 422, however little differs', async () => {
    const page = open();
    const body = page.cardBody();
    await page.pay(body);
    const reply = await page.pay(`${body} `);
    expect([reply.status, buyer.code(reply.body)]).toEqual([422, 'idempotency_key_reused']);
  });

  test('rule 4: while the first request runs, the same again is 409 in_progress with Retry-After', async () => {
    const page = open();
    page.server.sandbox.setFault({ latencyMs: 3000 });
    const body = page.cardBody();
    const first = page.pay(body);
    await Promise.resolve();
    // Refusals are not delayed: nothing was asked of the bank.
    const [second, other] = await Promise.all([page.pay(body), page.pay(page.cardBody(undefined, 2), 2)]);
    expect([second?.status, buyer.code(second?.body)]).toEqual([409, 'in_progress']);
    expect(second?.headers.get('Retry-After')).toBe('1');
    expect([other?.status, buyer.code(other?.body)]).toEqual([409, 'payment_exists']);
    await page.server.clock.advanceAsync(3000);
    expect((await first).status).toBeLessThan(300);
    page.server.sandbox.setFault({});
    expect((await page.pay(body)).headers.get('Idempotency-Replayed')).toBe('true');
    expect(page.server.sandbox.ledger.arrivalsOf(`${page.id}:1`).map(({ result }) => result)).toEqual([
      'accepted',
      'in_progress',
      'replayed',
    ]);
  });

  test.each([['paid'], ['expired']] as const)(
    'rule 5: a session that is %s can be read a day later',
    async (end) => {
      const page = open();
      if (end === 'paid') await page.pay(page.cardBody());
      else page.server.sandbox.expire(page.id);
      page.server.clock.advance(DAY_MS);
      expect([(await page.read()).status, await page.status()]).toEqual([200, buyer.words[end]]);
    },
  );

  test('rule 5: once expired no payment is taken', async () => {
    const page = open();
    page.server.clock.advance(2 * DAY_MS);
    const reply = await page.pay(page.cardBody());
    expect([reply.status, buyer.code(reply.body)]).toEqual([410, page.word('session_expired')]);
  });

  test('rule 6: a payment accepted before the expiry lives on past it', async () => {
    const page = open({ expiresIn: 60 });
    await page.pay(page.cardBody('4000002500003155'));
    page.server.clock.advance(120_000);
    expect(await page.status()).toBe(buyer.words.processing);
    page.server.sandbox.finishChallenge(page.id, true);
    expect(await page.status()).toBe(buyer.words.paid);
  });

  test('rule 6: one that fails past the expiry leaves an expired session', async () => {
    const page = open({ expiresIn: 60 });
    await page.pay(page.cardBody('4000002500003155'));
    page.server.clock.advance(120_000);
    page.server.sandbox.finishChallenge(page.id, false);
    expect(page.server.sandbox.session(page.id).status).toBe('expired');
    const reply = await page.pay(page.cardBody(undefined, 2), 2);
    expect(reply.status).toBe(410);
  });

  test('rule 7: after five declines the session is locked', async () => {
    const page = open();
    for (let attempt = 1; attempt <= 5; attempt++) {
      const reply = await page.pay(page.cardBody(DECLINED, attempt), attempt);
      expect(reply.status).toBe(buyer.declineStatus);
      const word = attempt < 5 ? buyer.words.reopened : buyer.words.locked;
      expect(await page.status()).toBe(word);
    }
    const { declines, attempt } = page.server.sandbox.session(page.id);
    expect([declines, attempt]).toEqual([5, 5]);
    const reply = await page.pay(page.cardBody(undefined, 6), 6);
    expect([reply.status, buyer.code(reply.body)]).toEqual([403, 'session_locked']);
    expect(page.server.sandbox.ledger.declinesOf(page.id)).toHaveLength(5);
    expect(page.server.sandbox.ledger.charges).toEqual([]);
  });

  test('a token that opens nothing is refused, and so is one of another provider', async () => {
    const page = open();
    const stranger = page.server.sandbox.createSession(buyer.provider === 'native' ? 'plugtopay' : 'native');
    const id = buyer.sendsToken ? page.id : stranger.id;
    for (const token of [undefined, 'cs_test_0000000000000000', stranger.token]) {
      const reply = await page.send(buyer.readPath(id), { token });
      expect(reply.status).toBe(buyer.sendsToken ? 401 : 404);
      const { status } = await page.send(buyer.payPath(id), { token, body: page.cardBody(), key: `${id}:1` });
      expect(status).toBe(buyer.sendsToken ? 401 : 404);
    }
  });

  test.runIf(buyer.sendsToken)('a token does not open another session of the same provider', async () => {
    const page = open();
    const other = page.server.sandbox.createSession(buyer.provider);
    const path = buyer.readPath(other.id).replace('current', other.id);
    const reply = await page.send(path);
    expect([reply.status, reply.text.includes(other.id)]).toEqual([404, false]);
  });

  test.each([
    ['what is no JSON', '{"a":'],
    ['a body that is no object', '[]'],
    ['an empty body', ''],
    ['another amount', 'amount'],
    ['a card token nobody issued', 'token'],
  ])('%s is refused with 400, and the same attempt can be sent again', async (_what, kind) => {
    const page = open();
    const good = page.cardBody();
    const body =
      kind === 'amount'
        ? good.replace('12990', '12989')
        : kind === 'token'
          ? good.replace(/tok_\w+/, 'tok_0')
          : kind;
    const reply = await page.pay(body);
    expect([reply.status, buyer.code(reply.body)]).toEqual([400, page.word('invalid_request')]);
    expect(page.server.sandbox.session(page.id).payments).toEqual([]);
    expect((await page.pay(good)).status).toBeLessThan(300);
  });

  test('a card token can be used once', async () => {
    const page = open();
    const body = page.cardBody(DECLINED);
    await page.pay(body);
    const again = body.replace('"attempt":1', '"attempt":2');
    const reply = await page.pay(again, 2);
    expect([reply.status, buyer.code(reply.body)]).toEqual([400, page.word('invalid_request')]);
  });

  test('what it does not know is 404 in its own shape', async () => {
    const page = open();
    const reply = await page.send('/nothing/here');
    expect(reply.status).toBe(404);
    expect(buyer.code(reply.body)).toMatch(/^(not_found|NOT_FOUND|resource_missing)$/);
  });

  test('every arrival is in the ledger with the print of its bytes', async () => {
    const page = open();
    const body = page.cardBody();
    await page.pay(body);
    await page.pay(body);
    await page.pay(`${body} `);
    const arrivals = page.server.sandbox.ledger.arrivalsOf(page.id);
    expect(arrivals.map(({ result }) => result)).toEqual(['accepted', 'replayed', 'idempotency_key_reused']);
    expect(new Set(arrivals.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test('the merchant’s session cancel leaves a session that takes no payment', async () => {
    const page = open();
    page.server.sandbox.cancelSession(page.id);
    const reply = await page.pay(page.cardBody());
    expect([reply.status, buyer.code(reply.body)]).toEqual([410, 'session_canceled']);
  });

  test('a shopper may leave an open session, but not one with a payment', async () => {
    const page = open();
    await page.pay(page.cardBody('4000002500003155'));
    const cancel = `/checkout-sessions/${buyer.provider === 'plugtopay' ? 'current' : page.id}/cancel`;
    const refused = await page.send(cancel, { body: {} });
    expect([refused.status, buyer.code(refused.body)]).toEqual([409, 'payment_exists']);
    page.server.sandbox.finishChallenge(page.id, false);
    expect((await page.send(cancel, { body: {} })).status).toBe(200);
    expect(page.server.sandbox.session(page.id).status).toBe('canceled');
    expect((await page.send(cancel, { body: {} })).status).toBe(200);
  });

  test('an action can be given up, and the next attempt begins', async () => {
    const page = open();
    await page.pay(page.cardBody('4000002500003155'));
    const { id } = page.server.sandbox.payment(page.id);
    const base = `/checkout-sessions/${buyer.provider === 'plugtopay' ? 'current' : page.id}/payments/${id}`;
    expect((await page.send(`${base}/cancel`, { body: {} })).status).toBe(200);
    expect(page.server.sandbox.session(page.id)).toMatchObject({ status: 'open', attempt: 2, declines: 0 });
    // Too late for the payer: the shop has withdrawn it.
    expect(() => page.server.sandbox.finishChallenge(id, true)).toThrow('over');
    expect((await page.pay(page.cardBody(undefined, 2), 2)).status).toBeLessThan(300);
    const refused = await page.send(`${base.replace(id, page.server.sandbox.payment(page.id).id)}/cancel`, {
      body: {},
    });
    expect([refused.status, buyer.code(refused.body)]).toEqual([409, 'payment_exists']);
    // What is over stays as it is.
    const declined = open();
    await declined.pay(declined.cardBody(DECLINED));
    const over = declined.server.sandbox.payment(declined.id).id;
    const path = `/checkout-sessions/${buyer.provider === 'plugtopay' ? 'current' : declined.id}/payments/${over}/cancel`;
    expect((await declined.send(path, { body: {} })).status).toBe(200);
    expect(declined.server.sandbox.payment(over)).toMatchObject({ status: 'failed', attempt: 1 });
    expect(declined.server.sandbox.session(declined.id)).toMatchObject({ attempt: 2, declines: 1 });
    expect((await page.send(`${base}x/cancel`, { body: {} })).status).toBe(404);
    expect((await page.send(`${base}/explode`, { body: {} })).status).toBe(404);
  });
});
