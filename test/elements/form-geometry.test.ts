import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { SessionInput } from '../../src/sandbox/index.js';
import { aSession } from '../support/fixtures.js';
import { openCheckout } from './open-checkout.js';
import { showAlone } from './stage.js';

/** The narrowest page there is (WCAG 1.4.10), and the smallest target a thumb hits without care. */
const NARROW_PX = 320;
const TARGET_PX = 44;

const CONTROLS = 'button, input, select, summary, a[href]';

/** Every control that can be seen, through all shadow roots; of a radio or a checkbox the label around it. */
function* targets(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(CONTROLS) && element.checkVisibility({ visibilityProperty: true }))
      yield element.closest('label') ?? element;
    if (element.shadowRoot) yield* targets(element.shadowRoot);
  }
}

const small = (root: Element): string[] =>
  [...targets(root.shadowRoot ?? root)].flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    return width < TARGET_PX || height < TARGET_PX
      ? [`${target.localName} "${target.textContent.trim()}" ${String(width)} × ${String(height)}`]
      : [];
  });

const ITEMS = [
  { name: 'Ground coffee from the Serra da Mantiqueira', quantity: 2, unitAmount: 8990 },
  { name: 'Filter', unitAmount: 123_456_789_012 },
];
const CASES: readonly (readonly [form: string, pick: RegExp, session: SessionInput])[] = [
  [
    'the card',
    /^Card/,
    {
      paymentMethods: [
        {
          type: 'card',
          installments: [
            { count: 1, amount: 10000, total: 10000 },
            { count: 2, amount: 5000, total: 10000 },
          ],
        },
        'pix',
      ],
    },
  ],
  [
    'the wallet',
    /^Mobile money/,
    {
      currency: 'USD',
      paymentMethods: [{ type: 'mobile_money', networks: ['ecocash', 'onemoney', 'innbucks'] }, 'card'],
    },
  ],
  [
    'known and missing details',
    /^Pix/,
    { customer: { name: 'Ana Lima', email: 'ana.beatriz.lima@example.com' } },
  ],
  ['parts', /^Pix/, { combined: { enabled: true, max: 2 } }],
];

beforeEach(() => page.viewport(NARROW_PX, 800));
afterEach(() => {
  document.documentElement.style.removeProperty('font-size');
  document.documentElement.removeAttribute('dir');
});

describe.each(CASES)('at 320 px with the form of %s', (_form, pick, session) => {
  test.each(['100%', '200%'])(
    'every target is 44 px and nothing sticks out, with text at %s',
    async (size) => {
      document.documentElement.style.fontSize = size;
      const { element } = openCheckout({
        session: { items: ITEMS, requiredFields: ['email', 'name', 'document'], ...session },
      });
      await page.getByRole('radio', { name: pick }).click();
      await page.getByText('Order summary').click();
      await expect.element(page.getByRole('button', { name: /^Pay .*\d/ })).toBeVisible();
      await expect.element(page.getByText('Your details')).toBeVisible();
      await expect.poll(() => small(element)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(NARROW_PX);
    },
  );
});

/** Where the letters are: a box may be wider. */
function lettersOf(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

test.each([true, false])(
  'from right to left amounts end their lines (collapsible: %s)',
  async (collapsible) => {
    document.documentElement.dir = 'rtl';
    const amount = { subtotal: 15000, discount: 500, tax: 0, shipping: 0, total: 14500, paid: 0, due: 14500 };
    const element = await showAlone('order-summary', { session: aSession({ amount }), collapsible });
    page.getByText('Order summary').elements()[0]?.closest('summary')?.click();
    const { left, right } = element.getBoundingClientRect();
    const [leading, ...others] = page.getByText(/R\$/).elements().map(lettersOf);
    expect(others.length).toBeGreaterThan(2);
    // The one above all begins its line, as words do.
    expect(leading?.right).toBeCloseTo(right, 0);
    for (const other of others) expect(other.left).toBeCloseTo(left, 0);
  },
);
