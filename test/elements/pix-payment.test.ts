import { describe, expect, test } from 'vitest';
// Fetched by the checkout when it pays; here beforehand, so that no test waits for a file.
import '../../src/core/payment-runner.js';
import { page } from 'vitest/browser';
import type { LitElement } from 'lit';
import { CheckoutStore } from '../../src/controllers/checkout-store.js';
import { sessionOf } from '../../src/core/machine/state.js';
import { buildBrCode } from '../../src/core/pix/build-br-code.js';
import { crc16 } from '../../src/core/pix/crc16.js';
import { formatTlv } from '../../src/core/pix/tlv.js';
import { qrOutline } from '../../src/elements/payment-qr-code/qr-outline.js';
import { aPayment } from '../support/fixtures.js';
import { createI18n } from '../../src/i18n/create-i18n.js';
import { scan } from './scan.js';
import { expectAccessible, openStage, showAlone, type Stage } from './stage.js';
import { pasted, useClipboard } from '../support/clipboard.js';

useClipboard();

const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** A session whose Pix code is on the screen. */
async function openPix(): Promise<Stage> {
  const stage = await openStage({ session: { currency: 'BRL', amount: 12_990 }, method: 'pix' });
  await stage.pay();
  await stage.add('pix-payment');
  return stage;
}

/** Lets the time of the code on the screen run out here, where the server has not said so yet, and starts it again. */
async function runOut({ store, clock, pass }: Stage): Promise<() => void> {
  const { state } = store;
  if (state.status !== 'action_required' || state.action.type !== 'qr_code') throw new Error('no code');
  const { now } = clock;
  const endsAt = state.action.expiresAt ?? 0;
  clock.now = () => endsAt;
  await pass(0);
  return () => {
    clock.now = now;
  };
}

/** A session with the Pix code of another tab on the screen, and `picked` picked here. */
async function openPixOfAnotherTab(picked?: string): Promise<Stage> {
  const stage = await openStage({
    session: { currency: 'BRL', amount: 12_990, paymentMethods: ['pix', 'boleto', 'card'] },
    ...(picked !== undefined && { method: picked }),
  });
  const other = new CheckoutStore(createI18n());
  await stage.show(other);
  other.dispatch({ type: 'method_selected', methodId: 'pix' });
  other.dispatch({ type: 'payment_submitted' });
  const shown = async ({ state }: CheckoutStore) => (await stage.pass(0), state.status);
  await expect.poll(async () => shown(other)).toBe('action_required');
  other.stop();
  stage.store.dispatch({ type: 'session_requested' });
  await expect.poll(async () => shown(stage.store)).toBe('action_required');
  await stage.add('pix-payment');
  return stage;
}

/** What was sent to be paid, and what was cancelled, in turn. */
const sent = ({ requests }: Stage): readonly string[] =>
  requests.flatMap(({ name, body }) => {
    if (name === 'POST cancel') return ['cancel'];
    if (name !== 'POST payments') return [];
    const { payments, ...one } = JSON.parse(body) as Sent & { readonly payments?: readonly Sent[] };
    return (payments ?? [one]).map(({ type, amount }) => `${type} ${String(amount)}`);
  });

interface Sent {
  readonly type: string;
  readonly amount: number;
}

const shownCode = (): HTMLTextAreaElement =>
  page
    .getByRole('textbox', { name: 'Pix code (copia e cola)', exact: true })
    .element() as HTMLTextAreaElement;

describe('a Pix code', () => {
  test('shows whom it pays, how much, and for how long, on a screen without accessibility faults', async () => {
    const stage = await openPix();
    await expect.element(heading('Pay with Pix')).toBeVisible();
    await expect.element(page.getByRole('img', { name: /R\$129\.90 to Sandbox Shop/ })).toBeVisible();
    await expect.element(page.getByRole('timer')).toHaveTextContent(/\d+:\d\d/);
    await expectAccessible(stage.host);
  });

  test.each([
    [320, 'below the button that copies it, as a phone cannot scan itself'],
    [480, 'beside it'],
  ])('is drawn, on %d pixels, %s', async (width) => {
    const stage = await openPix();
    Object.assign(stage.host.style, { display: 'block', inlineSize: `${String(width)}px` });
    const picture = page.getByRole('img').element().getBoundingClientRect();
    const copy = button('Copy Pix code').element().getBoundingClientRect();
    expect(copy.bottom <= picture.top).toBe(width === 320);
    expect(picture.width).toBeGreaterThan(200);
  });

  test('is copied exactly as the server sent it', async () => {
    const stage = await openPix();
    const { state } = stage.store;
    const sent =
      state.status === 'action_required' && state.action.type === 'qr_code' ? state.action.data : '';
    expect(sent).not.toBe('');
    expect(shownCode().value).toBe(sent);
    await button('Copy Pix code').click();
    await expect.element(page.getByRole('status').filter({ hasText: 'Copied' })).toBeInTheDocument();
    expect(await pasted()).toBe(sent);
  });

  test('is read by a scanner as the very code that is copied', async () => {
    await openPix();
    expect(await scan(page.getByRole('img').element())).toBe(shownCode().value);
  });

  test('is selected, with a word on how to copy it, where the browser grants no copy', async () => {
    await openPix();
    const clipboard = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
    const { execCommand } = document;
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    document.execCommand = () => false;
    try {
      await button('Copy Pix code').click();
      await expect.element(page.getByText(/The code is selected/)).toBeVisible();
      const field = shownCode();
      expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(field.value);
    } finally {
      document.execCommand = execCommand;
      Reflect.deleteProperty(navigator, 'clipboard');
      expect(clipboard).toBeDefined();
    }
  });

  test('asks the server at once when the shopper says that it is paid', async () => {
    const stage = await openPix();
    const before = stage.requests.length;
    await button(/check now/).click();
    await expect.element(page.getByText(/We are asking/)).toBeVisible();
    await expect.poll(() => stage.requests.length).toBe(before + 1);
    stage.sandbox.payPix(stage.sessionId);
    await button(/check now/).click();
    await expect.poll(() => stage.store.state.status).toBe('succeeded');
  });

  test('that has run out is taken away, goes on being watched, and can be had anew', async () => {
    const stage = await openPix();
    const { state } = stage.store;
    const endsAt =
      state.status === 'action_required' && state.action.type === 'qr_code'
        ? (state.action.expiresAt ?? 0)
        : 0;
    // The server's moment has come, its answer has not: nothing is read in between.
    stage.clock.now = () => endsAt;
    await stage.pass(0);
    await expect.element(heading('This Pix code has run out')).toBeVisible();
    expect(page.getByRole('img').query()).toBeNull();
    expect(stage.sandbox.ledger.chargesOf(stage.sessionId)).toEqual([]);
    await button('Pay another way').click();
    await expect.poll(() => stage.requests.map(({ name }) => name)).toContain('POST cancel');
    expect(stage.requests.filter(({ name }) => name === 'POST payments')).toHaveLength(1);
  });

  test('is replaced at one press: the old one is let go first, and nothing is typed again', async () => {
    const stage = await openPix();
    const { state } = stage.store;
    if (state.status !== 'action_required' || state.action.type !== 'qr_code') throw new Error('no code');
    const { payment, action } = state;
    const { now } = stage.clock;
    stage.clock.now = () => action.expiresAt ?? 0;
    await stage.pass(0);
    await button('Get a new code').click();
    stage.clock.now = now;
    await expect
      .poll(async () => {
        await stage.pass(0);
        const { state: next } = stage.store;
        return next.status === 'action_required' && next.payment.id !== payment.id;
      })
      .toBe(true);
    const told = stage.requests
      .map(({ name }) => name)
      .filter((name) => /^POST (cancel|payments)$/.test(name));
    expect(told).toEqual(['POST payments', 'POST cancel', 'POST payments']);
    await expect.element(heading('Pay with Pix')).toBeVisible();
    expect(shownCode().value).not.toBe(action.data);
  });

  test('that the server does not let go is not replaced: nobody pays twice', async () => {
    const answers = { 'POST cancel': () => Response.json({ code: 'busy' }, { status: 503 }) };
    const stage = await openStage({ session: { currency: 'BRL' }, method: 'pix', answers });
    await stage.pay();
    await stage.add('pix-payment');
    const { state } = stage.store;
    const endsAt =
      state.status === 'action_required' && state.action.type === 'qr_code'
        ? (state.action.expiresAt ?? 0)
        : 0;
    stage.clock.now = () => endsAt;
    await stage.pass(0);
    await button('Get a new code').click();
    await expect.poll(() => stage.requests.map(({ name }) => name)).toContain('POST cancel');
    await stage.pass(0);
    expect(stage.requests.filter(({ name }) => name === 'POST payments')).toHaveLength(1);
    expect(stage.store.state.status).toBe('action_required');
  });

  test.each([['boleto'], ['card'], [undefined]])(
    'is replaced by one of its own kind where this tab has picked %s',
    async (picked) => {
      const stage = await openPixOfAnotherTab(picked);
      const goOn = await runOut(stage);
      await button('Get a new code').click();
      goOn();
      const all = ['pix 12990', 'cancel', 'pix 12990'];
      await expect.poll(async () => (await stage.pass(0), sent(stage))).toEqual(all);
    },
  );

  test('for a part is replaced by one for that part, whatever paid the rest', async () => {
    const stage = await openStage({
      session: { currency: 'BRL', amount: 10_000, combined: { enabled: true, max: 3 } },
      method: 'card',
    });
    const { store, sandbox } = stage;
    store.cardTokenizer = {
      tokenize: async () => ({ token: sandbox.tokenize(), brand: 'visa', last4: '4242' }),
    };
    const pix = sessionOf(store.state)?.paymentMethods.find(({ id }) => id === 'pix');
    if (!pix) throw new Error('no Pix');
    await stage.add('payment-split');
    await store.split?.add(pix, 4000);
    await stage.pay();
    await stage.add('pix-payment');
    const goOn = await runOut(stage);
    await button('Get a new code').click();
    goOn();
    const all = ['pix 4000', 'card 6000', 'cancel', 'pix 4000'];
    await expect.poll(async () => (await stage.pass(0), sent(stage))).toEqual(all);
    expect(sandbox.ledger.chargesOf(stage.sessionId).map(({ amount }) => amount)).toEqual([6000]);
  });

  test.each([
    ['its method is not offered any more', 'boleto', 12_990],
    ['the order has another price by now', 'pix', 25_000],
  ])('is not let go for a new one where %s, and that is said', async (_, offered, due) => {
    const stage = await openPixOfAnotherTab('boleto');
    const session = sessionOf(stage.store.state);
    if (!session) throw new Error('no session');
    const changed = {
      ...session,
      amount: { ...session.amount, due },
      paymentMethods: session.paymentMethods.filter(({ type }) => type === offered),
    };
    stage.store.dispatch({ type: 'session_read', session: changed });
    await runOut(stage);
    expect(button('Get a new code').query()).toBeNull();
    await expect.element(page.getByText(/is no longer on offer/)).toBeVisible();
    await expect.element(button('Pay another way')).toBeVisible();
    expect(sent(stage)).toEqual(['pix 12990']);
  });

  test('that cannot be replaced once it is let go leads to the form, which says so', async () => {
    const stage = await openPixOfAnotherTab('boleto');
    const { store } = stage;
    const goOn = await runOut(stage);
    const end = store.subscribe(() => {
      if (store.state.status !== 'ready') return;
      end();
      const { session } = store.state;
      const paymentMethods = session.paymentMethods.filter(({ type }) => type !== 'pix');
      store.dispatch({ type: 'session_read', session: { ...session, status: 'open', paymentMethods } });
    });
    await button('Get a new code').click();
    goOn();
    await expect
      .poll(async () => (await stage.pass(0), store.state.status === 'ready' && store.state.failure?.code))
      .toBe('not_renewed');
    expect(sent(stage)).toEqual(['pix 12990', 'cancel']);
  });

  test('can be given up for another method', async () => {
    const stage = await openPix();
    await button('Pay another way').click();
    await stage.pass(0);
    expect(stage.store.state.status).toBe('ready');
  });
});

describe('a Pix code that must not be paid', () => {
  const input = { key: 'a@example.com', merchantName: 'Café do Porto', merchantCity: 'Porto' };
  const good = buildBrCode({ ...input, amountMinor: 15_000 });
  const show = async (data: string) => {
    const errors: unknown[] = [];
    const collect = (event: HTMLElementEventMap['checkout-error']): void => void errors.push(event.detail);
    document.body.addEventListener('checkout-error', collect, { once: true });
    const element = await showAlone('pix-payment', {
      payment: aPayment({ amount: 15_000 }),
      action: { type: 'qr_code', scheme: 'pix', data },
    });
    document.body.removeEventListener('checkout-error', collect);
    return { element, errors };
  };

  test.each([
    ['one letter changed', good.replace('Cafe', 'Cafx')],
    ['another amount than the one to pay', buildBrCode({ ...input, amountMinor: 15_001 })],
    ['no Pix code at all', 'https://bank.example/pay'],
  ])('(%s) is not drawn, not offered to copy, and reported', async (_name, data) => {
    const { element, errors } = await show(data);
    await expect.element(heading('This Pix code is not valid')).toBeVisible();
    expect(page.getByRole('img').query()).toBeNull();
    expect(button('Copy Pix code').query()).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ kind: 'api', code: 'pix_code_invalid' })]);
    await expectAccessible(element);
  });

  test('is the only one: of a code without an amount the bank asks it, and it is said what to enter', async () => {
    const { errors } = await show(buildBrCode(input));
    await expect.element(page.getByRole('img')).toBeVisible();
    await expect.element(page.getByText(/asks for the amount: enter R\$150\.00/)).toBeVisible();
    expect(errors).toEqual([]);
  });
});

describe('a code of Pix Automático', () => {
  const gui = formatTlv('00', 'br.gov.bcb.pix');
  const terms = formatTlv('80', gui + formatTlv('25', 'pix.example.com/qr/v2/rec/1'));
  const recurring = (account: string): string => {
    const body = [
      '000201',
      formatTlv('26', gui + account),
      formatTlv('52', '0000'),
      formatTlv('53', '986'),
      formatTlv('58', 'BR'),
      formatTlv('59', 'Loja'),
      formatTlv('60', 'Porto'),
      formatTlv('62', formatTlv('05', '***')),
      terms,
      '6304',
    ].join('');
    return body + crc16(body).toString(16).toUpperCase().padStart(4, '0');
  };
  const show = async (data: string): Promise<LitElement> =>
    showAlone('pix-payment', {
      payment: aPayment({ amount: 15_000 }),
      action: { type: 'qr_code', scheme: 'pix', data },
    });

  test('that charges nothing now has words of its own, and names no amount', async () => {
    const element = await show(recurring(''));
    await expect.element(heading('Authorise recurring payments by Pix')).toBeVisible();
    await expect
      .element(page.getByRole('img', { name: 'Pix QR code, recurring payments to Loja' }))
      .toBeVisible();
    await expect.element(page.getByText('Your bank app shows it')).toBeVisible();
    await expect.element(page.getByText(/^Before you authorise it/)).toBeVisible();
    expect(element.renderRoot.textContent).not.toContain('150');
    await expectAccessible(element);
  });

  test('that charges now as well says both', async () => {
    await show(recurring(formatTlv('25', 'pix.example.com/qr/v2/1')));
    await expect.element(heading('Pay with Pix')).toBeVisible();
    await expect.element(page.getByText(/also asks you to authorise recurring payments/)).toBeVisible();
    await expect.element(page.getByRole('img', { name: /R\$150\.00 to Loja/ })).toBeVisible();
  });
});

describe('the drawing', () => {
  /** Dark modules of an outline: a module is inside where an odd number of its edges lies left of it. */
  function modulesOf({ size, path }: { size: number; path: string }): string[] {
    const canvas = new OffscreenCanvas(size, size);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fill(new Path2D(path));
    const { data } = context.getImageData(0, 0, size, size);
    return Array.from({ length: size }, (_row, y) =>
      Array.from({ length: size }, (_cell, x) => (data[(y * size + x) * 4 + 3] ? '#' : '.')).join(''),
    );
  }

  test('has the three finders of a QR code, and a size of the standard', () => {
    const modules = modulesOf(qrOutline('00020126580014br.gov.bcb.pix'));
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
    const corner = (x: number, y: number) => modules.slice(y, y + 7).map((row) => row.slice(x, x + 7));
    const far = modules.length - 7;
    expect((modules.length - 17) % 4).toBe(0);
    expect([corner(0, 0), corner(far, 0), corner(0, far)]).toEqual([finder, finder, finder]);
  });

  test('differs for codes that differ in one letter', () => {
    expect(qrOutline('pix a').path).not.toBe(qrOutline('pix b').path);
  });
});
