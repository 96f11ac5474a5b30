import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { OwnMessages } from '../../src/i18n/create-i18n.js';
import { openCheckout } from './open-checkout.js';
import { expectAccessible } from './stage.js';

const SESSION = { paymentMethods: ['card', 'pix'] };
const heard = (element: HTMLElement): string[] => {
  const codes: string[] = [];
  element.addEventListener('checkout-error', ({ detail }) => codes.push(`${detail.code} ${detail.message}`));
  return codes;
};

describe('a merchant’s own words', () => {
  const messages: OwnMessages = {
    en: { method: { card: 'Card or gift card' } },
    es: { method: { card: 'Tarjeta o tarjeta regalo' } },
  };

  test('stand in the place of ours, in the language that is shown', async () => {
    const { element } = openCheckout({
      session: SESSION,
      prepare: (checkout) => (checkout.messages = messages),
    });
    const codes = heard(element);
    await expect.element(page.getByText('Card or gift card').first()).toBeVisible();
    element.locale = 'es';
    await expect.element(page.getByText('Tarjeta o tarjeta regalo').first()).toBeVisible();
    await expect.element(page.getByText('Todo listo para pagar.')).toBeInTheDocument();
    expect(codes).toEqual([]);
    await expectAccessible(element);
  });

  test('change and go while the checkout is open', async () => {
    const { element } = openCheckout({ session: SESSION });
    await expect.element(page.getByRole('radio', { name: /^Card/ })).toBeVisible();
    element.messages = messages;
    await expect.element(page.getByText('Card or gift card').first()).toBeVisible();
    element.messages = undefined;
    await expect.element(page.getByText('Card or gift card')).not.toBeInTheDocument();
  });

  test('that are wrong are told to the merchant, and ours are shown', async () => {
    const wrong = { en: { method: { card: 7 }, picker: { legend: '<b>How</b>' } } } as unknown as OwnMessages;
    const { element } = openCheckout({ session: SESSION });
    const codes = heard(element);
    await expect.element(page.getByRole('radio', { name: /^Card/ })).toBeVisible();
    element.messages = wrong;
    // What looks like markup is text, as everything else.
    await expect.element(page.getByText('<b>How</b>').first()).toBeInTheDocument();
    await expect.element(page.getByRole('radio', { name: /^Card/ })).toBeVisible();
    expect(codes).toEqual(['invalid_messages Not all of messages is shown: en.method.card is no text.']);
  });
});

test('in a merchant’s arrangement every part tells a screen reader which language it speaks', async () => {
  const { element } = openCheckout({
    attributes: { locale: 'ar' },
    children: '<div><pay-button></pay-button></div><order-summary></order-summary>',
  });
  const languages = () =>
    [...element.querySelectorAll('pay-button, order-summary')].map((part) => part.matches(':lang(ar)'));
  await expect.poll(languages).toEqual([true, true]);
  element.locale = 'ja';
  await expect
    .poll(() => [...element.querySelectorAll<HTMLElement>('[lang]')].map(({ lang }) => lang))
    .toEqual(['ja', 'ja']);
});
