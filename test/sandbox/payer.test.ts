import { describe, expect, test } from 'vitest';
import { Shopper } from './shopper.js';
import { createServer, type Reply, type Server } from './support.js';

const RETURN_URL = 'https://shop.example/cart?order=7';

const form = (server: Server, path: string, fields: Readonly<Record<string, string>>): Promise<Reply> =>
  server.call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });

/** A payment that waits, and the payer's page for it. */
const waiting = async (kind: string, how: (shopper: Shopper) => Promise<Reply>, currency = 'BRL') => {
  const shopper = new Shopper({ currency, merchant: { name: 'Tea & <b>Cup</b>' } });
  const { body } = await how(shopper);
  const path = `/payer/${kind}/${String(body.id)}`;
  return {
    shopper,
    path,
    id: body.id as string,
    look: () => shopper.server.call(path),
    answer: (fields: Readonly<Record<string, string>>) => form(shopper.server, path, fields),
    outcome: () => {
      const { status, failure } = shopper.server.sandbox.payment(body.id);
      return [status, failure?.code];
    },
  };
};

type Waiting = Awaited<ReturnType<typeof waiting>>;

const PAGES: Readonly<Record<string, () => Promise<Waiting>>> = {
  phone: () => waiting('phone', (s) => s.payByPhone('0779999999', 'ecocash'), 'USD'),
  pix: () => waiting('pix', (s) => s.pay('pix')),
  boleto: () =>
    waiting('boleto', (s) => s.pay('boleto', { customer: { name: 'Ana', document: '52998224725' } })),
  challenge: () => waiting('challenge', (s) => s.payByCard('4000002500003155', { returnUrl: RETURN_URL })),
  redirect: () => waiting('redirect', (s) => s.payByCard('4000002760003184', { returnUrl: RETURN_URL })),
  bank: () => waiting('bank', (s) => s.pay('bank_redirect', { returnUrl: RETURN_URL }), 'CLP'),
};

const openPage = (kind: string): Promise<Waiting> => {
  const open = PAGES[kind];
  if (!open) throw new Error(`no page ${kind}`);
  return open();
};

describe.each(Object.entries(PAGES))('the %s page', (kind, open) => {
  test('says what is to be paid to whom, and that no money moves', async () => {
    const { look } = await open();
    const { status, text, headers } = await look();
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(text).toMatch(/129\.90|CLP\s?12,990/);
    expect(text).toContain('Tea &amp; &lt;b&gt;Cup&lt;/b&gt;');
    expect(text).toContain('No real money moves here.');
  });

  test('has no script and no style of its own, and a policy that forbids both', async () => {
    const { look } = await open();
    const { text, headers } = await look();
    expect(text).not.toMatch(/<script|<style|style=|\son\w+=|javascript:/i);
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'self';/);
    expect(policy).not.toContain('unsafe');
    const leaves = kind === 'redirect' || kind === 'bank' || kind === 'challenge';
    expect(policy).toContain(leaves ? "form-action 'self' https://shop.example;" : "form-action 'self';");
  });

  test('shows how it ended once it is over, and takes no second answer', async () => {
    const { look, shopper, answer, outcome } = await open();
    shopper.server.sandbox.refuse(shopper.id);
    expect((await look()).text).toContain('canceled by payer');
    await answer({ answer: 'pay' });
    await answer({ answer: 'approve', pin: '1234' });
    expect(outcome()).toEqual(['failed', 'canceled_by_payer']);
    expect(shopper.server.sandbox.ledger.charges).toEqual([]);
  });

  test('says so where the shop has withdrawn the payment', async () => {
    const { look, shopper } = await open();
    await shopper.act('cancel');
    expect((await look()).text).toContain('Withdrawn');
  });

  test('ignores an answer it does not know', async () => {
    const { answer, outcome } = await open();
    expect((await answer({ answer: 'constructor' })).status).toBe(200);
    expect((await answer({})).status).toBe(200);
    expect(outcome()).toEqual(['requires_action', undefined]);
  });

  test('is there for no other payment', async () => {
    const { shopper, path } = await open();
    expect((await shopper.server.call(`/payer/${kind}/pay_none`)).status).toBe(404);
    const other = kind === 'pix' ? 'phone' : 'pix';
    const wrong = await shopper.server.call(path.replace(kind, other));
    expect(wrong.text).toContain('Nothing to do');
    await form(shopper.server, path.replace(kind, other), { answer: 'pay' });
    expect(shopper.server.sandbox.ledger.charges).toEqual([]);
  });
});

describe('an answer', () => {
  test.each([
    ['phone', { answer: 'approve', pin: '1234' }, 'succeeded', undefined],
    ['phone', { answer: 'approve', pin: '4321' }, 'failed', 'wrong_pin'],
    ['phone', { answer: 'cancel', pin: '' }, 'failed', 'canceled_by_payer'],
    ['pix', { answer: 'pay' }, 'succeeded', undefined],
    ['boleto', { answer: 'pay' }, 'succeeded', undefined],
    ['challenge', { answer: 'approve' }, 'succeeded', undefined],
    ['challenge', { answer: 'refuse' }, 'failed', 'authentication_failed'],
    ['redirect', { answer: 'approve' }, 'succeeded', undefined],
    ['redirect', { answer: 'refuse' }, 'failed', 'authentication_failed'],
    ['bank', { answer: 'pay' }, 'succeeded', undefined],
    ['bank', { answer: 'decline' }, 'failed', 'declined'],
    ['bank', { answer: 'cancel' }, 'failed', 'canceled_by_payer'],
  ])('on the %s page: %j ends in %s %s', async (kind, fields, status, code) => {
    const { answer, outcome, path, look } = await openPage(kind);
    const reply = await answer(fields as Readonly<Record<string, string>>);
    expect(outcome()).toEqual([status, code]);
    const goesBack = kind === 'redirect' || kind === 'bank';
    expect([reply.status, reply.headers.get('Location')]).toEqual([303, goesBack ? RETURN_URL : path]);
    expect((await look()).text).toContain(status === 'succeeded' ? 'Approved' : 'Not paid');
  });

  test('of a PIN that is not four digits is asked for again', async () => {
    const { answer, outcome } = await openPage('phone');
    const { status, text } = await answer({ answer: 'approve', pin: '12' });
    expect([status, text.includes('four digits')]).toEqual([200, true]);
    expect(outcome()).toEqual(['requires_action', undefined]);
  });

  test('after a redirect without a way back stays on the page', async () => {
    const { answer, path } = await waiting('bank', (s) => s.pay('bank_redirect'), 'CLP');
    expect((await answer({ answer: 'pay' })).headers.get('Location')).toBe(path);
  });
});

describe('the banking app', () => {
  test('finds the payment of a pasted code', async () => {
    const { shopper, path } = await openPage('pix');
    const { payment } = await shopper.read();
    const found = await form(shopper.server, '/payer/pix', { code: ` ${String(payment.nextAction.data)}\n` });
    expect([found.status, found.headers.get('Location')]).toEqual([303, path]);
    expect((await form(shopper.server, '/payer/pix', { code: '000201' })).status).toBe(404);
    expect((await shopper.server.call('/payer/pix')).text).toContain('name="code"');
  });

  test('does not pay a code whose time is over', async () => {
    const { shopper, look, answer, outcome } = await openPage('pix');
    shopper.server.clock.advance(15 * 60_000);
    expect((await look()).text).not.toContain('<form');
    await answer({ answer: 'pay' });
    expect(outcome()).toEqual(['requires_action', undefined]);
  });
});

describe('the slip', () => {
  test('can be had as a document while it waits', async () => {
    const { shopper, path, answer } = await openPage('boleto');
    const { payment } = await shopper.read();
    expect(payment.nextAction.pdfUrl).toBe(`http://payer.localhost:4002${path}.pdf`);
    const pdf = await shopper.server.call(`${path}.pdf`);
    expect([pdf.status, pdf.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
    expect(pdf.text).toMatch(/^%PDF-1\.4\n[\s\S]+%%EOF\n$/);
    expect(pdf.text).toContain(payment.nextAction.line);
    const start = Number(/startxref\n(\d+)/.exec(pdf.text)?.[1]);
    expect(pdf.text.slice(start, start + 4)).toBe('xref');
    await answer({ answer: 'pay' });
    expect((await shopper.server.call(`${path}.pdf`)).status).toBe(404);
  });
});

describe('the list of what waits', () => {
  test('links to each payer’s page, newest first', async () => {
    const server = createServer();
    expect((await server.call('/payer')).text).toContain('Nothing waits');
    for (const kind of ['phone', 'bank']) {
      const { shopper, path } = await openPage(kind);
      const { text } = await shopper.server.call('/payer');
      expect(text).toContain(`href="${path}"`);
    }
  });

  test('is where the payer’s address leads', async () => {
    const { status, headers } = await createServer().call('/');
    expect([status, headers.get('Location')]).toEqual([303, '/payer']);
  });

  test('has one stylesheet, served as a file', async () => {
    const { text, headers } = await createServer().call('/payer/style.css');
    expect(headers.get('Content-Type')).toBe('text/css; charset=utf-8');
    expect(text).not.toMatch(/url\(|@import/);
  });
});

test('the address of a session leads to a page that stands for the provider’s own', async () => {
  const { sandbox, call } = createServer();
  const { id } = sandbox.createSession('payonify');
  expect((await call(`/payer/c/${id}`)).text).toContain('own checkout page');
  expect((await call('/payer/c/cs_none')).status).toBe(404);
  expect((await call('/payer/no/such/page')).status).toBe(404);
  expect((await call('/payer/constructor/pay_x')).status).toBe(404);
});
