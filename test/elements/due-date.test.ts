import type { LitElement } from 'lit';
import { expect, test } from 'vitest';
import { buildBoleto } from '../../src/sandbox/engine/boleto-line.js';
import { aPayment } from '../support/fixtures.js';
import { openStage } from './stage.js';

/** What a page's margins and the checkout's own leave on phones of 320 (with wide margins, and with none) and of 375. */
const WIDTHS_PX = [254, 278, 309];

const LOCALES = Object.keys(import.meta.glob('../../src/i18n/locales/*.ts'))
  .map((file) => file.slice(file.lastIndexOf('/') + 1, -'.ts'.length))
  .filter((name) => !/-(more|action)$/.test(name));

const payment = aPayment();
const SLIP = buildBoleto(payment.amount, Date.UTC(2026, 10, 30), '0123456789'.repeat(3).slice(0, 25));
const DAYS = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 28, 12));

const pen = document.createElement('canvas').getContext('2d');
const widthOf = (text: string, element: Element): number => {
  if (!pen) throw new Error('no canvas');
  pen.font = `600 16px ${getComputedStyle(element).fontFamily}`;
  return pen.measureText(text).width;
};

/** How many lines the date takes that the boleto is due on. */
function linesOfDate(element: LitElement, date: string): number {
  const shown = [...element.renderRoot.querySelectorAll('dd bdi')].find(
    ({ textContent }) => textContent === date,
  );
  // Characters of another script stand a little higher or lower on the same line.
  const tops = [...(shown?.getClientRects() ?? [])].map(({ top }) => Math.round(top / 10));
  return new Set(tops).size;
}

test('the day that a boleto is due on is written out, on one line of a narrow phone, in every language', async () => {
  const { host, store, add } = await openStage();
  const element = await add('boleto-payment');
  host.style.display = 'block';
  const broken: string[] = [];
  expect(LOCALES.length).toBeGreaterThan(30);
  for (const locale of LOCALES) {
    await store.i18n.setLocale([locale]);
    const width = (day: number): number => widthOf(store.i18n.date(day), element);
    const expiresAt = DAYS.reduce((longest, day) => (width(day) > width(longest) ? day : longest));
    const date = store.i18n.date(expiresAt);
    Object.assign(element, { payment, action: { type: 'voucher', scheme: 'boleto', ...SLIP, expiresAt } });
    element.requestUpdate();
    await element.updateComplete;
    for (const room of WIDTHS_PX) {
      host.style.inlineSize = `${String(room)}px`;
      const lines = linesOfDate(element, date);
      if (lines !== 1) broken.push(`${locale}, ${String(room)} px: ${date} on ${String(lines)} lines`);
    }
  }
  expect(broken).toEqual([]);
});
