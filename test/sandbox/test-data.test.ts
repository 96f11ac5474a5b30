import { describe, expect, test } from 'vitest';
import { parseBrCode } from '../../src/core/pix/br-code.js';
import { Shopper } from './shopper.js';
import { createServer } from './support.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('test cards', () => {
  test.each([
    ['4242424242424242', 'visa'],
    ['4242 4242 4242 4242', 'visa'], // spaces as typed
    ['5555555555554444', 'mastercard'],
    ['2223003122003222', 'mastercard'], // the range of 2017
    ['6062826786276634', 'hipercard'],
    ['6362970000457013', 'elo'],
    ['3566002020360505', 'jcb'],
    ['4000000000003055', 'visa'], // 3-D Secure with no question asked
  ])('%s is approved at once as %s', async (number, brand) => {
    const shopper = new Shopper();
    const { status, body } = await shopper.payByCard(number);
    expect([status, body.status]).toEqual([201, 'succeeded']);
    expect(shopper.server.sandbox.payment(body.id).card).toMatchObject({ brand, last4: number.slice(-4) });
    expect((await shopper.read()).status).toBe('paid');
  });

  test.each([
    ['4000000000000002', 'declined'],
    ['4000000000009995', 'insufficient_funds'],
    ['4000000000000069', 'expired_card'],
    ['4000000000000119', 'processing_error'],
    ['4000008400001280', 'authentication_failed'],
  ])('%s fails with %s, with the payment in the problem', async (number, code) => {
    const shopper = new Shopper();
    const { status, body, headers } = await shopper.payByCard(number);
    expect(status).toBe(402);
    expect(headers.get('Content-Type')).toBe('application/problem+json');
    expect(body).toMatchObject({
      code,
      status: 402,
      payment: { status: 'failed', failure: { code, retryable: true } },
    });
    expect(body.requestId).toBe(headers.get('X-Request-Id'));
    expect(await shopper.read()).toMatchObject({
      status: 'open',
      attempt: 2,
      payment: { failure: { code } },
    });
  });

  test('4000000000000077 is processed for five seconds', async () => {
    const shopper = new Shopper();
    expect((await shopper.payByCard('4000000000000077')).body.status).toBe('processing');
    expect((await shopper.act('cancel')).body.code).toBe('payment_not_cancellable');
    shopper.server.clock.advance(5 * SECOND - 1);
    expect((await shopper.read()).status).toBe('processing');
    shopper.server.clock.advance(1);
    expect((await shopper.read()).status).toBe('paid');
  });

  test.each([
    ['4000002500003155', 'three_d_secure', 'challenge'],
    ['4000002760003184', 'redirect', 'redirect'],
  ])('%s asks for %s on the payer’s page', async (number, type, page) => {
    const shopper = new Shopper();
    const { body } = await shopper.payByCard(number);
    expect(body.nextAction).toEqual({
      type,
      url: `http://payer.localhost:4002/payer/${page}/${String(body.id)}`,
    });
    expect((await shopper.act('confirm')).body.status).toBe('requires_action');
    shopper.server.sandbox.finishChallenge(body.id, true);
    expect((await shopper.act('confirm')).body).toMatchObject({ status: 'succeeded' });
  });

  test('a challenge nobody answers ends after a quarter of an hour', async () => {
    const shopper = new Shopper();
    await shopper.payByCard('4000002500003155');
    shopper.server.clock.advance(15 * MINUTE);
    expect(await shopper.read()).toMatchObject({
      status: 'open',
      payment: { failure: { code: 'payment_timeout' } },
    });
  });

  test.each([
    ['4000002500003155', 'refuse', 'failed', 'authentication_failed'],
    ['4000008260003178', 'approve', 'failed', 'insufficient_funds'],
    ['4000008260003178', 'refuse', 'failed', 'authentication_failed'],
    ['4000008400001629', 'approve', 'failed', 'authentication_failed'],
    ['4000000000003063', 'approve', 'succeeded', undefined],
    ['4000000000003220', 'refuse', 'failed', 'authentication_failed'],
  ])('%s, answered with “%s” on the bank’s page, is %s: %s', async (number, answer, status, code) => {
    const shopper = new Shopper();
    const { body } = await shopper.payByCard(number);
    await shopper.server.sandbox.fetch(body.nextAction.url, {
      method: 'POST',
      body: new URLSearchParams({ answer }),
    });
    const { payment } = await shopper.read();
    expect([payment.status, payment.failure?.code]).toEqual([status, code]);
  });

  test('4000000000003220 takes five seconds once it is confirmed', async () => {
    const shopper = new Shopper();
    const { body } = await shopper.payByCard('4000000000003220');
    const confirm = { method: 'POST', body: new URLSearchParams({ answer: 'approve' }) };
    await shopper.server.sandbox.fetch(body.nextAction.url, confirm);
    expect((await shopper.read()).payment.status).toBe('processing');
    shopper.server.clock.advance(5 * SECOND);
    expect((await shopper.read()).status).toBe('paid');
  });

  test('4000000000003097 has nothing to answer, and is over after ten seconds', async () => {
    const shopper = new Shopper();
    const { body } = await shopper.payByCard('4000000000003097');
    const page = await (await shopper.server.sandbox.fetch(body.nextAction.url)).text();
    expect(page).not.toContain('<form');
    shopper.server.clock.advance(10 * SECOND);
    expect((await shopper.read()).payment.failure.code).toBe('payment_timeout');
  });

  test('4000000000003063 cannot be stopped: it is processed instead, and approved', async () => {
    const shopper = new Shopper();
    await shopper.payByCard('4000000000003063');
    expect((await shopper.act('cancel')).body).toMatchObject({
      code: 'payment_not_cancellable',
      payment: { status: 'processing' },
    });
    shopper.server.clock.advance(5 * SECOND);
    expect((await shopper.read()).status).toBe('paid');
  });

  test('no card number is kept anywhere', async () => {
    const shopper = new Shopper();
    await shopper.payByCard('4000002500003155');
    const { sandbox } = shopper.server;
    expect(JSON.stringify([sandbox.session(shopper.id), sandbox.ledger])).not.toContain('400000250000');
  });
});

describe.each([
  ['ecocash', '077'],
  ['onemoney', '071'],
])('test numbers of %s', (network, prefix) => {
  const usd = (): Shopper => new Shopper({ currency: 'USD' });

  test.each([
    ['1111111', 5, 'succeeded', undefined],
    ['2222222', 30, 'succeeded', undefined],
    ['3333333', 10, 'failed', 'canceled_by_payer'],
    ['1000001', 5, 'failed', 'wrong_pin'],
    ['1000002', 5, 'failed', 'limit_exceeded'],
    ['1000005', 10, 'failed', 'payment_timeout'],
  ])(`${prefix}%s is settled after %i seconds: %s %s`, async (digits, seconds, status, code) => {
    const shopper = usd();
    const { body } = await shopper.payByPhone(prefix + digits, network);
    expect(body).toMatchObject({
      status: 'requires_action',
      method: 'mobile_money',
      nextAction: {
        type: 'phone_prompt',
        network,
        phone: `+263${prefix.slice(1)}${digits}`,
        expiresAt: '2026-11-20T12:02:00.000Z',
        resendAfter: '2026-11-20T12:01:00.000Z',
      },
    });
    shopper.server.clock.advance(seconds * SECOND - 1);
    expect((await shopper.read()).status).toBe('processing');
    shopper.server.clock.advance(1);
    const { payment } = await shopper.read();
    expect([payment.status, payment.failure?.code]).toEqual([status, code]);
  });

  test.each([
    ['4444444', 'insufficient_funds'],
    ['1000003', 'payer_not_found'],
    ['1000004', 'provider_unavailable'],
  ])(`${prefix}%s ends at once: %s`, async (digits, code) => {
    const { status, body } = await usd().payByPhone(prefix + digits, network);
    expect([status, body.code]).toEqual([402, code]);
  });

  test(`${prefix}1000004 says nothing of the shopper: a network that is down is no decline`, async () => {
    const shopper = usd();
    await shopper.payByPhone(`${prefix}1000004`, network);
    expect(shopper.server.sandbox.session(shopper.id).declines).toBe(0);
  });

  test(`${prefix}5555555 asks for a code that is typed in the page`, async () => {
    const shopper = usd();
    const { body } = await shopper.payByPhone(`${prefix}5555555`, network);
    expect(body.nextAction).toMatchObject({ type: 'one_time_code', length: 6 });
    expect((await shopper.act('confirm', { code: '000000' })).body).toMatchObject({
      code: 'invalid_request',
      param: 'code',
    });
    expect((await shopper.act('confirm', {})).status).toBe(400);
    expect((await shopper.act('confirm', { code: '123456' })).body.status).toBe('succeeded');
  });

  test(`${prefix}5555555 fails after three wrong codes`, async () => {
    const shopper = usd();
    await shopper.payByPhone(`${prefix}5555555`, network);
    const codes = [];
    for (const code of ['1', '2', '3']) codes.push((await shopper.act('confirm', { code })).body.code);
    expect(codes).toEqual(['invalid_request', 'invalid_request', 'authentication_failed']);
  });
});

describe('a code for the wallet’s app', () => {
  test.each([
    ['0771000006', 'ecocash'],
    ['0771234567', 'innbucks'],
    ['0711234567', 'omari'],
  ])('is shown for %s with %s, and is paid there', async (phone, network) => {
    const paymentMethods = [{ type: 'mobile_money', networks: ['ecocash', 'innbucks', 'omari'] }];
    const shopper = new Shopper({ currency: 'USD', paymentMethods });
    const { body } = await shopper.payByPhone(phone, network);
    expect(body.nextAction).toMatchObject({
      type: 'wallet_code',
      network,
      code: expect.stringMatching(/^\d{9}$/) as string,
      expiresAt: '2026-11-20T12:02:00.000Z',
    });
    const form = { method: 'POST', body: new URLSearchParams({ answer: 'approve', pin: '1234' }) };
    await shopper.server.sandbox.fetch(body.nextAction.deepLink, form);
    expect((await shopper.read()).status).toBe('paid');
  });

  test('is sent to nobody, so that nothing can be sent again', async () => {
    const shopper = new Shopper({ currency: 'USD' });
    await shopper.payByPhone('0771000006', 'ecocash');
    expect((await shopper.act('resend')).body.code).toBe('invalid_request');
  });
});

describe('a number of another country', () => {
  test.each([
    ['KES', 'mpesa', '0712345678', '+254712345678'],
    ['KES', 'mpesa', '254712345678', '+254712345678'],
    ['GHS', 'mtn', '0241234567', '+233241234567'],
    ['COP', 'nequi', '300 765 4321', '+573007654321'],
    ['COP', 'daviplata', '+57 300 765 4321', '+573007654321'],
    ['XOF', 'mtn', '0501234567', '+2250501234567'],
  ])('in %s with %s: %s', async (currency, network, phone, international) => {
    const paymentMethods = [{ type: 'mobile_money', networks: [network] }];
    const { body } = await new Shopper({ currency, paymentMethods }).payByPhone(phone, network);
    expect(body.nextAction).toMatchObject({ type: 'phone_prompt', network, phone: international });
  });
});

test('Wave is paid on a page of its own', async () => {
  const paymentMethods = [{ type: 'mobile_money', networks: ['wave'] }];
  const { body } = await new Shopper({ currency: 'XOF', paymentMethods }).payByPhone('+221771234567', 'wave');
  expect(body.nextAction).toMatchObject({ type: 'redirect', url: expect.stringContaining('/payer/bank/') });
});

test('Orange sends no code: it is dialled for, and typed in the page', async () => {
  const paymentMethods = [{ type: 'mobile_money', networks: ['orange'] }];
  const shopper = new Shopper({ currency: 'XOF', paymentMethods });
  const { body } = await shopper.payByPhone('+221771234567', 'orange');
  expect(body.nextAction).toEqual({ type: 'one_time_code', length: 6, dial: '#144*391#' });
  expect((await shopper.act('confirm', { code: '123456' })).body.status).toBe('succeeded');
});

describe('any other number', () => {
  const usd = (options = {}): Shopper => new Shopper({ currency: 'USD' }, options);

  test.each([
    ['approve', 'succeeded', undefined],
    ['cancel', 'failed', 'canceled_by_payer'],
    ['wrong_pin', 'failed', 'wrong_pin'],
  ] as const)('waits for the payer: %s', async (answer, status, code) => {
    const shopper = usd();
    const { body } = await shopper.payByPhone('+263 78 123 4567');
    expect(body.nextAction).toMatchObject({ network: 'ecocash', phone: '+263781234567' });
    shopper.server.sandbox.answerPhone(shopper.id, answer);
    const { payment } = await shopper.read();
    expect([payment.status, payment.failure?.code]).toEqual([status, code]);
  });

  test.each([
    [undefined, 120],
    [30_000, 30],
  ])('times out with the prompt (%s)', async (phonePromptMs, seconds) => {
    const shopper = usd({ phonePromptMs });
    await shopper.payByPhone('0779999999', 'ecocash');
    shopper.server.clock.advance(seconds * SECOND - 1);
    expect((await shopper.read()).status).toBe('processing');
    shopper.server.clock.advance(1);
    expect((await shopper.read()).payment.failure).toEqual({ code: 'payment_timeout', retryable: true });
    expect(shopper.server.sandbox.session(shopper.id).declines).toBe(0);
  });

  test('gets its prompt again only when the earlier one is over', async () => {
    const shopper = usd();
    await shopper.payByPhone('0779999999', 'ecocash');
    const early = await shopper.act('resend');
    expect([early.status, early.body.code, early.headers.get('Retry-After')]).toEqual([
      409,
      'resend_too_early',
      '60',
    ]);
    shopper.server.clock.advance(60 * SECOND);
    const { status, body } = await shopper.act('resend');
    expect([status, body.nextAction.expiresAt]).toEqual([200, '2026-11-20T12:03:00.000Z']);
    shopper.server.clock.advance(119 * SECOND);
    expect((await shopper.read()).status).toBe('processing');
  });

  test.each([
    ['no number', ''],
    ['letters', 'none'],
    ['too short', '077123456'],
    ['a landline', '0242123456'],
    ['a number of Brazil', '+5511987654321'],
  ])('that is none is refused: %s', async (_what, phone) => {
    const { status, body } = await usd().payByPhone(phone, 'ecocash');
    expect([status, body.param]).toEqual([400, 'details.phone']);
  });

  test('cannot be charged by a network the session does not offer', async () => {
    const { status, body } = await usd().payByPhone('0739999999', 'telecash');
    expect([status, body.param]).toEqual([400, 'details.network']);
  });

  test.each([
    '0779999999',
    '779999999',
    '263779999999',
    '+263779999999',
    '00263779999999',
    '+263 (0)77 999-9999',
  ])('is read however it is written: %s', async (phone) => {
    const { body } = await usd().payByPhone(phone);
    expect(body.nextAction?.phone ?? body.param).toBe('+263779999999');
  });
});

describe('Pix', () => {
  test('gives a code that says payee and amount, and is paid by the bank', async () => {
    const shopper = new Shopper({ merchant: { name: 'Padaria São João' } });
    const { body } = await shopper.pay('pix');
    expect(body.nextAction).toMatchObject({
      type: 'qr_code',
      scheme: 'pix',
      expiresAt: '2026-11-20T12:15:00.000Z',
    });
    const code = parseBrCode(body.nextAction.data);
    expect(code).toMatchObject({ kind: 'dynamic', amount: 12_990, merchantName: 'Padaria Sao Joao' });
    shopper.server.sandbox.payPix(shopper.id);
    expect((await shopper.read()).status).toBe('paid');
  });

  test('is paid by itself where the sandbox was told so', async () => {
    const shopper = new Shopper({}, { pixPaidAfterMs: 4000 });
    await shopper.pay('pix');
    shopper.server.clock.advance(3999);
    expect((await shopper.read()).status).toBe('processing');
    shopper.server.clock.advance(60_000);
    expect(await shopper.read()).toMatchObject({ status: 'paid', amount: { paid: 12_990, due: 0 } });
    // When it happened, not when somebody asked.
    expect(shopper.server.sandbox.ledger.charges[0]?.at).toBe(Date.UTC(2026, 10, 20, 12, 0, 4));
  });

  test('that comes in just after the code’s time still counts', async () => {
    const shopper = new Shopper();
    await shopper.pay('pix');
    shopper.server.clock.advance(15 * MINUTE + 20 * SECOND);
    expect((await shopper.read()).status).toBe('processing');
    shopper.server.sandbox.payPix(shopper.id);
    expect((await shopper.read()).status).toBe('paid');
  });

  test('that nobody pays ends half a minute after its code', async () => {
    const shopper = new Shopper({ expiresIn: 3600 });
    await shopper.pay('pix');
    shopper.server.clock.advance(15 * MINUTE + 30 * SECOND);
    expect(await shopper.read()).toMatchObject({
      status: 'open',
      attempt: 2,
      payment: { failure: { code: 'payment_timeout' } },
    });
  });

  test('codes of two payments differ', async () => {
    const first = (await new Shopper().pay('pix')).body.nextAction.data;
    expect((await new Shopper().pay('pix')).body.nextAction.data).not.toBe(first);
  });
});

describe('redirects to a bank', () => {
  test.each([
    ['bank_redirect', 'CLP'],
    ['zimswitch', 'USD'],
  ])('%s lead to its page, which pays, declines or cancels', async (method, currency) => {
    for (const [answer, code] of [
      ['pay', undefined],
      ['decline', 'declined'],
      ['cancel', 'canceled_by_payer'],
    ] as const) {
      const shopper = new Shopper({ currency });
      const { body } = await shopper.pay(method, { returnUrl: 'https://shop.example/cart?id=1' });
      expect(body.nextAction).toEqual({
        type: 'redirect',
        url: `http://payer.localhost:4002/payer/bank/${String(body.id)}`,
      });
      shopper.server.sandbox.answerBank(body.id, answer);
      expect((await shopper.read()).payment.failure?.code).toBe(code);
    }
  });

  test.each(['javascript:alert(1)', 'https://user@shop.example', 'shop.example', 'data:text/html,x'])(
    'never come back to %s',
    async (returnUrl) => {
      const { status, body } = await new Shopper({ currency: 'CLP' }).pay('bank_redirect', { returnUrl });
      expect([status, body.param]).toEqual([400, 'returnUrl']);
    },
  );
});

describe('the tokenizer of the card frame', () => {
  const CARD = {
    number: '4242424242424242',
    expiryMonth: 11,
    expiryYear: 2026,
    cvc: '123',
    holderName: 'ANA SOUZA',
    frameNonce: 'n1',
  };
  const post = (card: unknown) =>
    createServer().call('/card-frame/tokens', { body: card, headers: { Origin: 'http://x.example' } });

  test('gives a token, brand and last four digits, to its own origin only', async () => {
    const { status, body, headers } = await post(CARD);
    expect(status).toBe(200);
    expect(body).toEqual({
      token: expect.stringMatching(/^tok_[0-9a-f]{24}$/),
      brand: 'visa',
      last4: '4242',
      expiryMonth: 11,
      expiryYear: 2026,
      expiresAt: '2026-11-20T12:15:00.000Z',
    });
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  test.each([
    [{ number: '4242424242424241' }, 422, 'invalid_number', 'number'],
    [{ number: '4242' }, 422, 'invalid_number', 'number'],
    [{ expiryMonth: 13 }, 422, 'invalid_expiry', 'expiryMonth'],
    [{ expiryMonth: 0 }, 422, 'invalid_expiry', 'expiryMonth'],
    [{ expiryMonth: 10 }, 422, 'expired_card', 'expiryYear'], // the month before this one
    [{ expiryYear: 2025 }, 422, 'expired_card', 'expiryYear'],
    [{ expiryYear: 2057 }, 422, 'invalid_expiry', 'expiryYear'],
    [{ expiryYear: 26 }, 422, 'expired_card', 'expiryYear'], // four digits, please
    [{ cvc: '12' }, 422, 'invalid_cvc', 'cvc'],
    [{ cvc: '1234' }, 422, 'invalid_cvc', 'cvc'],
    [{ number: '378282246310005', cvc: '123' }, 422, 'invalid_cvc', 'cvc'], // four for this brand
    [{ cvc: 123 }, 400, 'invalid_request', 'cvc'],
    [{ number: undefined }, 400, 'invalid_request', 'number'],
    [{ expiryMonth: '11' }, 400, 'invalid_request', 'expiryMonth'],
  ])('refuses %o', async (change, status, code, param) => {
    const reply = await post({ ...CARD, ...change });
    expect([reply.status, reply.body]).toEqual([status, { code, param }]);
  });

  test.each([['not json'], ['[]'], ['null']])('refuses %s', async (text) => {
    expect((await createServer().call('/card-frame/tokens', { body: text })).status).toBe(400);
  });

  const BOTH = { ...CARD, number: '4000007600000001' };
  test.each([
    ['40000076', ['visa', 'elo']],
    ['52008282', ['mastercard', 'maestro']],
    ['42424242', []],
  ])('knows the brands of the cards that begin with %s', async (bin, brands) => {
    const { status, body } = await createServer().call('/card-frame/brands', { body: { bin } });
    expect([status, body]).toEqual([200, { brands }]);
  });

  test.each([[{}], [{ bin: '4242' }], [{ bin: '4242424242424242' }], [{ bin: 42424242 }]])(
    'says nothing about %o',
    async (body) => {
      expect((await createServer().call('/card-frame/brands', { body })).status).toBe(400);
    },
  );

  test.each([
    [undefined, 'visa'],
    ['visa', 'visa'],
    ['elo', 'elo'],
  ])('pays a card of two brands with the one that is chosen: %s', async (brand, paid) => {
    expect((await post({ ...BOTH, brand })).body.brand).toBe(paid);
  });

  test.each([
    [BOTH, 'amex'],
    [CARD, 'elo'],
  ])('refuses a brand that the card does not carry', async (card, brand) => {
    const reply = await post({ ...card, brand });
    expect([reply.status, reply.body]).toEqual([422, { code: 'invalid_brand', param: 'brand' }]);
  });

  test('takes a card of no known range for what it is said to be', async () => {
    const reply = await post({ ...CARD, number: '9999999999999995', brand: 'zimswitch' });
    expect(reply.body.brand).toBe('zimswitch');
  });

  test('a card is good until the last moment of its month', async () => {
    const server = createServer();
    server.clock.advance(Date.UTC(2026, 11, 1) - server.clock.now() - 1);
    expect((await server.call('/card-frame/tokens', { body: CARD })).status).toBe(200);
    server.clock.advance(1);
    expect((await server.call('/card-frame/tokens', { body: CARD })).body.code).toBe('expired_card');
  });

  test('a token ends after a quarter of an hour', async () => {
    const shopper = new Shopper({ expiresIn: 3600 });
    const token = shopper.server.sandbox.tokenize();
    shopper.server.clock.advance(15 * MINUTE);
    expect((await shopper.pay('card', { card: { token } })).body.param).toBe('card.token');
  });
});
