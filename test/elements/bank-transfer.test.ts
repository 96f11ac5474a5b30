import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CheckoutErrorData } from '../../src/core/errors.js';
import { aPayment } from '../support/fixtures.js';
import { expectAccessible, openStage, showAlone, type Stage } from './stage.js';
import { pasted, useClipboard } from '../support/clipboard.js';

useClipboard();

const button = (name: string | RegExp) => page.getByRole('button', { name });
const row = (name: string) => page.getByRole('group', { name, exact: true });
const status = page.getByRole('status');

const ROWS = [
  { key: 'accountHolder', value: 'Café do Porto S.A. de C.V.' },
  { key: 'clabe', value: '646180110400000007' },
  { key: 'sucursal', value: '0042', label: 'Sucursal' },
  { key: 'branchCode', value: '7' },
];

const show = async (action: Readonly<Record<string, unknown>> = {}, currency = 'MXN') =>
  showAlone('bank-transfer', {
    payment: aPayment({ currency, amount: 125_050, method: 'bank_transfer' }),
    action: { type: 'bank_transfer', rows: ROWS, reference: '1234567', ...action },
  });

/** A payment that waits for money from the shopper's bank. */
async function openTransfer(currency = 'MXN'): Promise<Stage> {
  const stage = await openStage({
    // Longer than the details are good for.
    session: { currency, amount: 125_050, expiresIn: 7200, paymentMethods: ['bank_transfer', 'card'] },
    method: 'bank_transfer',
  });
  await stage.pay();
  await stage.add('bank-transfer');
  return stage;
}

describe('the details of a transfer', () => {
  test.each(['MXN', 'ARS', 'USD', 'VES', 'EUR'])(
    'in %s say how much, to whom, by when and with which reference, without an accessibility fault',
    async (currency) => {
      const stage = await openTransfer(currency);
      await expect.element(page.getByRole('heading', { name: 'Make a bank transfer' })).toBeVisible();
      await expect.element(row('Amount')).toHaveTextContent(/1,250\.50/);
      await expect.element(row('Reference')).toHaveTextContent(/\d{4}\d{3}/);
      await expect.element(page.getByText(/Send exactly .*1,250\.50\.\s+Write the reference/)).toBeVisible();
      await expect.element(page.getByText(/up to 3 business days/)).toBeVisible();
      await expect.element(page.getByRole('timer')).toHaveTextContent(/\d+:\d\d/);
      expect(stage.errors).toEqual([]);
      await expectAccessible(stage.host);
    },
  );

  test.each([
    ['Amount', '1250.50'],
    ['Account holder', 'Café do Porto S.A. de C.V.'],
    ['CLABE', '646180110400000007'],
    ['Reference', '1234567'],
    ['Sucursal', '0042'],
    ['Branch code', '7'],
  ])('are copied one by one, as they are pasted: %s', async (label, text) => {
    await show();
    await button(`Copy: ${label}`).click();
    await expect.element(status.filter({ hasText: `Copied: ${label}` })).toBeInTheDocument();
    expect(await pasted()).toBe(text);
  });

  test('are read in groups and copied without them, by the keyboard too', async () => {
    await show();
    await expect.element(row('CLABE')).toHaveTextContent('646180110400000007');
    expect(row('CLABE').element().querySelectorAll('bdi > span')).toHaveLength(5);
    (button('Copy: CLABE').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(status.filter({ hasText: 'Copied: CLABE' })).toBeInTheDocument();
    expect(await pasted()).toBe('646180110400000007');
  });

  test('are selected where the clipboard is refused and nothing else can copy, one row at a time', async () => {
    const refused = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    const unable = vi.spyOn(document, 'execCommand').mockReturnValue(false);
    const element = await show();
    await button('Copy: CLABE').click();
    await expect.element(page.getByText(/It is selected: copy it/)).toBeVisible();
    const field = page.getByRole('textbox', { name: 'CLABE' }).element() as HTMLTextAreaElement;
    expect(field.matches(':focus')).toBe(true);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('646180110400000007');
    await expectAccessible(element);
    await button('Copy: Reference').click();
    await expect.element(page.getByRole('textbox', { name: 'Reference' })).toHaveValue('1234567');
    expect(page.getByRole('textbox').elements()).toHaveLength(1);
    refused.mockRestore();
    unable.mockRestore();
  });

  test('name the day where there is more than one left', async () => {
    await show({ expiresAt: Date.now() + 3 * 86_400_000 });
    await expect.element(page.getByText(/^Send it by \w+ \d+, \d{4}\.$/)).toBeVisible();
    expect(page.getByRole('timer').query()).toBeNull();
  });

  test('ask the server at once when the shopper says that it is paid', async () => {
    const stage = await openTransfer();
    stage.sandbox.pay(stage.sessionId);
    await button(/check now/).click();
    await expect.poll(() => stage.store.state.status).toBe('succeeded');
  });

  test('that have run out are not shown any more; it is no failure, and new ones come at one press', async () => {
    const stage = await openTransfer();
    const first = row('CLABE').element().textContent;
    const { now } = stage.clock;
    const over = stage.clock.now() + 30 * 60_000;
    stage.clock.now = () => over;
    await stage.pass(0);
    await expect.element(page.getByText(/already sent it, wait here/)).toBeVisible();
    expect(row('CLABE').query()).toBeNull();
    expect(stage.store.state.status).toBe('action_required');
    await expectAccessible(stage.host);
    await button('Get new details').click();
    stage.clock.now = now;
    await expect
      .poll(async () => {
        await stage.pass(0);
        return row('CLABE').query()?.textContent ?? first;
      })
      .not.toBe(first);
    expect(stage.requests.filter(({ name }) => name === 'POST payments')).toHaveLength(2);
  });
});

describe('details that must not be paid to', () => {
  test.each([
    ['a wrong digit', { rows: [{ key: 'clabe', value: '646180110400000008' }] }],
    ['another amount', { amount: 125_051 }],
    ['no account', { rows: [] }],
    ['a name that turns round', { rows: [...ROWS, { key: 'bank', value: 'a\u202eb' }] }],
  ])('(%s) are not shown or offered to copy, and reported once', async (_what, action) => {
    const errors: CheckoutErrorData[] = [];
    const collect = (event: HTMLElementEventMap['checkout-error']): void => void errors.push(event.detail);
    document.body.addEventListener('checkout-error', collect);
    const element = await show(action);
    element.requestUpdate();
    await element.updateComplete;
    document.body.removeEventListener('checkout-error', collect);
    expect(errors.map(({ kind, code }) => `${kind}/${code}`)).toEqual(['api/bank_transfer_invalid']);
    expect(errors[0]?.message).not.toContain('646180');
    await expect
      .element(page.getByRole('heading', { name: 'These payment details are not valid' }))
      .toBeVisible();
    expect(page.getByRole('group').query()).toBeNull();
    await expect.element(button('Get new details')).toBeVisible();
    await expect.element(button('Pay another way')).toBeVisible();
    await expectAccessible(element);
  });
});

test('a key named like a member of every object is shown by its own words', async () => {
  await show({ rows: [...ROWS, { key: 'constructor', value: '1' }, { key: 'row.bank', value: '2' }] });
  await expect.element(row('Constructor')).toHaveTextContent('1');
  await expect.element(row('Row.bank')).toHaveTextContent('2');
});
