import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { freshPage, heard, violations } from '../support/browser.js';
import {
  cardFrame,
  CARDS,
  fillCard,
  payButton,
  pickMethod,
  status,
  untilStatus,
} from '../support/shopper.js';
import { checkoutTag } from '../support/stack.js';
import { useStack } from '../support/use-stack.js';

const rig = useStack();

const untilError = async (page: Page, code: string) => {
  await expect
    .poll(
      async () =>
        (await heard(page))
          .filter(({ type }) => type === 'checkout-error')
          .map(({ detail }) => detail['code']),
      {
        timeout: 10_000,
      },
    )
    .toContain(code);
  return (await heard(page)).find(({ detail }) => detail['code'] === code)?.detail;
};

describe('what a merchant may get wrong', () => {
  const token = `cs_test_${'a'.repeat(48)}`;
  test.each<[string, () => Record<string, string>, string]>([
    ['no token', () => ({ 'api-base': `${rig.stack.apiUrl}/native` }), 'missing_token'],
    [
      'a token of the wrong shape',
      () => ({ token: 'hello', 'api-base': `${rig.stack.apiUrl}/native` }),
      'malformed_token',
    ],
    ['no api-base', () => ({ token }), 'missing_api_base'],
    ['an api-base that is no URL', () => ({ token, 'api-base': 'api.example' }), 'malformed_api_base'],
    ['an api-base that is a path', () => ({ token, 'api-base': '/api' }), 'malformed_api_base'],
    [
      'an api-base that is not https',
      () => ({ token, 'api-base': 'http://api.example' }),
      'insecure_api_base',
    ],
    [
      'an api-base with credentials',
      () => ({ token, 'api-base': 'https://u:p@api.example' }),
      'insecure_api_base',
    ],
    [
      'an api-base that is a script',
      () => ({ token, 'api-base': 'javascript:alert(1)' }),
      'insecure_api_base',
    ],
    [
      'an unknown provider',
      () => ({ token, 'api-base': `${rig.stack.apiUrl}/native`, provider: 'paypal' }),
      'unknown_provider',
    ],
  ])('%s: an event with a hint and a screen, and no exception', async (_name, attributes, code) => {
    const { page, context, errors } = await freshPage(rig.browser);
    await page.goto(rig.stack.page(checkoutTag({ locale: 'en', ...attributes() })));
    const detail = await untilError(page, code);
    expect(detail).toMatchObject({ kind: 'integration', hint: expect.stringMatching(/.{10}/) });
    await page.getByRole('heading', { level: 2 }).waitFor();
    expect(await status(page)).toBe('unavailable');
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a token that is set a moment later is no mistake', async () => {
    const { token: later, apiBase } = rig.stack.sandbox.createSession('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(rig.stack.page(checkoutTag({ 'api-base': apiBase, locale: 'en' })));
    await page.locator('checkout-session').evaluate((element, value) => {
      (element as unknown as { token: string }).token = value;
    }, later);
    await pickMethod(page, 'pix');
    expect((await heard(page)).some(({ type }) => type === 'checkout-error')).toBe(false);
    await context.close();
  });

  test.each([
    ['no language', 'xx-klingon-1', true],
    ['a language without words', 'eu', true],
    ['a region of a language with words', 'en-ZW', false],
  ])('a locale that is %s', async (_name, locale, reported) => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' }, { locale });
    const { page, context, errors } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await page.getByRole('radio', { name: /^Pix/ }).waitFor();
    const codes = (await heard(page)).map(({ detail }) => detail['code']);
    expect(codes.includes('unknown_locale')).toBe(reported);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('two elements with one token: the first works, the second says why not, and takes over when the first goes', async () => {
    const { token: one, apiBase } = rig.stack.sandbox.createSession('native', { currency: 'BRL' });
    const tag = checkoutTag({ token: one, 'api-base': apiBase, locale: 'en' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(rig.stack.page(tag + tag));
    await page.getByRole('heading', { name: 'This checkout is open twice' }).waitFor();
    expect(await page.getByRole('radio', { name: /^Pix/ }).count()).toBe(1);
    expect(await untilError(page, 'duplicate_token')).toMatchObject({
      kind: 'integration',
      hint: expect.any(String),
    });
    await page.evaluate(() => document.querySelector('checkout-session')?.remove());
    await page.getByRole('radio', { name: /^Pix/ }).waitFor();
    expect(await page.getByRole('heading', { name: 'This checkout is open twice' }).count()).toBe(0);
    await context.close();
  });

  test('a policy that blocks the API is named, with the directive', async () => {
    const { token: blocked, apiBase } = rig.stack.sandbox.createSession('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(
      rig.stack.page(checkoutTag({ token: blocked, 'api-base': apiBase, locale: 'en' }), {
        csp: "default-src 'none'; script-src 'self'; connect-src 'none'",
      }),
    );
    const detail = await untilError(page, 'csp_blocked');
    expect(detail).toMatchObject({ kind: 'integration', hint: `Add ${rig.stack.apiUrl} to connect-src.` });
    // The positive control of the tests that expect no violation.
    expect((await violations(page)).some((entry) => entry.startsWith('connect-src'))).toBe(true);
    await context.close();
  });
});

describe('what a page may do to the element at any moment', () => {
  const moments = ['loading', 'ready', 'submitting', 'action_required', 'succeeded'] as const;

  /** Brings a fresh checkout to a moment. */
  const reach = async (moment: (typeof moments)[number]) => {
    const shown = rig.stack.checkout(
      'native',
      { currency: 'BRL', successUrl: undefined },
      { redirect: 'manual' },
    );
    const opened = await freshPage(rig.browser);
    const { page } = opened;
    if (moment === 'loading') rig.stack.sandbox.setFault({ latencyMs: 1_500, on: 'read' });
    await page.goto(shown.url);
    if (moment === 'loading') return { shown, ...opened };
    await pickMethod(page, 'pix');
    if (moment === 'ready') return { shown, ...opened };
    if (moment === 'submitting') rig.stack.sandbox.setFault({ latencyMs: 1_500, on: 'pay' });
    const sent = page.waitForRequest((request) => request.headers()['idempotency-key'] !== undefined);
    await payButton(page).click();
    if (moment === 'submitting') {
      // Under way, and not about to be: what is taken back before it leaves is a payment that never was.
      await sent;
      await page.waitForTimeout(200);
      return { shown, ...opened };
    }
    await untilStatus(page, 'action_required');
    if (moment === 'action_required') return { shown, ...opened };
    rig.stack.sandbox.payPix(shown.id);
    await untilStatus(page, 'succeeded');
    return { shown, ...opened };
  };

  test.each(moments)('removed for good while %s: silent, and nothing more is sent', async (moment) => {
    const { page, context, errors } = await reach(moment);
    await page.evaluate(() => document.querySelector('checkout-session')?.remove());
    await page.waitForTimeout(300);
    rig.stack.sandbox.setFault({});
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.waitForTimeout(3_500);
    expect(requests.filter((url) => url.startsWith(rig.stack.apiUrl))).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test.each(moments)('moved within the page while %s: it goes on', async (moment) => {
    const { page, context, errors, shown } = await reach(moment);
    await page.evaluate(() => {
      const element = document.querySelector('checkout-session');
      const box = document.createElement('section');
      document.body.prepend(box);
      if (element) box.append(element);
    });
    rig.stack.sandbox.setFault({});
    if (moment === 'loading') await pickMethod(page, 'pix');
    if (moment === 'loading' || moment === 'ready') await payButton(page).click();
    await untilStatus(page, 'action_required', 'succeeded');
    expect(rig.stack.sandbox.ledger.arrivalsOf(shown.id)).toHaveLength(1);
    expect(errors).toEqual([]);
    await context.close();
  });

  test.each(moments)(
    'taken out and put back while %s: it reads the session again and shows the truth',
    async (moment) => {
      const { page, context, errors, shown } = await reach(moment);
      await page.evaluate(async () => {
        const element = document.querySelector('checkout-session');
        element?.remove();
        await new Promise((resolve) => setTimeout(resolve, 400));
        if (element) document.body.append(element);
      });
      rig.stack.sandbox.setFault({});
      await untilStatus(
        page,
        ...(moment === 'loading' || moment === 'ready' ? ['ready'] : ['action_required', 'succeeded']),
      );
      expect(rig.stack.sandbox.ledger.arrivalsOf(shown.id).length).toBeLessThanOrEqual(1);
      expect(errors).toEqual([]);
      await context.close();
    },
  );

  test('shown from the start in a hidden box, it works once it is seen', async () => {
    const { token, apiBase } = rig.stack.sandbox.createSession('native', { currency: 'BRL' });
    const { page, context, errors } = await freshPage(rig.browser);
    await page.goto(
      rig.stack.page(`<div hidden>${checkoutTag({ token, 'api-base': apiBase, locale: 'en' })}</div>`),
    );
    await untilStatus(page, 'ready');
    await page.evaluate(() => document.querySelector('div[hidden]')?.removeAttribute('hidden'));
    await pickMethod(page, 'card');
    await cardFrame(page).getByLabel('Card number').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a new token while nothing is picked leaves no ghost of the old form in the way of paying', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const next = rig.stack.sandbox.createSession('native', { currency: 'BRL', paymentMethods: ['pix'] });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await page.getByRole('radio', { name: /^Card/ }).waitFor();
    await page.locator('checkout-session').evaluate((element, value) => {
      element.setAttribute('token', value);
    }, next.token);
    await page.getByRole('radio', { name: /^Card/ }).waitFor({ state: 'detached' });
    await payButton(page).click();
    await untilStatus(page, 'action_required');
    await context.close();
  });

  test('a new token starts a new session, and nothing of the old one is left', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL', requiredFields: ['email'] });
    const next = rig.stack.sandbox.createSession('native', {
      currency: 'BRL',
      requiredFields: ['email'],
      amount: 4_200,
    });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    await page.getByRole('textbox', { name: /^E-mail/ }).fill('ana@example.com');
    await page.locator('checkout-session').evaluate((element, value) => {
      element.setAttribute('token', value);
    }, next.token);
    await page.getByRole('button', { name: /42\.00/ }).waitFor();
    await pickMethod(page, 'pix');
    expect(await page.getByRole('textbox', { name: /^E-mail/ }).inputValue()).toBe('');
    await context.close();
  });
});

describe('the wall around the card', () => {
  test('nothing that is typed in the card frame is to be found in the host page', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' }, { redirect: 'manual' });
    const { page, context } = await freshPage(rig.browser);
    const bodies: string[] = [];
    page.on('request', (request) => {
      const [url, body] = [request.url(), request.postData() ?? ''];
      // The first eight digits name the issuer: the frame asks its own origin about them, and about nothing else.
      const isLookup = url.endsWith('/card-frame/brands') && body === '{"bin":"42424242"}';
      if (!url.includes('/card-frame/tokens') && !isLookup) bodies.push(url + body);
    });
    await page.goto(shown.url);
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      for (const name of ['keydown', 'input', 'beforeinput', 'paste', 'message'])
        addEventListener(
          name,
          (event) =>
            seen.push(name + JSON.stringify((event as MessageEvent).data ?? (event as KeyboardEvent).key)),
          true,
        );
    });
    await pickMethod(page, 'card');
    await fillCard(page, CARDS.approved);
    await cardFrame(page).getByLabel('Security code').pressSequentially('7');
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    const host = await page.evaluate(() =>
      JSON.stringify([(window as unknown as { seen: string[] }).seen, document.documentElement.outerHTML]),
    );
    for (const secret of [CARDS.approved, '4242 4242 4242 4242', '42424242']) {
      expect(host).not.toContain(secret);
      expect(bodies.join('\n')).not.toContain(secret);
    }
    await context.close();
  });
});

describe('what the host page decides', () => {
  test('payment-start can be vetoed: nothing is sent, and the form is usable again', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await page.evaluate(() => {
      document.addEventListener(
        'payment-start',
        (event) => {
          event.preventDefault();
        },
        { once: true },
      );
    });
    await pickMethod(page, 'pix');
    await payButton(page).click();
    await untilStatus(page, 'ready');
    expect(rig.stack.sandbox.ledger.arrivalsOf(shown.id)).toHaveLength(0);
    await payButton(page).click();
    await untilStatus(page, 'action_required');
    await context.close();
  });

  test('checkout-redirect can be prevented: the paid screen stays, with its link', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await page.evaluate(() => {
      document.addEventListener('checkout-redirect', (event) => {
        event.preventDefault();
      });
    });
    await pickMethod(page, 'pix');
    await payButton(page).click();
    await untilStatus(page, 'action_required');
    rig.stack.sandbox.payPix(shown.id);
    await page.getByRole('heading', { name: 'Payment received' }).waitFor();
    expect(page.url()).toBe(shown.url);
    expect(await payButton(page).count()).toBe(0);
    await context.close();
  });

  test('many presses, Enter and submit() at once are one payment', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    await page.locator('checkout-session').evaluate((element) => {
      const checkout = element as unknown as { submit(): Promise<unknown> };
      for (let press = 0; press < 7; press++) void checkout.submit();
    });
    await untilStatus(page, 'action_required');
    expect(rig.stack.sandbox.ledger.arrivalsOf(shown.id)).toHaveLength(1);
    await context.close();
  });

  test('a double click pays once, and does not hit what the next screen puts in its place', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    const box = await payButton(page).boundingBox();
    if (!box) throw new Error('no pay button');
    const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
    await page.mouse.click(...at, { clickCount: 2, delay: 30 });
    await untilStatus(page, 'action_required');
    // The third click of a nervous finger, wherever it now lands on the new screen.
    const other = await page.getByRole('button', { name: 'Pay another way' }).boundingBox();
    if (!other) throw new Error('no other way');
    await page.mouse.move(other.x + other.width / 2, other.y + other.height / 2);
    await page.mouse.down({ clickCount: 3 });
    await page.mouse.up({ clickCount: 3 });
    await page.waitForTimeout(500);
    expect(await status(page)).toBe('action_required');
    expect(rig.stack.sandbox.ledger.arrivalsOf(shown.id)).toHaveLength(1);
    await context.close();
  });

  test('hostile text in every place a server or merchant fills shows as text', async () => {
    const nasty = `<img src=x onerror=alert(1)>"'\`{{x}}</script>`;
    const shown = rig.stack.checkout('native', {
      currency: 'BRL',
      items: [
        { name: nasty, description: nasty, unitAmount: 100, quantity: 2, imageUrl: 'javascript:alert(1)' },
      ],
      merchant: { name: nasty, logoUrl: 'data:text/html,x', supportUrl: 'javascript:alert(1)' },
      customFields: [
        { key: 'size', label: nasty, type: 'select', options: [{ value: nasty, label: nasty }] },
      ],
    });
    const { page, context, errors } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    expect(await page.getByText(nasty, { exact: true }).count()).toBeGreaterThan(0);
    expect(await page.locator('img[src^="javascript:"], a[href^="javascript:"], img[src="x"]').count()).toBe(
      0,
    );
    expect(errors).toEqual([]);
    await context.close();
  });
});
