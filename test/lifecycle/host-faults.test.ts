import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { EVENT_KEYS } from '../support/event-schema.js';
import { lifecycleContext, pressNow } from '../support/lifecycle-browser.js';
import {
  openReady,
  pause,
  show,
  until,
  untilState,
  useStage,
  type Shown,
} from '../support/lifecycle-stage.js';
import { ANSWER_FAULTS, only } from '../support/lifecycle-gate.js';
import { cardFrame, CARDS, fillCard, payButton, pickMethod, status } from '../support/shopper.js';
import { checkoutTag } from '../support/stack.js';
import { WAIT_MS } from '../support/wait.js';

const stage = useStage();

const EVENTS = Object.keys(EVENT_KEYS);

/** Every listener of the host page throws; which of them were called is kept. */
function throwAlways(names: readonly string[]): void {
  const thrown: string[] = [];
  Object.assign(window, { thrown });
  for (const name of names)
    addEventListener(
      name,
      () => {
        thrown.push(name);
        throw new Error(`a fault of the shop's in ${name}`);
      },
      true,
    );
}

const thrownIn = async (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { thrown: string[] }).thrown);

describe.concurrent('a host page whose every listener throws', () => {
  /** What happens, and the events that it has to be told by in spite of all. */
  const FLOWS: readonly (readonly [
    flow: string,
    run: (page: Page, shown: Shown) => Promise<unknown>,
    truth: string,
    told: readonly string[],
  ])[] = [
    [
      'a payment that is declined, and then one that is paid',
      async (page, shown) => {
        await openReady(stage, shown, 'pix', page);
        await payButton(page).click();
        await untilState(page, ['action_required']);
        stage.stack.sandbox.decline(shown.id);
        await untilState(page, ['ready']);
        await payButton(page).click();
        await untilState(page, ['action_required']);
        stage.stack.sandbox.payPix(shown.id);
      },
      'succeeded',
      [
        'checkout-ready',
        'payment-method-change',
        'payment-start',
        'payment-action',
        'payment-failure',
        'payment-success',
        'checkout-state-change',
      ],
    ],
    [
      'a payment whose answer is lost',
      async (page, shown) => {
        stage.gate.rule(shown.token, only('pay', ANSWER_FAULTS.html));
        await openReady(stage, shown, 'pix', page);
        await payButton(page).click();
      },
      'action_required',
      ['payment-unknown', 'payment-action'],
    ],
    [
      'a session whose time ends',
      async (page, shown) => {
        await openReady(stage, shown, 'pix', page);
        stage.stack.sandbox.expire(shown.id);
        await page.evaluate(() => dispatchEvent(new Event('online')));
      },
      'expired',
      ['session-expire'],
    ],
    [
      'a shopper who cancels',
      async (page, shown) => {
        await openReady(stage, shown, 'pix', page);
        await page.getByRole('button', { name: /^(Cancel|Back)/ }).click();
      },
      'canceled',
      ['checkout-cancel', 'checkout-redirect'],
    ],
    [
      'an API that is down',
      async (page, shown) => {
        stage.gate.rule(shown.token, () => new Response(null, { status: 500 }));
        await page.goto(shown.url);
      },
      'unavailable',
      ['checkout-error'],
    ],
  ];

  test.each(FLOWS)('%s', async (_flow, run, truth, told) => {
    const shown = show(stage, { cancelUrl: `${stage.stack.shopUrl}/nowhere` }, { redirect: 'manual' });
    const page = await stage.context.newPage();
    await page.addInitScript(throwAlways, EVENTS);
    await run(page, shown);
    await untilState(page, [truth]);
    expect(await thrownIn(page)).toEqual(expect.arrayContaining([...told]));
    const { ledger } = stage.stack.sandbox;
    expect(ledger.chargesOf(shown.id)).toHaveLength(truth === 'succeeded' ? 1 : 0);
    const keys = ledger.arrivalsOf(shown.id).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    await page.close();
  });
});

describe.concurrent('a browser that denies storage', () => {
  test.each(['throws on every use', 'has no room left'])('and %s', async (kind) => {
    const { link, apiBase } = stage.stack.sandbox.createPaymentLink('native', { currency: 'BRL' });
    const page = await stage.context.newPage();
    await page.addInitScript((isFull) => {
      const refuse = (): never => {
        throw new DOMException('no', isFull ? 'QuotaExceededError' : 'SecurityError');
      };
      Storage.prototype.setItem = refuse;
      if (isFull) return;
      Storage.prototype.getItem = refuse;
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get: refuse, configurable: true });
    }, kind === 'has no room left');
    await page.goto(
      stage.stack.page(checkoutTag({ 'payment-link': link, 'api-base': apiBase, locale: 'en' }), {
        cacheControl: 'no-cache',
      }),
    );
    await pickMethod(page, 'pix');
    await pressNow(page);
    await pressNow(page);
    await untilState(page, ['action_required']);
    const id = await page.evaluate(() => {
      const element = document.querySelector('checkout-session') as unknown as {
        state: { session: { id: string } };
      };
      return element.state.session.id;
    });
    expect(stage.stack.sandbox.ledger.arrivalsOf(id)).toHaveLength(1);
    stage.stack.sandbox.payPix(id);
    await untilState(page, ['succeeded']);
    expect(stage.stack.sandbox.ledger.chargesOf(id)).toHaveLength(1);
    await page.close();
  });
});

describe.concurrent('a file that is not found, once', () => {
  /** Each file that comes later, and the method whose payment needs it. */
  const FILES: readonly (readonly [file: string, method: string])[] = [
    ['payment-runner', 'pix'],
    ['prepare-payment', 'pix'],
    ['pix-payment', 'pix'],
    ['payment-qr-code', 'pix'],
    ['payment-result', 'pix'],
    ['en-more', 'pix'],
    ['card-form', 'card'],
    ['customer-fields', 'pix with fields'],
    ['payment-redirect', 'bank_redirect'],
    ['mobile-money-prompt', 'mobile_money'],
  ];

  test.each(FILES)('%s, on the way to pay by %s: paid once, and shown', async (file, way) => {
    const method = way.split(' ')[0] ?? '';
    const currency = { bank_redirect: 'CLP', mobile_money: 'USD' }[method] ?? 'BRL';
    const shown = show(
      stage,
      {
        currency,
        ...(way.includes('fields') && { requiredFields: ['email'] as const }),
      },
      { redirect: 'manual' },
    );
    // Nothing of it may be in the cache yet.
    const page = await (await lifecycleContext(stage.browser)).newPage();
    let missed = 0;
    await page.route(new RegExp(`/chunks/${file}-[^/]*\\.js$`), async (route) => {
      missed += 1;
      if (missed === 1) await route.fulfill({ status: 404, body: 'not found' });
      else await route.continue();
    });
    await openReady(stage, shown, method, page);
    await payAsLongAsItTakes(page, way);
    if (['pix-payment', 'payment-redirect', 'mobile-money-prompt'].includes(file)) {
      await page.getByRole('button', { name: 'Try again' }).click({ timeout: WAIT_MS });
      await until(file, async () => page.evaluate((tag) => customElements.get(tag) !== undefined, file));
    }
    const { ledger } = stage.stack.sandbox;
    if (ledger.chargesOf(shown.id).length === 0) stage.stack.sandbox.pay(shown.id);
    await untilState(page, ['succeeded']);
    await page.getByText('Payment received').and(page.locator(':visible')).first().waitFor();
    expect(missed).toBeGreaterThan(0);
    expect(ledger.chargesOf(shown.id)).toHaveLength(1);
    expect(ledger.arrivalsOf(shown.id)).toHaveLength(1);
    await page.context().close();
  });
});

/** Does what a shopper does: tries again what could not be loaded, fills in what is asked, presses Pay. */
async function payAsLongAsItTakes(page: Page, way: string): Promise<void> {
  const isSent = async (): Promise<boolean> =>
    ['action_required', 'processing', 'succeeded'].includes(await status(page));
  for (let turn = 0; turn < 20 && !(await isSent()); turn++) {
    // A press is being seen to, or a fault of it: whoever typed on would type into a form that is on its way out.
    await until('no press is on its way', async () => (await status(page)) !== 'submitting');
    if (await isSent()) return;
    const again = page.getByRole('button', { name: 'Try again' });
    if ((await again.count()) > 0)
      await again
        .first()
        .click()
        .catch(() => undefined);
    else await fillAndPay(page, way);
    await pause(250);
  }
  await until('sent', isSent);
}

async function fillAndPay(page: Page, way: string): Promise<void> {
  if (way === 'card') {
    const number = cardFrame(page).getByLabel('Card number');
    // Its file may just have been missed: then there is a button to try again first.
    if (
      !(await number.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      ))
    )
      return;
    await fillCard(page, CARDS.approved);
  }
  // The form's own file may be the one that is missed: whoever waits for the field is asked to try again.
  const again = page.getByRole('button', { name: 'Try again' });
  await page.addLocatorHandler(again, async (button) => button.click());
  if (way === 'mobile_money') await page.getByRole('textbox', { name: /number/ }).fill('0779999999');
  if (way.includes('fields')) await page.getByRole('textbox', { name: /^E-mail/ }).fill('ana@example.com');
  await page.removeLocatorHandler(again);
  await payButton(page)
    .click({ timeout: 5_000 })
    .catch(() => undefined);
}
