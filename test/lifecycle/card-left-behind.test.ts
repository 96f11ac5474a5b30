import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { goAway, goBack, lifeOf } from '../support/lifecycle-browser.js';
import {
  openReady,
  payElsewhere,
  show,
  until,
  untilState,
  useStage,
  type Shown,
} from '../support/lifecycle-stage.js';
import { CARDS, cardFrame, fillCard, payButton, pickMethod } from '../support/shopper.js';

const stage = useStage();

const MAX_DECLINES = 5;

/** The one tag by itself, which takes the form away; and a merchant's own arrangement, in which it stays and is hidden. */
const LAYOUTS: Readonly<Record<string, string>> = {
  'one tag': '',
  'an arrangement of the merchant’s':
    '<payment-method-picker></payment-method-picker><card-form></card-form><pay-button></pay-button><payment-result></payment-result>',
};

/** In a frame: what every control holds, those in shadow roots too. */
const readControls = (): string[] => {
  const valuesIn = (root: ParentNode): string[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLInputElement && element.type !== 'radio' ? [element.value] : []),
      ...(element.shadowRoot ? valuesIn(element.shadowRoot) : []),
    ]);
  return valuesIn(document).filter(Boolean);
};

/** What is typed in any frame; one that is being taken away holds nothing. */
async function typedIn(page: Page): Promise<string[]> {
  const all = page.frames().map(async (frame) => frame.evaluate(readControls).catch(() => []));
  return (await Promise.all(all)).flat();
}

/** The same of a page's iframes after its return: the driver has lost sight of them, the browser has not. */
async function typedInReturned(page: Page): Promise<unknown[]> {
  const cdp = await page.context().newCDPSession(page);
  const answers: Promise<unknown>[] = [];
  cdp.on('Target.attachedToTarget', ({ sessionId }) => {
    answers.push(
      new Promise((resolve) => {
        cdp.on('Target.receivedMessageFromTarget', (heard) => {
          if (heard.sessionId !== sessionId) return;
          resolve(
            (JSON.parse(heard.message) as { result: { result: { value: unknown } } }).result.result.value,
          );
        });
      }),
    );
    const params = { expression: `(${String(readControls)})()`, returnByValue: true };
    const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params });
    void cdp.send('Target.sendMessageToTarget', { sessionId, message });
  });
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  return Promise.all(answers);
}

type End = (page: Page, shown: Shown) => Promise<unknown>;

const press: End = async (page) => payButton(page).click();
const readAgain: End = async (page) =>
  page.evaluate(async () => {
    await document
      .querySelector<HTMLElement & { refresh(): Promise<unknown> }>('checkout-session')
      ?.refresh();
  });

/** How the card's use ends, and the state it ends in. */
const ENDS: readonly (readonly [how: string, number: string, end: End, state: string])[] = [
  ['it is paid', CARDS.approved, press, 'succeeded'],
  [
    'its time is over',
    CARDS.approved,
    async (page, shown) => {
      stage.stack.sandbox.expire(shown.id);
      await readAgain(page, shown);
    },
    'expired',
  ],
  [
    'the merchant cancels it',
    CARDS.approved,
    async (page, shown) => {
      stage.stack.sandbox.cancelSession(shown.id);
      await readAgain(page, shown);
    },
    'canceled',
  ],
  [
    'it is locked by the last decline',
    CARDS.declined,
    async (page, shown) => {
      for (let attempt = 1; attempt < MAX_DECLINES; attempt++)
        await payElsewhere(stage, shown, CARDS.declined);
      await readAgain(page, shown);
      await fillCard(page, CARDS.declined);
      await press(page, shown);
    },
    'locked',
  ],
  [
    'the page shows another session',
    CARDS.approved,
    async (page) => {
      const { token } = stage.stack.sandbox.createSession('native', { currency: 'BRL' });
      await page.evaluate((other) => {
        Object.assign(document.querySelector('checkout-session') ?? {}, { token: other });
      }, token);
      await page.waitForTimeout(100);
    },
    'ready',
  ],
];

describe.concurrent.each(Object.entries(LAYOUTS))('in %s nothing of a card is left', (_layout, children) => {
  async function typed(number: string): Promise<{ page: Page; shown: Shown }> {
    const shown = show(stage, {}, {}, {}, children);
    const page = await openReady(stage, shown, 'card');
    await fillCard(page, number);
    expect((await typedIn(page)).join(' ').replaceAll(' ', '')).toContain(number);
    return { page, shown };
  }

  test.each(ENDS)(
    'once %s',
    async (_how, number, end, state) => {
      const { page, shown } = await typed(number);
      await end(page, shown);
      await untilState(page, [state]);
      await until('blank', async () => (await typedIn(page)).length === 0, 2_000);
      await page.close();
    },
    60_000,
  );

  test('once it is taken off the page, nor when it is put back', async () => {
    const { page } = await typed(CARDS.approved);
    await page.evaluate(() => {
      const element = document.querySelector('checkout-session');
      Object.assign(window, { kept: element });
      element?.remove();
    });
    await until('no frame', () => page.frames().length === 1, 2_000);
    await page.evaluate(() => {
      document.body.append((window as unknown as { kept: Element }).kept);
    });
    await pickMethod(page, 'card');
    await cardFrame(page).getByLabel('Card number').waitFor();
    expect(await typedIn(page)).toEqual([]);
    await page.close();
  }, 60_000);

  test('when the page comes back from the back/forward cache', async () => {
    const { page, shown } = await typed(CARDS.approved);
    await goAway(page, `${stage.stack.shopUrl}/cancel`);
    const back = await goBack(page, shown.url);
    expect((await lifeOf(back)).filter(({ persisted }) => persisted).map(({ type }) => type)).toContain(
      'pageshow',
    );
    expect(await typedInReturned(back)).toEqual([[]]);
    await back.close();
  }, 60_000);
});
