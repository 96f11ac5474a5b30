import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { freshPage } from '../../support/browser.js';
import { cardFrame, pickMethod } from '../../support/shopper.js';
import { useStack } from '../../support/use-stack.js';

const rig = useStack();

/** A control that a browser may fill in, as it does or does not show. */
interface Fillable {
  readonly name: string;
  readonly autocomplete: string;
  readonly isSeen: boolean;
}

/** Every one of the page, through all shadow roots; frames of other origins are not the page's. */
const fillables = (page: Page): Promise<Fillable[]> =>
  page.evaluate(() => {
    const found: Fillable[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.matches('input:not([type=radio], [type=checkbox]), select, textarea')) continue;
        const { width, height, left, top } = element.getBoundingClientRect();
        const isSeen =
          element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
          Math.min(width, height) >= 24 &&
          left >= 0 &&
          top + scrollY >= 0 &&
          left < innerWidth &&
          getComputedStyle(element).clipPath === 'none';
        const { autocomplete, name } = element as HTMLInputElement;
        found.push({ name, autocomplete, isSeen });
      }
    };
    visit(document);
    return found;
  });

/** What would let the page have a card that the browser remembers, or anything the shopper does not see being filled in. */
const harvests = (found: readonly Fillable[]): readonly Fillable[] =>
  found.filter(
    ({ name, autocomplete, isSeen }) =>
      !isSeen || /cc-|card|cvc|cvv|\bpan\b/i.test(`${autocomplete} ${name}`),
  );

describe('S-26: autofill', () => {
  test('is told what each field of the frame is, and allowed to fill it in', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    const inputs = cardFrame(page).locator('input');
    await inputs.first().waitFor();
    const told = await inputs.evaluateAll((all) =>
      (all as HTMLInputElement[]).map(({ autocomplete, inputMode, type, form }) => [
        autocomplete,
        inputMode,
        type,
        form?.autocomplete,
      ]),
    );
    expect(told).toEqual([
      ['cc-number', 'numeric', 'text', 'on'],
      ['cc-exp', 'numeric', 'text', 'on'],
      ['cc-csc', 'numeric', 'text', 'on'],
      ['cc-name', 'text', 'text', 'on'],
    ]);
    const allow = await page.locator('iframe[title="Card details"]').getAttribute('allow');
    expect(allow).toBe(`payment ${new URL(rig.stack.payUrl).origin}; autofill; shared-autofill`);
    await context.close();
  });

  test('finds nothing of a card to fill in outside the frame, and nothing the shopper does not see', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    const seen = new Set<string>();
    for (const method of ['card', 'pix', 'boleto']) {
      await pickMethod(page, method);
      if (method === 'card') await cardFrame(page).locator('input').first().waitFor();
      // The fields of a boleto are fetched when it is picked.
      if (method === 'boleto') await page.getByLabel('Full name').waitFor();
      const found = await fillables(page);
      expect(harvests(found), method).toEqual([]);
      for (const { autocomplete } of found) seen.add(autocomplete);
    }
    // It looks into the shadow roots: the shopper's own fields are there.
    expect([...seen].join()).toMatch(/email|name/);
    // And it would see one.
    await page.evaluate(() => {
      const input = document.createElement('input');
      input.autocomplete = 'cc-number';
      input.setAttribute('hidden', '');
      document.querySelector('checkout-session')?.shadowRoot?.append(input);
    });
    expect(harvests(await fillables(page))).toHaveLength(1);
    await context.close();
  });
});
