import { afterEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { contrast, type Rgb } from '../support/contrast.js';
import { aPayment } from '../support/fixtures.js';
import { adoptStyles } from '../../src/card-frame/frame/styles.js';
import { buildBrCode } from '../../src/core/pix/build-br-code.js';
import { buildBoleto } from '../../src/sandbox/engine/boleto-line.js';
import { formatBoleto } from '../../src/core/validation/boleto.js';
import { openCheckout } from './open-checkout.js';
import { showAlone } from './stage.js';

interface Session {
  send(method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>;
}

const emulate = async (media: string, features: Readonly<Record<string, string>> = {}): Promise<void> => {
  await (cdp() as unknown as Session).send('Emulation.setEmulatedMedia', {
    media,
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
};

afterEach(async () => {
  await emulate('');
});

const rgb = (color: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = (/\((\d+), (\d+), (\d+)\)/.exec(color) ?? []).slice(1).map(Number);
  return [red, green, blue];
};

const visible = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((each) => [
    ...(each.checkVisibility() ? [each] : []),
    ...(each.shadowRoot ? visible(each.shadowRoot) : []),
  ]);

const CODE = buildBrCode({
  key: 'a1f4102e-a446-4a57-bcce-6fa48899c1d1',
  merchantName: 'CAFE DO PORTO',
  merchantCity: 'SAO PAULO',
  amountMinor: 12_990,
  txid: 'PEDIDO1',
});

const DUE = Date.UTC(2026, 10, 30, 12);
const SLIP = buildBoleto(12_990, DUE, '0123456789'.repeat(3).slice(0, 25));

describe('on paper', () => {
  test.each([
    [
      'pix-payment',
      { type: 'qr_code', data: CODE, expiresAt: Date.now() + 900_000 },
      [CODE, 'CAFE DO PORTO', '129.90'],
    ],
    [
      'boleto-payment',
      { type: 'voucher', scheme: 'boleto', ...SLIP, expiresAt: DUE },
      [formatBoleto(SLIP.line), '129.90', '2026'],
    ],
  ] as const)(
    '%s shows all there is to pay by, black on white, and nothing to press',
    async (tag, action, texts) => {
      document.documentElement.style.setProperty('--checkout-color-background', '#001122');
      document.documentElement.style.colorScheme = 'dark';
      try {
        const element = await showAlone(tag, { action, payment: aPayment({ amount: 12_990 }) });
        await emulate('print');
        const shown = visible(element.renderRoot as ShadowRoot);
        const text = shown
          .flatMap(({ childNodes }) => [...childNodes])
          .filter((node) => node instanceof Text)
          .map(({ data }) => data)
          .join(' ');
        const drawn = shown.map((each) => getComputedStyle(each, '::before').content).join(' ');
        for (const part of texts) expect(`${text} ${drawn}`).toContain(part);
        expect(
          shown
            .filter((each) => each.matches('button, a, input, textarea'))
            .map(({ outerHTML }) => outerHTML),
        ).toEqual([]);
        const { color } = getComputedStyle(element);
        expect(rgb(color)).toEqual([0, 0, 0]);
        const grounds = shown.map((each) => getComputedStyle(each).backgroundColor);
        for (const ground of new Set(grounds.filter((each) => each.startsWith('rgb('))))
          expect(contrast(rgb(color), rgb(ground)), ground).toBeGreaterThan(15);
      } finally {
        document.documentElement.removeAttribute('style');
      }
    },
  );
});

/** What the picked method, the others and the button look like to somebody who looks at their edges. */
async function edges() {
  openCheckout();
  const radio = page.getByRole('radio', { name: 'Pix' });
  await radio.click();
  const pay = page.getByRole('button', { name: /^Pay/ });
  await expect.element(pay).toBeVisible();
  return {
    radio: radio.element() as HTMLInputElement,
    other: page.getByRole('radio', { name: 'Boleto' }).element() as HTMLInputElement,
    button: pay.element() as HTMLElement,
  };
}

describe('in forced colours', () => {
  test('buttons have an edge, the focus its ring, and the picked method its mark', async () => {
    const { radio, other, button } = await edges();
    await emulate('', { 'forced-colors': 'active' });
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const style = getComputedStyle(button);
    expect(style.borderTopStyle).toBe('solid');
    expect(rgb(style.borderTopColor)).not.toEqual(rgb(style.backgroundColor));
    // The browser's own radio, which says in any colours whether it is checked.
    for (const each of [radio, other]) expect(getComputedStyle(each).appearance).not.toBe('none');
    expect([radio.checked, other.checked]).toEqual([true, false]);
    button.focus();
    // Away and back by the keyboard, whose focus is the one that is shown.
    await userEvent.tab({ shift: true });
    await userEvent.tab();
    expect(button.matches(':focus-visible')).toBe(true);
    expect(getComputedStyle(button).outlineStyle).not.toBe('none');
  });

  test('the field of the card frame that has the focus has an outline, for its shadow is gone', async () => {
    const before = document.adoptedStyleSheets;
    const [field, other] = [document.createElement('input'), document.createElement('input')];
    for (const each of [field, other]) each.type = 'text';
    document.body.append(field, other);
    try {
      adoptStyles();
      await emulate('', { 'forced-colors': 'active' });
      field.focus();
      const outline = (element: Element): string => getComputedStyle(element).outlineStyle;
      expect([outline(field), outline(other)]).toEqual(['solid', 'none']);
      expect(parseFloat(getComputedStyle(field).outlineWidth)).toBeGreaterThanOrEqual(2);
      expect(rgb(getComputedStyle(field).outlineColor)).not.toEqual([255, 255, 255]);
    } finally {
      document.adoptedStyleSheets = before;
      field.remove();
      other.remove();
    }
  });

  test('a QR code stays dark on white', async () => {
    document.documentElement.style.colorScheme = 'dark';
    const element = await showAlone('payment-qr-code', { text: CODE, name: 'Pix' });
    await emulate('', { 'forced-colors': 'active' });
    const path = element.renderRoot.querySelector('path') as SVGPathElement;
    const [ground, modules] = [getComputedStyle(element).backgroundColor, getComputedStyle(path).fill];
    document.documentElement.style.colorScheme = '';
    expect([rgb(ground), rgb(modules)]).toEqual([
      [255, 255, 255],
      [0, 0, 0],
    ]);
  });
});

test('who asks for more contrast gets it, whatever the merchant’s colours', async () => {
  document.documentElement.style.setProperty('--checkout-color-text-muted', '#b0b0b0');
  try {
    const { button } = await edges();
    const payee = (button.getRootNode() as ShadowRoot).querySelector('#payee') as HTMLElement;
    const ratio = (): number => contrast(rgb(getComputedStyle(payee).color), [255, 255, 255]);
    expect(ratio()).toBeLessThan(4.5);
    await emulate('', { 'prefers-contrast': 'more' });
    expect(matchMedia('(prefers-contrast: more)').matches).toBe(true);
    expect(ratio()).toBeGreaterThan(7);
  } finally {
    document.documentElement.removeAttribute('style');
  }
});
