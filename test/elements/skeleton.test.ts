import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openCheckout } from './open-checkout.js';

/** Where the first of them begins and the last one ends. */
const edges = (all: readonly Element[]): number[] => [
  all[0]?.getBoundingClientRect().top ?? NaN,
  all.at(-1)?.getBoundingClientRect().bottom ?? NaN,
];
/** A line between two rows is the one's or the other's. */
const near = (places: readonly number[]): unknown[] =>
  places.map((place) =>
    expect.toSatisfy((now: number) => Math.abs(now - place) <= 1.5, `about ${String(place)}`),
  );

test.each([375, 1280])(
  'at %i px the methods and the button come where the skeleton has them',
  async (width) => {
    await page.viewport(width, 900);
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { element } = openCheckout({
      // As many as the skeleton has, each with one line of words: what it cannot know, it cannot keep room for.
      session: { paymentMethods: ['boleto', 'card', 'bank_transfer'] },
      prepare(host, sandbox) {
        host.fetch = async (url, init) => {
          await asked;
          return sandbox.fetch(url, init);
        };
      },
    });
    await element.updateComplete;
    const rows = edges([...element.renderRoot.querySelectorAll('.rows > div')]);
    const button = edges([...element.renderRoot.querySelectorAll('.column > .bone')]);
    answer();
    const pay = page.getByRole('button', { name: /^Pay/ });
    await expect.element(pay).toBeVisible();
    const methods = (): Element[] =>
      page
        .getByRole('radio')
        .elements()
        .map((radio) => radio.closest('label') as Element);
    expect(methods()).toHaveLength(3);
    await expect.poll(() => edges(methods())).toEqual(near(rows));
    await expect.poll(() => edges([pay.element()])).toEqual(near(button));
  },
);
