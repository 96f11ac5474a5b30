import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { aPayment } from '../support/fixtures.js';
import { expectAccessible, openStage, showAlone, type Stage, type StageOptions } from './stage.js';

const button = (name: string | RegExp) => page.getByRole('button', { name });

/** A prompt is on the phone of a number that waits for the payer. */
async function openPrompt(answers?: StageOptions['answers']): Promise<Stage> {
  const stage = await openStage({
    ...(answers && { answers }),
    session: {
      currency: 'USD',
      amount: 2550,
      paymentMethods: [{ type: 'mobile_money', networks: ['ecocash'] }],
    },
    method: 'mobile_money',
  });
  stage.store.draft.set('phone', '0776666666');
  stage.store.draft.set('network', 'ecocash');
  await stage.pay();
  await stage.add('mobile-money-prompt');
  return stage;
}

describe('a prompt on the phone', () => {
  test('says what to do there, with the number and the amount', async () => {
    const stage = await openPrompt();
    await expect.element(page.getByRole('heading', { name: 'Approve on your phone' })).toBeVisible();
    await expect.element(page.getByText(/\$25\.50 to .*077 666 6666/)).toBeVisible();
    const steps = page.getByRole('listitem').elements();
    expect(steps.map((step) => step.textContent.trim())).toEqual([
      'Unlock your phone',
      'Open the message from EcoCash',
      'Enter your PIN there',
    ]);
    await expect.element(page.getByText(/Dial .*\*151#/)).toBeVisible();
    await expectAccessible(stage.host);
  });

  test('that cannot be called back says that it may still be approved, and stays', async () => {
    const stage = await openPrompt({
      'POST cancel': () => Response.json({ code: 'payment_not_cancellable', status: 409 }, { status: 409 }),
    });
    await button(/Change number/).click();
    await expect
      .poll(async () => {
        await stage.pass(0);
        return page.getByRole('alert').element().textContent.trim();
      })
      .toMatch(/could not be stopped and may still go through/);
    expect(stage.store.state.status).toBe('action_required');
    await expectAccessible(stage.host);
  });

  test('on a number that the API does not repeat names none', async () => {
    const action = { type: 'phone_prompt', network: 'nequi', phone: '' };
    await showAlone('mobile-money-prompt', { action, payment: aPayment({ currency: 'COP' }) });
    await expect.element(page.getByText(/payment request of COP.150\.00 to your phone\./)).toBeVisible();
  });

  test('counts by the server’s clock and speaks of it at a few moments only', async () => {
    const stage = await openPrompt();
    const spoken: string[] = [];
    for (let second = 0; second < 120; second++) {
      stage.clock.now = (
        (now) => () =>
          now
      )(stage.clock.now() + 1000);
      await stage.pass(0);
      const region = page
        .getByRole('status')
        .elements()
        .map((element) => element.textContent.trim());
      const said = region.find((text) => text.includes('left')) ?? '';
      if (said && said !== spoken.at(-1)) spoken.push(said);
    }
    expect(spoken).toEqual(['At most 2 minutes left', 'At most 1 minute left', 'At most 30 seconds left']);
  });

  test('that got no answer in time is not called failed, and nobody is told to pay again', async () => {
    const stage = await openPrompt();
    stage.clock.now = (
      (now) => () =>
        now
    )(stage.clock.now() + 120_000);
    await stage.pass(0);
    await expect.element(page.getByText(/still asking EcoCash .* do not pay again yet/)).toBeVisible();
    expect(page.getByRole('timer').query()).toBeNull();
    expect(
      page
        .getByRole('alert')
        .elements()
        .map((alert) => alert.textContent.trim()),
    ).toEqual(['']);
    await expectAccessible(stage.host);
  });

  test('is sent again only when the server allows it', async () => {
    const stage = await openPrompt();
    expect(button('Send the request again').query()).toBeNull();
    await expect.element(page.getByText(/ask for it again in 1:00/)).toBeVisible();
    await stage.pass(60_000);
    const again = button('Send the request again').element() as HTMLButtonElement;
    // Both before anything is drawn anew.
    again.click();
    again.click();
    await expect.poll(() => stage.requests.map(({ name }) => name)).toContain('POST resend');
    await stage.pass(0);
    expect(stage.requests.filter(({ name }) => name === 'POST resend')).toHaveLength(1);
    // The new prompt has a time of its own.
    await expect.element(page.getByText(/ask for it again in 1:00/)).toBeVisible();
  });

  test('can be given up for another number or method', async () => {
    const stage = await openPrompt();
    await button(/Change number/).click();
    await expect.poll(() => stage.store.state.status).toBe('ready');
    expect(stage.requests.map(({ name }) => name)).toContain('POST cancel');
    expect(stage.store.draft.get('phone')).toBe('0776666666');
  });
});

describe('alone', () => {
  const show = async (action: Readonly<Record<string, unknown>>) =>
    showAlone('mobile-money-prompt', {
      payment: aPayment({ currency: 'USD', amount: 100, method: 'mobile_money' }),
      action: { type: 'phone_prompt', network: 'ecocash', phone: '+26377***4567', ...action },
    });

  test('a masked number stays masked, and without a moment of the server nothing is sent again', async () => {
    await show({});
    await expect.element(page.getByText(/\+26377\*\*\*4567/)).toBeVisible();
    expect(button(/again/).query()).toBeNull();
  });

  test.each([
    ['*151#', /Dial .*\*151#/],
    ['Ask at a kiosk.', 'Ask at a kiosk.'],
  ])('a fallback of %s is offered', async (fallback, shown) => {
    await show({ fallback });
    await expect.element(page.getByText(shown)).toBeVisible();
  });
});
