import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/define.js';
import type { LineItem } from '../../src/core/session/session.js';
import { RowHeights } from '../../src/elements/order-items/row-heights.js';
import { aSession } from '../support/fixtures.js';
import { expectAccessible, showAlone } from './stage.js';

const MANY = 5000;
const SETTLE_MS = 10_000;

/** Rows of several heights, as real ones are. */
const items = (count: number): readonly LineItem[] =>
  Array.from({ length: count }, (_none, index) => ({
    name: `Item ${String(index + 1)}`,
    quantity: index % 3 === 0 ? 2 : 1,
    unitAmount: 100,
    totalAmount: 100,
    ...(index % 4 === 0 && { description: 'In two lines where the place is narrow '.repeat(2) }),
  }));

const rows = (): readonly HTMLElement[] => page.getByRole('listitem').elements() as HTMLElement[];
const places = (): number[] => rows().map((row) => Number(row.getAttribute('aria-posinset')));
const view = (): HTMLElement => page.getByRole('group', { name: 'Order summary' }).element() as HTMLElement;

/** The places of the rows that can be seen in the view. */
const seen = (): number[] => {
  const box = view().getBoundingClientRect();
  return rows()
    .filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > box.top && top < box.bottom;
    })
    .map((row) => Number(row.getAttribute('aria-posinset')));
};

const show = async (count: number, properties: object = {}) => {
  const element = await showAlone('order-summary', {
    session: aSession({ items: items(count) }),
    ...properties,
  });
  // In a collapsed order there are none to be seen yet.
  if (!('collapsible' in properties))
    await vi.waitFor(() => {
      expect(rows().length).toBeGreaterThan(0);
    });
  return element;
};

const settled = async (): Promise<void> => {
  let last = '';
  await vi.waitFor(async () => {
    // A view tells of a scroll with the next picture.
    await new Promise(requestAnimationFrame);
    const now = JSON.stringify([places(), view().scrollTop, view().scrollHeight]);
    const isStill = now === last;
    last = now;
    expect(isStill).toBe(true);
  }, SETTLE_MS);
};

test('up to a hundred items are all drawn', async () => {
  await show(100);
  expect(rows()).toHaveLength(100);
});

test('past a hundred only what can be seen is drawn, each row with its place in the whole', async () => {
  const element = await show(101);
  await settled();
  expect(rows().length).toBeLessThan(60);
  expect(places()).toEqual(places().map((_place, at) => at + 1));
  for (const row of rows()) expect(row.getAttribute('aria-setsize')).toBe('101');
  expect(seen()[0]).toBe(1);
  await expectAccessible(element);
});

describe('a view of thousands', () => {
  test('never holds more than a few rows, and no hole, wherever it is scrolled to', async () => {
    await show(MANY);
    for (const part of [0.1, 0.5, 0.77, 1, 0.3, 0]) {
      view().scrollTop = view().scrollHeight * part;
      await settled();
      expect(rows().length).toBeLessThan(60);
      const now = seen();
      expect(now.map((place, at) => place - at)).toEqual(now.map(() => now[0]));
      const box = view().getBoundingClientRect();
      const drawn = rows().map((row) => row.getBoundingClientRect());
      expect(Math.min(...drawn.map(({ top }) => top))).toBeLessThanOrEqual(box.top + 1);
      expect(Math.max(...drawn.map(({ bottom }) => bottom))).toBeGreaterThanOrEqual(box.bottom - 1);
    }
  });

  test('scrolls by keyboard, to the last row and back to the first', async () => {
    await show(MANY);
    view().focus();
    await userEvent.keyboard('{End}');
    await vi.waitFor(() => {
      expect(seen().at(-1)).toBe(MANY);
    });
    await userEvent.keyboard('{Home}');
    await vi.waitFor(() => {
      expect(seen()[0]).toBe(1);
    });
    await userEvent.keyboard('{PageDown}');
    await vi.waitFor(() => {
      expect(seen()[0]).toBeGreaterThan(1);
    });
  });

  test('keeps its place when the session is read again', async () => {
    const element = await show(MANY);
    view().scrollTop = 90_000;
    await settled();
    const before = [view().scrollTop, seen()];
    Object.assign(element, { session: aSession({ items: items(MANY), version: 2 }) });
    await element.updateComplete;
    await settled();
    expect([view().scrollTop, seen()]).toEqual(before);
  });

  test('is there when a collapsed summary is opened', async () => {
    await show(MANY, { collapsible: true });
    (page.getByText('Order summary').elements()[0] as HTMLElement).click();
    await vi.waitFor(() => {
      expect(seen()[0]).toBe(1);
    });
    await settled();
    expect(rows().length).toBeLessThan(60);
  });
});

describe('where the rows of a long list stand', () => {
  const measured = fc.uniqueArray(fc.tuple(fc.nat(299), fc.integer({ min: 1, max: 400 })), {
    selector: ([index]) => index,
  });

  test('every row is found at its own top, whatever was measured', () => {
    fc.assert(
      fc.property(measured, measured, fc.nat(299), (first, more, index) => {
        const heights = new RowHeights(300);
        heights.measure(first);
        heights.measure(more);
        expect(heights.at(heights.top(index) + 0.5)).toBe(index);
        expect(heights.top(index + 1)).toBeGreaterThan(heights.top(index));
      }),
    );
  });

  test('above the first is the first, below the last the last', () => {
    const heights = new RowHeights(3);
    expect([heights.at(-10), heights.at(1e9)]).toEqual([0, 2]);
    expect(new RowHeights(0).at(0)).toBe(0);
  });

  test('a row that is not shown has no height to go by', () => {
    const heights = new RowHeights(2);
    heights.measure([
      [0, 0],
      [1, 40],
    ]);
    expect(heights.top(2)).toBe(80);
  });
});

test('the prices of many items stand above the sums of the order, and how many there are is said', async () => {
  await show(300);
  await settled();
  const right = (element: Element | undefined): number =>
    Math.round(element?.getBoundingClientRect().right ?? -1);
  const total = page.getByRole('definition').elements()[0];
  await expect.poll(() => right(rows()[0]?.lastElementChild ?? undefined)).toBe(right(total));
  await expect.element(page.getByText('300 items')).toBeVisible();
});

test.each([
  [300, '· 300 items'],
  [2, '· 2 items'],
])('an order of %i that is closed says how many it holds', async (count, words) => {
  await show(count, { collapsible: true });
  await expect.element(page.getByText(`Order summary ${words}`)).toBeVisible();
});
