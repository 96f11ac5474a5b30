import { describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { openCheckout } from '../elements/open-checkout.js';

/** A checkout that waits for its Pix code to be paid, and counts how often it asks. */
async function openWaiting() {
  let reads = 0;
  const opened = openCheckout({
    prepare(element, sandbox) {
      element.fetch = async (url, init) => {
        if (init.method === 'GET') reads += 1;
        return sandbox.fetch(url, init);
      };
    },
  });
  await page.getByRole('radio', { name: 'Pix' }).click();
  await page.getByRole('button', { name: /^Pay R\$/ }).click();
  await expect.element(page.getByRole('heading', { name: 'Pay with Pix' })).toBeVisible();
  return { ...opened, reads: () => reads };
}

describe('a page that wakes', () => {
  test.each<[string, () => void]>([
    ['is seen again', () => document.dispatchEvent(new Event('visibilitychange'))],
    [
      'comes back from the back/forward cache',
      () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    ],
    ['is online again', () => dispatchEvent(new Event('online'))],
    ['is thawed', () => document.dispatchEvent(new Event('resume'))],
  ])('and %s asks at once, long before the next turn', async (_name, wake) => {
    const { element, sandbox, sessionId } = await openWaiting();
    sandbox.payPix(sessionId);
    const started = performance.now();
    wake();
    await expect.poll(() => element.state.status, { interval: 10 }).toBe('succeeded');
    // The next turn would have come two seconds after the last.
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  test('asks once for a burst of signs, and not at all for a page that was simply shown', async () => {
    const { element, reads } = await openWaiting();
    await expect.poll(reads).toBeGreaterThan(0);
    const before = reads();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(reads()).toBe(before);
    for (let sign = 0; sign < 5; sign++) dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(reads()).toBe(before + 1);
    element.remove();
  });

  test('asks nothing for an element that has left the page', async () => {
    const { element, reads } = await openWaiting();
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    const before = reads();
    dispatchEvent(new Event('online'));
    expect(reads()).toBe(before);
  });
});

describe('an arrangement of the merchant’s own', () => {
  const ELEMENTS = [
    'order-summary',
    'payment-method-picker',
    'card-form',
    'mobile-money-form',
    'customer-fields',
    'pay-button',
    'pix-payment',
    'boleto-payment',
    'mobile-money-prompt',
    'one-time-code',
    'three-d-secure',
    'payment-redirect',
    'payment-result',
  ];
  const children = ELEMENTS.map((tag) => `<${tag}></${tag}>`).join('');
  const seen = (tag: string): boolean => (document.querySelector<HTMLElement>(tag)?.offsetHeight ?? 0) > 0;

  test('shows each element in its turn, from the list to the receipt', async () => {
    const { element, sandbox, sessionId } = openCheckout({
      children,
      session: { requiredFields: ['email'] },
    });
    await page.getByRole('radio', { name: 'Pix' }).click();
    expect(['card-form', 'mobile-money-form', 'pix-payment', 'payment-result'].filter(seen)).toEqual([]);
    await page.getByRole('radio', { name: 'Card' }).click();
    await expect.poll(() => seen('card-form')).toBe(true);
    await page.getByRole('radio', { name: 'Pix' }).click();
    await expect.poll(() => seen('card-form')).toBe(false);
    await page.getByRole('textbox', { name: 'E-mail' }).fill('ana@example.com');
    await page.getByRole('button', { name: /^Pay R\$/ }).click();
    await expect.element(page.getByRole('heading', { name: 'Pay with Pix' })).toBeVisible();
    expect(['customer-fields', 'card-form'].filter(seen)).toEqual([]);
    sandbox.payPix(sessionId);
    await expect.element(page.getByRole('heading', { name: 'Payment received' })).toBeVisible();
    expect(element.state.status).toBe('succeeded');
  });

  test('lets go of an element that is taken out of it, and has it again when it is put back', async () => {
    const { element } = openCheckout({ children });
    const due = page.getByText('Amount to pay');
    await expect.element(due).toBeVisible();
    const summary = element.getElementsByTagName('order-summary')[0] as HTMLElement;
    onTestFinished(() => {
      summary.remove();
    });
    document.body.append(summary);
    await expect.element(due).not.toBeInTheDocument();
    element.append(summary);
    await expect.element(due).toBeVisible();
  });

  test('without the form that a method needs says so to the merchant, and sends nothing', async () => {
    const errors: unknown[] = [];
    const { sandbox, sessionId } = openCheckout({
      children: '<payment-method-picker></payment-method-picker><pay-button></pay-button>',
      prepare(host) {
        host.addEventListener('checkout-error', ({ detail }) => errors.push(detail));
      },
    });
    await page.getByRole('radio', { name: 'Card' }).click();
    await page.getByRole('button', { name: /^Pay R\$/ }).click();
    await expect
      .poll(() => errors)
      .toMatchObject([{ kind: 'integration', hint: expect.stringContaining('<card-form>') as string }]);
    expect(sandbox.ledger.arrivalsOf(sessionId)).toEqual([]);
  });
});
