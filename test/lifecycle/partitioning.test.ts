import type { Frame, Page } from 'playwright';
import { expect, test } from 'vitest';
import { openReady, show, untilState, useStage } from '../support/lifecycle-stage.js';
import { CARDS, fillCard, payButton } from '../support/shopper.js';

const stage = useStage();

/** The card frame's origin on another site than the shop's: `127.0.0.1` beside `localhost`. */
const otherSite = (url: string): string => url.replace('localhost', '127.0.0.1');

const frameOf = async (page: Page): Promise<Frame> => {
  const handle = await page.locator('iframe[title="Card details"]').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('there is no card frame');
  return frame;
};

test('a card is paid in a frame of another site, whose storage is its own there and stays empty', async () => {
  const frameUrl = `${otherSite(stage.stack.payUrl)}/card-frame/index.html`;
  const shown = show(
    stage,
    { paymentMethods: [{ type: 'card', tokenizer: { name: 'sandbox', frameUrl } }] },
    {},
    { csp: null },
  );
  // The same origin as a site of its own, where it may keep what it likes.
  const own = await stage.context.newPage();
  await own.goto(`${otherSite(stage.stack.payUrl)}/payer`);
  await own.evaluate(() => {
    localStorage.setItem('mark', 'first party');
  });
  const page = await openReady(stage, shown, 'card');
  await fillCard(page, CARDS.approved);
  const frame = await frameOf(page);
  expect(new URL(frame.url()).origin).toBe(otherSite(stage.stack.payUrl));
  // The positive control: with partitioning the frame does not see what its origin keeps elsewhere.
  expect(await frame.evaluate(() => localStorage.getItem('mark'))).toBeNull();
  expect(await own.evaluate(() => localStorage.getItem('mark'))).toBe('first party');
  await payButton(page).click();
  await untilState(page, ['succeeded']);
  expect(stage.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
  await page.close();
  await own.close();
});
