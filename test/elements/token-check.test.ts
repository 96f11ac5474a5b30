import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fetchAhead } from '../../src/elements/fetch-ahead.js';
import { COLOR_TOKENS } from '../../src/elements/token-check.js';
import { TOKENS } from '../../src/theme/tokens.js';
import { aSession } from '../support/fixtures.js';
import { openCheckout } from './open-checkout.js';

async function warningsFor(tokens: Readonly<Record<string, string>>): Promise<() => string[]> {
  const warn = vi.spyOn(console, 'warn');
  onTestFinished(() => {
    warn.mockRestore();
  });
  const { element } = openCheckout();
  for (const [name, value] of Object.entries(tokens)) element.style.setProperty(name, value);
  await page.getByRole('radio', { name: 'Pix' }).hover();
  return () => warn.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('--checkout-'));
}

test('every colour token is looked at', () => {
  expect(COLOR_TOKENS).toEqual(TOKENS.flatMap(({ type, name }) => (type === 'color' ? [name] : [])));
});

test('in test mode a token that is no colour is named once, with how it is written; one that is, never', async () => {
  const warnings = await warningsFor({
    '--checkout-color-accent': 'currentColor',
    '--checkout-color-text': 'blurple',
    '--checkout-color-surface': 'light-dark(#fff, #000)',
    '--checkout-color-border': 'color-mix(in srgb, red 20%, blue)',
  });
  await expect.poll(warnings).toHaveLength(2);
  expect(warnings()).toEqual([
    expect.stringMatching(/--checkout-color-accent: currentColor .*a colour of its own/),
    expect.stringMatching(/--checkout-color-text: blurple is no colour.*#3b4cca/),
  ]);
  await page.getByRole('radio', { name: 'Boleto' }).hover();
  await userEvent.click(page.getByRole('radio', { name: 'Boleto' }));
  await expect.element(page.getByRole('button', { name: /^Pay/ })).toBeVisible();
  expect(warnings()).toHaveLength(2);
});

test('a shopper’s console is left alone', async () => {
  const warn = vi.spyOn(console, 'warn');
  onTestFinished(() => {
    warn.mockRestore();
  });
  const { element } = openCheckout();
  element.style.setProperty('--checkout-color-text', 'mauvish');
  const look = async (livemode: boolean): Promise<number> => {
    await fetchAhead({ status: 'ready', session: aSession({ livemode }) }, [element]);
    return warn.mock.calls.filter(([text]) => String(text).includes('mauvish')).length;
  };
  expect(await look(true)).toBe(0);
  expect(await look(false)).toBe(1);
});
