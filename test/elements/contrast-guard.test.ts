import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { contrast, type Rgb } from '../support/contrast.js';
import { openCheckout } from './open-checkout.js';

const TEXT = 4.5;
/** Of a line or a mark. */
const NOT_TEXT = 3;
const RUNS = 200;

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** A colour as the browser paints it, in whatever notation it was computed. */
function painted(color: string): Rgb {
  if (!canvas) throw new Error('no canvas');
  // A canvas leaves out what is no colour.
  expect(CSS.supports('color', color), color).toBe(true);
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  // What shines through is on a ground that nobody here knows.
  expect(alpha, color).toBe(255);
  return [red, green, blue];
}

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
/** Those around the greys that both inks can be read on, where a wrong bound would show. */
const middle = fc
  .tuple(fc.integer({ min: 108, max: 128 }), fc.integer({ min: -8, max: 8 }))
  .map(([grey, off]) => `rgb(${grey} ${grey + off} ${grey})`);
const other = fc
  .tuple(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map(([hue, light, opacity]) => `hsl(${hue} 80% ${light}% / ${opacity}%)`);
const accent = fc.oneof(
  { weight: 5, arbitrary: hex },
  { weight: 3, arbitrary: middle },
  { weight: 2, arbitrary: other },
);
/** What a merchant says of the text on it: nothing, or anything. */
const ink = fc.option(fc.oneof(accent, fc.constantFrom('#fff', '#000')), { nil: undefined });

let element: HTMLElement;
let parts: { button: HTMLElement; payee: HTMLElement; row: HTMLElement; radio: HTMLElement };

const inside = (host: Element | null, selector: string): HTMLElement => {
  const found = host?.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

/** The ring around the picked method, once it has its whole width. */
const RING = /^(.+\)) 0px 0px 0px 2px inset$/;
const drawn = (): string => getComputedStyle(parts.row, '::after').boxShadow;
const ring = (): Rgb => painted(RING.exec(drawn())?.[1] ?? `no ring: ${drawn()}`);

beforeEach(async () => {
  ({ element } = openCheckout({ attributes: { theme: 'light' } }));
  const radio = page.getByRole('radio', { name: 'Pix' });
  await radio.click();
  await expect.element(page.getByRole('button', { name: /^Pay/ })).toBeVisible();
  const button = page.getByRole('button', { name: /^Pay/ }).element() as HTMLElement;
  parts = {
    button,
    payee: inside((button.getRootNode() as ShadowRoot).host, '#payee'),
    row: radio.element().closest('label') as HTMLElement,
    radio: radio.element() as HTMLElement,
  };
  // A colour is looked at where it goes, not on its way there.
  element.style.setProperty('--checkout-duration', '0s');
});

afterEach(() => {
  element.remove();
});

interface Look {
  readonly accent: string;
  readonly ink?: string | undefined;
  readonly theme: string;
}

function wear({ accent: color, ink: own, theme }: Look): void {
  element.setAttribute('theme', theme);
  element.style.setProperty('--checkout-color-accent', color);
  element.style.setProperty('--checkout-color-accent-text', own ?? null);
}

const looks = fc.record({ accent, ink, theme: fc.constantFrom('light', 'dark') });

/** The ground that all stands on, as it is in the theme that is worn. */
const ground = (): Rgb => painted(getComputedStyle(inside(element, '[part=root]')).backgroundColor);

const of = (part: HTMLElement, property: 'color' | 'backgroundColor' | 'borderTopColor'): Rgb =>
  painted(getComputedStyle(part)[property]);

describe('whatever accent a merchant has, and whatever text on it', () => {
  test.each([false, true])('the pay button can be read (under the pointer: %s)', async (isHovered) => {
    await (isHovered ? userEvent.hover(parts.button) : userEvent.unhover(parts.button));
    expect(parts.button.matches(':hover')).toBe(isHovered);
    fc.assert(
      fc.property(looks, (look) => {
        wear(look);
        const ratio = contrast(of(parts.button, 'color'), of(parts.button, 'backgroundColor'));
        expect(ratio).toBeGreaterThanOrEqual(TEXT);
      }),
      { numRuns: RUNS },
    );
  });

  test('the picked method can be told from the others, and what is said beside it can be read', () => {
    const link = inside(element, '[part~=cancel]');
    fc.assert(
      fc.property(looks, (look) => {
        wear(look);
        expect(contrast(ring(), ground())).toBeGreaterThanOrEqual(NOT_TEXT);
        expect(contrast(of(parts.radio, 'borderTopColor'), ground())).toBeGreaterThanOrEqual(NOT_TEXT);
        for (const text of [parts.payee, link])
          expect(contrast(of(text, 'color'), ground())).toBeGreaterThanOrEqual(TEXT);
      }),
      { numRuns: RUNS },
    );
  });
});

test.each([
  { accent: '#ffd400', ink: '#123456', taken: '#123456', why: 'reads on it' },
  { accent: '#ffd400', ink: '#fff', taken: '#000', why: 'does not read on it' },
  { accent: '#123456', ink: '#345678', taken: '#fff', why: 'does not read on it' },
  { accent: '#123456', ink: '#ffe0b0', taken: '#ffe0b0', why: 'reads on it' },
  { accent: '#ffd400', ink: undefined, taken: '#000', why: 'is not said' },
])('on $accent a text of $ink, which $why, is $taken', ({ accent: color, ink: own, taken }) => {
  for (const theme of ['light', 'dark']) {
    wear({ accent: color, ink: own, theme });
    if (own === undefined && theme === 'dark') continue; // There the default text reads on it.
    expect(of(parts.button, 'color')).toEqual(painted(taken));
    expect(of(parts.button, 'backgroundColor')).toEqual(painted(color));
  }
});

test('an accent that reads on the ground marks the picked method as it is', () => {
  wear({ accent: '#d6006c', theme: 'light' });
  expect(ring()).toEqual(painted('#d6006c'));
  wear({ accent: '#ffd400', theme: 'light' });
  expect(ring()).toEqual([0, 0, 0]);
  element.style.setProperty('--checkout-color-background', '#000');
  expect(ring()).toEqual(painted('#ffd400'));
});
