import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CheckoutSessionElement } from '../../src/elements/checkout-session/checkout-session.js';
import type { Sandbox, SessionInput } from '../../src/sandbox/index.js';
import { openCheckout, type OpenCheckout } from './open-checkout.js';
import { expectAccessible } from './stage.js';

const radio = (name: string | RegExp) => page.getByRole('radio', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const pay = () => button(/^Pay R\$/);

/** A session that asks who pays. */
const ASKS: SessionInput = { currency: 'BRL', requiredFields: ['email'] };

/** The innermost element that has the focus. */
function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Picks Pix and pays: the shortest way to a screen with something to do. */
async function payByPix(): Promise<void> {
  await radio('Pix').click();
  await pay().click();
  await expect.element(heading('Pay with Pix')).toBeVisible();
}

beforeEach(() => page.viewport(1000, 900));
afterEach(() => vi.restoreAllMocks());

describe('the first screen', () => {
  test('shows what is paid, to whom, and how it can be paid', async () => {
    const { element } = openCheckout({
      session: { items: [{ name: 'Coffee', quantity: 2, unitAmount: 2500 }] },
    });
    await expect.element(pay()).toHaveTextContent('Pay R$50.00');
    await expect.element(page.getByRole('region', { name: 'Checkout' })).toBeVisible();
    await expect.element(page.getByRole('listitem')).toHaveTextContent('Coffee');
    expect(page.getByRole('radio').elements()).toHaveLength(3);
    await expect.element(page.getByText('Test mode')).toBeVisible();
    await expect.element(button('Cancel and return to Café do Porto')).toBeVisible();
    await expectAccessible(element);
  });

  test('leaves the focus where it is', async () => {
    const outside = document.body.appendChild(document.createElement('input'));
    outside.focus();
    openCheckout();
    await expect.element(pay()).toBeVisible();
    expect(focused()).toBe(outside);
    outside.remove();
  });

  test('takes no other room than its skeleton', async () => {
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { element } = openCheckout({
      prepare(host, sandbox) {
        host.fetch = async (url, init) => {
          await asked;
          return sandbox.fetch(url, init);
        };
      },
    });
    await element.updateComplete;
    const skeleton = element.offsetHeight;
    answer();
    await expect.element(pay()).toBeVisible();
    expect(element.offsetHeight).toBe(skeleton);
  });

  test.each([320, 375, 768, 1280])('fits into a page that is %i pixels wide', async (width) => {
    await page.viewport(width, 800);
    const { element } = openCheckout({
      session: {
        items: [
          { name: 'A thing with a Donaudampfschiffahrtsgesellschaftskapitänsname', unitAmount: 123456789 },
        ],
      },
    });
    await expect.element(pay()).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const [summary] = page.getByText('Amount to pay').elements();
    const isBeside =
      (summary?.getBoundingClientRect().right ?? 0) < pay().element().getBoundingClientRect().left;
    expect(isBeside).toBe(element.offsetWidth >= 720);
    for (const target of page.getByRole('button').elements())
      expect(target.getBoundingClientRect().height, target.textContent).toBeGreaterThanOrEqual(44);
  });

  test('hides the order behind its amount where it is narrow, and opens it by a click', async () => {
    await page.viewport(375, 800);
    openCheckout({ session: { items: [{ name: 'Coffee', unitAmount: 2500 }] } });
    const item = page.getByText('Coffee', { exact: true });
    await expect.element(item).not.toBeVisible();
    await page.getByText('Order summary').click();
    await expect.element(item).toBeVisible();
  });
});

describe('the token', () => {
  test('is read and then not in the page any more', async () => {
    const { element } = openCheckout();
    expect(element.hasAttribute('token')).toBe(false);
    expect(element.token).toMatch(/^cs_test_/);
    await expect.element(pay()).toBeVisible();
    expect(document.documentElement.outerHTML).not.toContain(element.token);
  });

  test('that is new starts a new session', async () => {
    const { element, sandbox } = openCheckout({ session: { merchant: { name: 'First shop' } } });
    await expect.element(page.getByText('To First shop', { exact: true })).toBeVisible();
    const next = sandbox.createSession('native', { currency: 'BRL', merchant: { name: 'Second shop' } });
    element.setAttribute('token', next.token);
    await expect.element(page.getByText('To Second shop', { exact: true })).toBeVisible();
    expect(element.hasAttribute('token')).toBe(false);
  });

  test.each([
    ['another', '', (sandbox: Sandbox) => sandbox.createSession('native', ASKS).token],
    ['the same', 'ana@example.com', (_: Sandbox, token: string) => token],
  ])(
    'of %s session shows "%s" of what was typed before the element was taken away',
    async (_, kept, next) => {
      const { element, sandbox } = openCheckout({ session: ASKS });
      const email = page.getByRole('textbox', { name: 'E-mail' });
      await userEvent.fill(email, 'ana@example.com');
      const { token = '' } = element;
      element.remove();
      await expect.poll(() => element.state.status).toBe('idle');
      element.token = next(sandbox, token);
      document.body.append(element);
      await expect.poll(() => element.state.status).toBe('ready');
      await expect.element(email).toHaveValue(kept);
    },
  );
});

describe('paying', () => {
  test('goes from the form to the action to the result, and takes the focus along', async () => {
    const { element, sandbox, sessionId, statuses } = openCheckout();
    await payByPix();
    await vi.waitFor(() => expect(focused()).toBe(heading('Pay with Pix').element()));
    await expectAccessible(element);
    sandbox.pay(sessionId);
    await element.refresh();
    await expect.element(heading('Payment received')).toBeVisible();
    await vi.waitFor(() => expect(focused()).toBe(heading('Payment received').element()));
    expect(statuses).toEqual(['loading', 'ready', 'submitting', 'action_required', 'succeeded']);
    await expectAccessible(element);
  });

  test.each([
    ['donate', /^Donate R\$/, 'Your donation', 'Donation received'],
    ['book', /^Book and pay R\$/, 'Your booking', 'Booking paid'],
  ] as const)(
    'to %s is called so to the end, on the screen and aloud',
    async (submitType, verb, head, end) => {
      const { element, sandbox, sessionId } = openCheckout({ session: { submitType } });
      await radio('Pix').click();
      await expect.element(heading(head)).toBeVisible();
      await button(verb).click();
      await expect.element(heading('Pay with Pix')).toBeVisible();
      sandbox.pay(sessionId);
      await element.refresh();
      await expect.element(heading(end)).toBeVisible();
      const spoken = page
        .getByRole('status')
        .elements()
        .map(({ textContent }) => textContent.trim());
      expect(spoken).toContain(end);
    },
  );

  test('does not take the focus away from another part of the page', async () => {
    const { element, sandbox, sessionId } = openCheckout();
    await payByPix();
    const outside = document.body.appendChild(document.createElement('input'));
    outside.focus();
    sandbox.pay(sessionId);
    await element.refresh();
    await expect.element(heading('Payment received')).toBeVisible();
    expect(focused()).toBe(outside);
    outside.remove();
  });

  test('asks for a method first, says so at the methods, and goes there', async () => {
    const { element, statuses } = openCheckout();
    await pay().click();
    await expect.element(page.getByText('Choose how you want to pay.')).toBeVisible();
    expect(focused()).toBe(radio('Card').element());
    expect(statuses).toEqual(['loading', 'ready']);
    await expectAccessible(element);
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(radio('Pix')).toBeChecked();
    await expect.element(page.getByText('Choose how you want to pay.')).not.toBeInTheDocument();
  });

  test('can be done by keyboard alone', async () => {
    openCheckout();
    await expect.element(pay()).toBeVisible();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(radio('Pix')).toBeChecked();
    while (focused() !== pay().element()) await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Pay with Pix')).toBeVisible();
  });

  test('is said to be under way, on the button that keeps the focus', async () => {
    openCheckout({ sandbox: { latencyMs: 300 } });
    await radio('Pix').click();
    await pay().click();
    await expect.element(button('Processing…')).toHaveAttribute('aria-disabled', 'true');
    expect(focused()).toBe(button('Processing…').element());
    await expect.element(page.getByRole('status').first()).toHaveTextContent('Sending your payment…');
    await expect.element(heading('Pay with Pix')).toBeVisible();
  });

  test('another way leads back to the methods', async () => {
    openCheckout();
    await payByPix();
    // By keyboard: a second click this soon, where "Pay" has been, is taken for the rest of a double click.
    (button('Pay another way').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(pay()).toBeVisible();
    await vi.waitFor(() => expect(focused()).toBe(radio('Pix').element()));
    expect(
      page
        .getByRole('alert')
        .elements()
        .map((alert) => alert.textContent.trim())
        .join(''),
    ).toBe('');
  });
});

describe('a declined try', () => {
  const wallet = {
    currency: 'USD',
    paymentMethods: [{ type: 'mobile_money', networks: ['ecocash', 'onemoney'] }, 'zimswitch'],
  };
  const number = () => page.getByRole('textbox', { name: 'Mobile number' });

  async function decline(): Promise<OpenCheckout> {
    const opened = openCheckout({ session: wallet });
    await radio('Mobile money').click();
    await number().fill('0774444444');
    await userEvent.tab();
    await button(/^Pay/).click();
    await expect
      .element(page.getByRole('alert').filter({ hasText: 'There was not enough money' }))
      .toBeVisible();
    return opened;
  }

  test('says what happened and that nothing was charged, and keeps what was typed', async () => {
    const { element, statuses } = await decline();
    await expect.element(page.getByText('You have not been charged')).toBeVisible();
    await expect.element(number()).toHaveValue('077 444 4444');
    expect(focused()).toBe(button(/^Pay/).element());
    expect(statuses).toEqual(['loading', 'ready', 'submitting', 'ready']);
    await expectAccessible(element);
  });

  test('is forgotten once another method is picked, and what was typed is there on the way back', async () => {
    await decline();
    await radio('Zimswitch').click();
    await expect.element(page.getByText('There was not enough money')).not.toBeInTheDocument();
    await expect.element(number()).not.toBeInTheDocument();
    await radio('Mobile money').click();
    await expect.element(number()).toHaveValue('077 444 4444');
  });

  test('survives a change of language', async () => {
    const { element } = await decline();
    element.locale = 'es';
    await expect.element(page.getByText('No había saldo suficiente')).toBeVisible();
    await expect.element(page.getByRole('textbox')).toHaveValue('077 444 4444');
  });
});

describe('leaving', () => {
  test('cancels the session and shows the way back', async () => {
    const { element, statuses } = openCheckout();
    const left: string[] = [];
    element.addEventListener('checkout-redirect', ({ detail }) =>
      left.push(`${detail.reason} ${detail.url}`),
    );
    await button(/^Cancel and return/).click();
    await expect.element(heading('Checkout cancelled')).toBeVisible();
    await expect.element(page.getByText('You have not been charged.')).toBeVisible();
    expect(statuses.at(-1)).toBe('canceled');
    expect(left).toEqual(['cancel https://shop.example/cart']);
    await page.getByRole('link', { name: 'Return to Café do Porto' }).click();
    expect(left).toHaveLength(2);
    await expectAccessible(element);
  });

  test('is not offered where there is nowhere to go', async () => {
    openCheckout({ session: { cancelUrl: undefined } });
    await expect.element(pay()).toBeVisible();
    expect(button(/^Cancel/).query()).toBeNull();
  });
});

describe('what cannot be shown', () => {
  test.each([
    [{ token: 'cs_?' }, 'This checkout is not valid', 'malformed_token'],
    [{ 'api-base': 'ftp://x' }, 'This checkout is not set up correctly', 'insecure_api_base'],
    [{ provider: 'nobody' }, 'This checkout is not set up correctly', 'unknown_provider'],
  ])('%j is told in words for the shopper, with a code for the shop', async (attributes, title, code) => {
    const { element } = openCheckout({ attributes });
    await expect.element(heading(title)).toBeVisible();
    await expect.element(page.getByText(code)).toBeVisible();
    await expectAccessible(element);
  });

  test('for a passing reason can be tried again', async () => {
    const { element, sandbox, statuses } = openCheckout({
      prepare: (_element, api) => {
        api.setFault({ mode: 'html' });
      },
    });
    await expect.element(heading('The payment service is having trouble')).toBeVisible();
    await expectAccessible(element);
    sandbox.setFault({});
    await button('Try again').click();
    await expect.element(pay()).toBeVisible();
    expect(statuses).toEqual(['loading', 'unavailable', 'loading', 'ready']);
  });

  test('an expired session can be started again', async () => {
    const { element, sandbox, sessionId, statuses } = openCheckout();
    await expect.element(pay()).toBeVisible();
    sandbox.expire(sessionId);
    await element.refresh();
    await expect.element(heading('This checkout has expired')).toBeVisible();
    await expectAccessible(element);
    await button('Start again').click();
    await expect.element(pay()).toBeVisible();
    expect(statuses).toEqual(['loading', 'ready', 'expired', 'ready']);
  });
});

describe('slots', () => {
  test('take the place of the order and of the paid screen, and stand above and below', async () => {
    const { element, sandbox, sessionId } = openCheckout({
      children: `<p slot="header">Above</p><p slot="summary">My order</p><p slot="success">Thanks a lot</p><p slot="footer">Below</p>`,
    });
    await expect.element(pay()).toBeVisible();
    for (const text of ['Above', 'My order', 'Below'])
      await expect.element(page.getByText(text)).toBeVisible();
    await expect.element(page.getByText('Amount to pay')).not.toBeVisible();
    await expect.element(page.getByText('Thanks a lot')).not.toBeVisible();
    await payByPix();
    sandbox.pay(sessionId);
    await element.refresh();
    await expect.element(page.getByText('Thanks a lot')).toBeVisible();
    expect(heading('Payment received').query()).toBeNull();
  });

  test('none: children of its own make it show those and nothing else', async () => {
    const { element, sandbox, sessionId } = openCheckout({
      children:
        '<payment-method-picker></payment-method-picker><pay-button></pay-button><pix-payment></pix-payment><payment-result></payment-result>',
    });
    await expect.element(pay()).toBeVisible();
    expect(page.getByText('Amount to pay').query()).toBeNull();
    expect(page.getByRole('radiogroup').elements()).toHaveLength(1);
    await payByPix();
    expect(pay().query()).toBeNull();
    sandbox.pay(sessionId);
    await element.refresh();
    await expect.element(heading('Payment received')).toBeVisible();
    await expectAccessible(element);
  });

  test('children that come later change it over', async () => {
    const { element } = openCheckout();
    await expect.element(page.getByText('Amount to pay')).toBeVisible();
    element.append(document.createElement('pay-button'));
    await expect.element(page.getByText('Amount to pay')).not.toBeInTheDocument();
    await expect.element(pay()).toBeVisible();
    element.replaceChildren();
    await expect.element(page.getByText('Amount to pay')).toBeVisible();
  });
});

describe('the look', () => {
  test('carries the state where a style can reach it', async () => {
    const { element } = openCheckout();
    await expect.element(pay()).toBeVisible();
    expect(element.matches(':state(ready)')).toBe(true);
    await payByPix();
    expect(element.matches(':state(ready)')).toBe(false);
    expect(element.matches(':state(action_required)')).toBe(true);
  });

  test.each(['light', 'dark'] as const)('is legible in the %s theme on any accent', async (theme) => {
    for (const primaryColor of ['#ffd400', '#0b0b0b', '#7a7a7a', '#e4002b']) {
      const { element } = openCheckout({ attributes: { theme }, session: { branding: { primaryColor } } });
      await radio('Boleto').click();
      await expect.element(page.getByRole('textbox', { name: 'Full name' })).toBeVisible();
      await expectAccessible(element);
      element.remove();
    }
  });

  test('follows the page unless it is told a theme', async () => {
    const { element } = openCheckout();
    await expect.element(pay()).toBeVisible();
    const ground = (): string => getComputedStyle(pay().element()).color;
    const light = ground();
    element.theme = 'dark';
    await element.updateComplete;
    expect(ground()).not.toBe(light);
    element.theme = 'auto';
    document.documentElement.style.colorScheme = 'dark';
    await element.updateComplete;
    expect(ground()).not.toBe(light);
    document.documentElement.style.colorScheme = '';
  });
});

describe('the life of the element', () => {
  test('may be moved, hidden, and removed at any moment, in silence', async () => {
    const errors = vi.spyOn(console, 'error');
    const { element } = openCheckout({ sandbox: { latencyMs: 200 } });
    const box = document.body.appendChild(document.createElement('div'));
    box.append(element);
    element.hidden = true;
    element.hidden = false;
    await radio('Pix').click();
    document.body.append(element);
    await expect.element(radio('Pix')).toBeChecked();
    await pay().click();
    await vi.waitFor(() => expect(element.state.status).toBe('submitting'));
    element.remove();
    box.remove();
    expect(errors).not.toHaveBeenCalled();
  });

  test('answers its methods with the state that was reached', async () => {
    const { element } = openCheckout({ session: { paymentMethods: ['pix'] } });
    await expect.element(pay()).toBeVisible();
    expect((await element.submit()).status).toBe('action_required');
    expect((await element.cancel()).status).toBe('action_required');
    expect((await element.refresh()).status).toBe('action_required');
  });

  test('leaves a tag alone that something else has taken', async () => {
    const { defineElement } = await import('../../src/elements/define-element.js');
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const Taken = customElements.get('checkout-session') as typeof CheckoutSessionElement;
    defineElement('checkout-session', Taken);
    expect(warn).not.toHaveBeenCalled();
    defineElement('checkout-session', class extends HTMLElement {});
    defineElement('pay-button', class extends HTMLElement {});
    expect(warn).toHaveBeenCalledOnce();
    expect(warn.mock.calls[0]?.[0]).toMatch(
      /checkout-session \d+\.\d+\.\d+: <checkout-session> .* version \d+\.\d+\.\d+/,
    );
    expect(customElements.get('checkout-session')).toBe(Taken);
  });
});
