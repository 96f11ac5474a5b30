import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CheckoutErrorData } from '../../src/core/errors.js';
import { buildBoleto } from '../../src/sandbox/engine/boleto-line.js';
import { aPayment } from '../support/fixtures.js';
import { decodeItf, runsOf } from '../support/itf-decoder.js';
import { aUtilityBill } from '../support/utility-bill.js';
import { expectAccessible, openStage, showAlone, type Stage, type StageOptions } from './stage.js';
import { pasted, useClipboard } from '../support/clipboard.js';

useClipboard();

const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = (name: string | RegExp) => page.getByRole('link', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { name });

/** A slip over what `aPayment` asks. */
const SLIP = buildBoleto(aPayment().amount, Date.UTC(2026, 10, 30), '0123456789'.repeat(3).slice(0, 25));

/** Every screen of a next action but those with a file of their own, as a shopper first sees it. */
const SCREENS = [
  ['boleto-payment', { type: 'voucher', scheme: 'boleto', ...SLIP }],
  ['payment-redirect', { type: 'redirect', url: 'https://bank.example/' }],
  ['three-d-secure', { type: 'three_d_secure', url: 'http://pay.localhost:1/' }],
  ['one-time-code', { type: 'one_time_code', length: 6 }],
] as const;

describe.each(SCREENS)('<%s>', (tag, action) => {
  test('has one heading, a way out, and no accessibility fault', async () => {
    const element = await showAlone(tag, { action, payment: aPayment() });
    expect(page.getByRole('heading').elements()).toHaveLength(1);
    await expect.element(button('Pay another way')).toBeVisible();
    await expectAccessible(element);
  });

  test('shows nothing while there is no such action, and may be taken away at any moment', async () => {
    const stage = await openStage({ session: { currency: 'BRL' }, method: 'pix' });
    const element = await stage.add(tag);
    expect(element.getBoundingClientRect().height).toBe(0);
    element.remove();
    await stage.pay();
    stage.host.append(element);
    await element.updateComplete;
    expect(stage.errors).toEqual([]);
  });
});

describe('a boleto', () => {
  async function openBoleto(): Promise<Stage> {
    const stage = await openStage({
      session: { currency: 'BRL', customer: { name: 'Ana Lima', document: '52998224725' } },
      method: 'boleto',
    });
    await stage.pay();
    await stage.add('boleto-payment');
    return stage;
  }

  test('has its number on one line where there is room for it', async () => {
    const stage = await openBoleto();
    stage.host.style.display = 'block';
    const heightAt = async (width: string): Promise<number> => {
      stage.host.style.inlineSize = width;
      await expect.poll(() => stage.host.getBoundingClientRect().width).toBe(Number.parseInt(width, 10));
      const field = page.getByRole('textbox', { name: 'Boleto number' }).element();
      return field.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(field).lineHeight);
    };
    // Its padding is more than one line high.
    expect(await heightAt('480px')).toBeLessThan(2.9);
    expect(await heightAt('350px')).toBeGreaterThan(2.9);
  });

  test.each([
    ['by its button', async () => button('Copy number').click()],
    [
      'by hand',
      async () => {
        const line = page.getByRole('textbox', { name: 'Boleto number' });
        await line.click();
        (line.element() as HTMLTextAreaElement).select();
        await userEvent.copy();
      },
    ],
  ])('shows its digits in groups and copies them bare, %s', async (_way, copy) => {
    await openBoleto();
    const line = page.getByRole('textbox', { name: 'Boleto number' }).element() as HTMLTextAreaElement;
    expect(line.value).toMatch(/^\d{5}\.\d{5} \d{5}\.\d{6} \d{5}\.\d{6} \d \d{14}$/);
    await copy();
    await expect.poll(pasted).toBe(line.value.replace(/\D/g, ''));
  });

  test('says when it is due, where its slip is, and how long a bank takes', async () => {
    await openBoleto();
    await expect.element(page.getByText('Due date')).toBeVisible();
    await expect.element(page.getByText(/^We will tell you here .* up to 3 business days/)).toBeVisible();
    const pdf = link(/Open the boleto/);
    await expect.element(pdf).toHaveAttribute('rel', 'noopener noreferrer');
    await expect.element(pdf).toHaveAttribute('href', expect.stringMatching(/^https?:.*\.pdf$/));
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'http://bank.example/b.pdf',
    'https://user@bank.example/b.pdf',
    'b.pdf',
  ])('has no link to %s', async (pdfUrl) => {
    await showAlone('boleto-payment', { payment: aPayment(), action: { ...SCREENS[0][1], pdfUrl } });
    await expect.element(heading('Your boleto is ready')).toBeVisible();
    expect(page.getByRole('link').query()).toBeNull();
  });
});

/** What a scanner sees along the middle of the bars. */
async function scan(): Promise<boolean[]> {
  const svg = new XMLSerializer().serializeToString(page.getByRole('img').element());
  const [width, height] = [1275, 186];
  const picture = new Image(width, height);
  const sized = svg.replace('<svg', `<svg width="${String(width)}" height="${String(height)}"`);
  picture.src = `data:image/svg+xml,${encodeURIComponent(sized)}`;
  await picture.decode();
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, height / 2, width, 1);
  return Array.from({ length: width }, (_cell, x) => (data[x * 4 + 3] ?? 0) > 127);
}

describe('the bars of a boleto', () => {
  test('say to a reader the very slip whose line is copied, between their quiet zones', async () => {
    await showAlone('boleto-payment', { payment: aPayment(), action: SCREENS[0][1] });
    await expect.element(page.getByRole('img', { name: 'Bar code of the boleto' })).toBeVisible();
    const { quiet, runs } = runsOf(await scan());
    expect(decodeItf(runs)).toBe(SLIP.barcode);
    expect(Math.min(...quiet)).toBeGreaterThanOrEqual(30); // ten modules of three pixels
  });

  test('are drawn from the line where the API gives none', async () => {
    const { line } = SLIP;
    await showAlone('boleto-payment', {
      payment: aPayment(),
      action: { type: 'voucher', scheme: 'boleto', line },
    });
    expect(decodeItf(runsOf(await scan()).runs)).toBe(SLIP.barcode);
  });

  test('are drawn of a utility bill too', async () => {
    const { line, barcode } = aUtilityBill(
      `866${String(aPayment().amount).padStart(11, '0')}${'1'.repeat(29)}`,
    );
    await showAlone('boleto-payment', {
      payment: aPayment(),
      action: { type: 'voucher', scheme: 'boleto', line },
    });
    expect(decodeItf(runsOf(await scan()).runs)).toBe(barcode);
  });
});

describe('a boleto that must not be paid', () => {
  const other = buildBoleto(15_001, Date.UTC(2026, 10, 30), '1'.repeat(25));

  test.each([
    ['a digit of its line changed', { line: `${SLIP.line.slice(0, 5)}9${SLIP.line.slice(6)}` }],
    ['another amount than the one to pay', other],
    ['the bar code of another', { line: SLIP.line, barcode: other.barcode }],
    ['no line at all', { line: 'soon' }],
  ])('(%s) is not shown, drawn or offered to copy, and reported once', async (_what, parts) => {
    const pdfUrl = 'https://bank.example/b.pdf';
    const errors = await errorsOf(async () => {
      const element = await showAlone('boleto-payment', {
        payment: aPayment(),
        action: { type: 'voucher', scheme: 'boleto', pdfUrl, ...parts },
      });
      element.requestUpdate();
      await element.updateComplete;
      await expectAccessible(element);
    });
    expect(errors.map(({ kind, code }) => `${kind}/${code}`)).toEqual(['api/boleto_line_invalid']);
    await expect.element(heading('This boleto is not valid')).toBeVisible();
    for (const role of ['img', 'link', 'textbox'] as const) expect(page.getByRole(role).query()).toBeNull();
    expect(button('Copy number').query()).toBeNull();
    await expect.element(button('Pay another way')).toBeVisible();
  });
});

/** The `checkout-error` events while `show` runs. */
async function errorsOf(show: () => Promise<unknown>): Promise<readonly CheckoutErrorData[]> {
  const errors: CheckoutErrorData[] = [];
  const collect = (event: HTMLElementEventMap['checkout-error']): void => void errors.push(event.detail);
  document.body.addEventListener('checkout-error', collect);
  await show();
  document.body.removeEventListener('checkout-error', collect);
  return errors;
}

describe('an action whose address is not safe', () => {
  test.each([
    ['payment-redirect', { type: 'redirect', url: 'javascript:alert(1)' }],
    ['three-d-secure', { type: 'three_d_secure', url: 'http://bank.example/' }],
  ])('is not followed by <%s>: it says so, once, and offers the way out', async (tag, action) => {
    const errors = await errorsOf(async () => {
      const element = await showAlone(tag, { action, payment: aPayment() });
      element.requestUpdate();
      await element.updateComplete;
      await expectAccessible(element);
    });
    expect(errors.map(({ kind, code }) => `${kind}/${code}`)).toEqual(['api/action_url_invalid']);
    await expect.element(heading('This step cannot be shown')).toBeVisible();
    expect(page.getByRole('link').query()).toBeNull();
    expect(document.querySelector('iframe')).toBeNull();
  });
});

describe('a redirect', () => {
  test('is named after the bank and followed by the shopper’s own click', async () => {
    const paymentMethods = [{ type: 'bank_redirect', label: 'Banco Azul' }];
    const stage = await openStage({ session: { currency: 'USD', paymentMethods }, method: 'bank_redirect' });
    await stage.pay();
    await stage.add('payment-redirect');
    const before = stage.navigations.length;
    await button('Continue to Banco Azul').click();
    expect(stage.navigations.length).toBe(before + 1);
  });

  test('of a card is not named after the card', async () => {
    const paymentMethods = [{ type: 'card', label: 'Credit card' }];
    const stage = await openStage({ session: { currency: 'USD', paymentMethods }, method: 'card' });
    const element = Object.assign(await stage.add('payment-redirect'), {
      action: { type: 'redirect', url: 'https://bank.example/' },
      payment: aPayment({ method: 'card' }),
    });
    await element.updateComplete;
    await expect.element(button('Continue to your bank')).toBeVisible();
  });
});

describe('a 3-D Secure challenge', () => {
  test('is framed with no more rights than it needs', async () => {
    const url = 'http://pay.localhost:1/challenge';
    await showAlone('three-d-secure', { action: { type: 'three_d_secure', url }, payment: aPayment() });
    await button('Continue with your bank').click();
    const frame = page.getByTitle('Confirmation page of your bank');
    await expect.element(frame).toHaveAttribute('src', url);
    await expect.element(frame).toHaveAttribute('sandbox', 'allow-scripts allow-forms allow-same-origin');
  });

  test('that the page’s own policy forbids is told to the merchant, and the link remains', async () => {
    const url = 'http://pay.localhost:1/challenge';
    const errors = await errorsOf(async () => {
      const element = await showAlone('three-d-secure', {
        action: { type: 'three_d_secure', url },
        payment: aPayment(),
      });
      const violation = { blockedURI: 'http://pay.localhost:1', effectiveDirective: 'frame-src' };
      document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', violation as never));
      await element.updateComplete;
    });
    expect(errors).toEqual([
      expect.objectContaining({
        kind: 'integration',
        code: 'csp_blocked',
        hint: expect.stringContaining('frame-src'),
      }),
    ]);
    expect(page.getByTitle('Confirmation page of your bank').query()).toBeNull();
    await expect.element(link(/Open the page of your bank/)).toBeVisible();
  });
});

describe('a step that no element knows', () => {
  test('is said to be impossible here, with the way out', async () => {
    const nextAction = { type: 'sdk', name: 'wallet', data: {} };
    const payment = { ...aPayment({ status: 'requires_action', amount: 12990 }), nextAction };
    const answers = { 'POST payments': () => Response.json(payment, { status: 201 }) };
    const stage = await openStage({ session: { currency: 'BRL' }, method: 'pix', answers });
    await stage.pay();
    await stage.add('stripe-action');
    await expect.element(heading('This step cannot be shown')).toBeVisible();
    await expectAccessible(stage.host);
    await button('Pay another way').click();
    await stage.pass(0);
    expect(stage.requests.map(({ name }) => name)).toContain('POST cancel');
  });
});

describe('a one-time code', () => {
  const input = page.getByRole('textbox', { name: 'Code' });

  /** The sandbox asks for a code for this number. */
  async function openCode(answers: StageOptions['answers'] = {}): Promise<Stage> {
    const paymentMethods = [{ type: 'mobile_money', networks: ['ecocash'] }];
    const session = { currency: 'USD', paymentMethods };
    const stage = await openStage({ session, method: 'mobile_money', answers });
    stage.store.draft.set('phone', '0775555555');
    await stage.pay();
    await stage.add('one-time-code');
    return stage;
  }

  test('is asked for in a way that phones fill in from the message', async () => {
    const stage = await openCode();
    await expect.element(input).toHaveAttribute('autocomplete', 'one-time-code');
    await expect.element(input).toHaveAttribute('inputmode', 'numeric');
    const words = /We sent a code of 6 digits to .077 555 5555.\. It confirms your payment of/;
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(button('Change number or pay another way')).toBeVisible();
    await expectAccessible(stage.host);
  });

  test.each([' 123 456 ', '١٢٣ ٤٥٦', '۱۲۳۴۵۶', '১২৩৪৫৬', '१२३४५६'])(
    'may be given as %j, and pays',
    async (typed) => {
      const stage = await openCode();
      await userEvent.fill(input, typed);
      await userEvent.keyboard('{Enter}');
      await expect.poll(() => stage.store.state.status).toBe('succeeded');
    },
  );

  test('is sent once, however fast it is confirmed twice', async () => {
    const stage = await openCode();
    await userEvent.fill(input, '123456');
    const confirm = page.getByRole('button', { name: 'Confirm' }).element() as HTMLButtonElement;
    // Both before anything is drawn anew.
    confirm.click();
    confirm.click();
    await expect.poll(() => stage.store.state.status).toBe('succeeded');
    expect(stage.requests.filter(({ name }) => name === 'POST confirm')).toHaveLength(1);
  });

  test.each([
    ['#144*391#', /Dial .#144\*391#. on your phone/],
    ['tel:1', /We sent a code of 6 digits/],
    [undefined, /We sent a code of 6 digits/],
  ])('is dialled for, or sent: %s', async (dial, words) => {
    const action = { type: 'one_time_code', length: 6, dial };
    const element = await showAlone('one-time-code', { action, payment: aPayment() });
    await expect.element(page.getByText(words)).toBeVisible();
    await expectAccessible(element);
  });

  test('of one try is none of the next, in an arrangement where the element stays', async () => {
    const stage = await openCode({ 'POST confirm': async () => new Promise(() => undefined) });
    await userEvent.fill(input, '123456');
    await button('Confirm').click();
    await expect.element(button('Confirm')).toBeDisabled();
    stage.sandbox.decline(stage.sessionId, 'declined');
    stage.store.dispatch({ type: 'session_requested' });
    await expect.poll(() => stage.store.state.status).toBe('ready');
    await stage.pay();
    await expect.element(input).toHaveValue('');
    await expect.element(button('Confirm')).toBeEnabled();
  });

  test('is not sent, nor asked for, while the server has one of the two to answer', async () => {
    const never = async (): Promise<Response> => new Promise(() => undefined);
    const stage = await openCode({ 'POST confirm': never, 'POST resend': never });
    await stage.pass(60_000);
    await userEvent.fill(input, '123456');
    await button('Confirm').click();
    await expect.element(button('Send it again')).toBeDisabled();
    stage.store.dispatch({ type: 'resend_requested' });
    stage.store.dispatch({ type: 'code_entered', code: '123456' });
    await stage.pass(0);
    expect(stage.requests.filter(({ name }) => /confirm|resend/.test(name))).toHaveLength(1);
  });

  test('is not called wrong where another one was refused', async () => {
    const refused = { type: 'about:blank', status: 422, code: 'invalid_request', title: 'No' };
    const answer = (): Response =>
      new Response(JSON.stringify(refused), {
        status: 422,
        headers: { 'content-type': 'application/problem+json' },
      });
    const stage = await openCode({ 'POST resend': answer });
    await stage.pass(60_000);
    await button('Send it again').click();
    await expect.poll(() => stage.requests.map(({ name }) => name)).toContain('POST resend');
    await stage.pass(0);
    await expect.element(button('Send it again')).toBeEnabled();
    await expect.element(input).not.toHaveAttribute('aria-invalid', 'true');
  });

  test('can be entered once more where the answer to a right one still asks for one', async () => {
    const asksAgain = (): Response => {
      const { state } = stage.store;
      const { payment } = state.status === 'action_required' ? state : {};
      const nextAction = { type: 'one_time_code', length: 6 };
      return Response.json({ ...payment, status: 'requires_action', nextAction });
    };
    const stage = await openCode({ 'POST confirm': asksAgain });
    await userEvent.fill(input, '123456');
    await button('Confirm').click();
    await expect.poll(() => stage.requests.map(({ name }) => name)).toContain('POST confirm');
    await stage.pass(0);
    await expect.element(button('Confirm')).toBeEnabled();
    expect(stage.store.state.status).toBe('action_required');
  });

  test('of the wrong length is not sent', async () => {
    const stage = await openCode();
    await userEvent.fill(input, '12345');
    await button('Confirm').click();
    await expect.element(input).toHaveAccessibleDescription('Enter the whole code.');
    expect(stage.requests.map(({ name }) => name)).not.toContain('POST confirm');
    expect(input.element().matches(':focus')).toBe(true);
  });

  test('that the server refuses can be corrected', async () => {
    const stage = await openCode();
    await userEvent.fill(input, '654321');
    await button('Confirm').click();
    await expect
      .element(input)
      .toHaveAccessibleDescription('This code was not accepted. Check it, or get a new one.');
    expect(stage.store.state.status).toBe('action_required');
    await expectAccessible(stage.host);
    await userEvent.fill(input, '123456');
    await button('Confirm').click();
    await expect.poll(() => stage.store.state.status).toBe('succeeded');
  });
});
