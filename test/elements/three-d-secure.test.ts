import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CheckoutStore } from '../../src/controllers/checkout-store.js';
import { CheckoutError } from '../../src/core/errors.js';
import { SEND_BUDGET_MS } from '../../src/core/transport/payment-sender.js';
import { createI18n } from '../../src/i18n/create-i18n.js';
import { aPayment } from '../support/fixtures.js';
import { expectAccessible, openStage, showAlone, type Stage, type StageOptions } from './stage.js';

const CHALLENGE = '4000002500003155';
const KEPT = '4000000000003063';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const challenge = () => page.getByRole('dialog', { name: /^Confirm with your bank/ });
const question = () => page.getByRole('alertdialog', { name: 'Stop this payment?' });
const frame = () => page.getByTitle('Confirmation page of your bank');

/** The innermost element that has the focus. */
function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** A shopper of this page has paid with a card, and their bank asks. */
async function openChallenge(number = CHALLENGE, options: StageOptions = {}): Promise<Stage> {
  const stage = await openStage({
    session: {
      currency: 'BRL',
      amount: 12990,
      merchant: { name: 'Café do Porto' },
      paymentMethods: ['card', 'pix'],
    },
    method: 'card',
    ...options,
  });
  stage.store.cardTokenizer = {
    tokenize: async () => Promise.resolve({ token: stage.sandbox.tokenize({ number }) }),
  };
  await stage.add('three-d-secure');
  await stage.pay();
  await stage.pass(0);
  expect(stage.store.state.status).toBe('action_required');
  return stage;
}

/** No fault, once the sheet has risen: what is still half transparent has no contrast to speak of. */
async function expectAccessibleSheets({ host }: Stage): Promise<void> {
  for (const sheet of [challenge().query(), question().query()]) if (sheet) finish(sheet, 'rise');
  await expectAccessible(host);
}

/** Has an animation over now, and not when its time has come. */
function finish(element: Element, name: string): void {
  for (const animation of element.getAnimations({ subtree: true }))
    if ((animation as CSSAnimation).animationName === name) animation.finish();
}

/** A button of the shop's own, which works only while nothing modal is open. */
function outside(): { readonly element: HTMLButtonElement; readonly isReached: () => boolean } {
  const element = document.body.appendChild(document.createElement('button'));
  element.textContent = 'Shop';
  onTestFinished(() => {
    element.remove();
  });
  const isReached = (): boolean => {
    const { left, top } = element.getBoundingClientRect();
    return document.elementFromPoint(left + 2, top + 2) === element;
  };
  return { element, isReached };
}

/** An element that stands alone, as after a reload: nobody has pressed "Pay" in this page. */
const openAlone = async (data?: string) =>
  showAlone('three-d-secure', {
    action: { type: 'three_d_secure', url: 'http://pay.localhost:1/challenge', ...(data && { data }) },
    payment: aPayment(),
  });

beforeEach(() => page.viewport(1000, 900));
afterEach(() => vi.restoreAllMocks());

describe('the dialog', () => {
  test('says whose step it is, the amount and the shop, and has no accessibility fault', async () => {
    const stage = await openChallenge();
    await expect
      .element(challenge())
      .toHaveAccessibleName('Confirm with your bank R$129.90 to Café do Porto');
    expect(challenge().element().matches(':modal')).toBe(true);
    expect(focused()).toBe(page.getByRole('heading', { name: 'Confirm with your bank' }).element());
    await expectAccessibleSheets(stage);
    await userEvent.keyboard('{Escape}');
    await expectAccessibleSheets(stage);
  });

  test('says what is charged, with its interest, where it is paid in parts', async () => {
    const twelve = { count: 12, amount: 1530, total: 18360 };
    await showAlone('three-d-secure', {
      action: { type: 'three_d_secure', url: 'http://pay.localhost:1/challenge' },
      payment: { ...aPayment(), amount: 18000, currency: 'BRL', installments: twelve },
    });
    await expect.element(page.getByText(/R\$183\.60/).first()).toBeInTheDocument();
    expect(page.getByText(/R\$180\.00/).elements()).toEqual([]);
  });

  test('keeps the page behind it out of reach, by pointer and by keyboard', async () => {
    const before = outside();
    const stage = await openChallenge();
    const after = outside();
    expect([before.isReached(), after.isReached()]).toEqual([false, false]);
    for (let step = 0; step < 8; step++) {
      await userEvent.tab();
      expect([before.element, after.element]).not.toContain(focused());
    }
    stage.sandbox.finishChallenge(stage.sessionId, true);
    await stage.pass(2_000);
    expect(stage.store.state.status).toBe('succeeded');
    expect([before.isReached(), after.isReached()]).toEqual([true, true]);
  });

  test('gives the focus and the place on the page back when it is over', async () => {
    const shop = outside();
    shop.element.style.marginBlock = '1500px';
    shop.element.focus();
    scrollTo(0, 900);
    const stage = await openChallenge();
    expect(focused()).not.toBe(shop.element);
    scrollTo(0, 100);
    stage.sandbox.finishChallenge(stage.sessionId, false);
    await stage.pass(2_000);
    expect(focused()).toBe(shop.element);
    expect(scrollY).toBe(900);
  });

  test.each([
    ['a press beside it', async () => userEvent.click(challenge(), { position: { x: 4, y: 4 } })],
    ['the close button', async () => button('Close').click()],
    ['Esc', async () => userEvent.keyboard('{Escape}')],
  ])('does not end the payment by %s', async (way, act) => {
    const stage = await openChallenge();
    await act();
    await stage.pass(0);
    await expect.element(challenge()).toBeVisible();
    expect(question().query() !== null).toBe(way !== 'a press beside it');
    expect(stage.requests.map(({ name }) => name)).not.toContain('POST cancel');
  });

  test('that the browser itself closes comes back with the question', async () => {
    await openChallenge();
    (challenge().element() as HTMLDialogElement).close();
    await expect.element(question()).toBeVisible();
    await button('Keep going').click();
    expect(challenge().element().matches(':modal')).toBe(true);
  });

  test('offers the bank’s page in a tab of its own only once the frame has had its time', async () => {
    await openChallenge();
    const link = page.getByRole('link', { name: /Open the page of your bank/ });
    expect(link.query()).toBeNull();
    finish(challenge().element(), 'late');
    await expect.element(link).toBeVisible();
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(link.element().getAttribute('href')).toBe(frame().element().getAttribute('src'));
  });
});

describe('the question', () => {
  test('has its “no” on Esc and on the button that has the focus, and the bank’s page is still the same', async () => {
    await openChallenge();
    const shown = frame().element();
    await userEvent.keyboard('{Escape}');
    expect(focused()).toBe(button('Keep going').element());
    await userEvent.keyboard('{Escape}');
    await expect.element(question()).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await button('Keep going').click();
    await expect.element(question()).not.toBeInTheDocument();
    expect(frame().element()).toBe(shown);
  });

  test('stops the payment at the server, which says that nothing was charged', async () => {
    const stage = await openChallenge();
    await userEvent.keyboard('{Escape}');
    await button('Stop the payment').click();
    await stage.pass(0);
    expect(stage.requests.filter(({ name }) => name === 'POST cancel')).toHaveLength(1);
    expect(stage.sandbox.payment(stage.sessionId).status).toBe('canceled');
    expect(stage.store.state).toMatchObject({ status: 'ready', failure: { code: 'canceled_by_payer' } });
    expect(challenge().query()).toBeNull();
  });

  test('is busy while the server is asked, and asks it once', async () => {
    const stage = await openChallenge();
    stage.sandbox.setFault({ latencyMs: 500 });
    await userEvent.keyboard('{Escape}');
    await button('Stop the payment').click();
    await expect.element(button('Stopping…')).toHaveAttribute('aria-disabled', 'true');
    expect(focused()).toBe(button('Stopping…').element());
    await userEvent.keyboard('{Enter}{Escape}');
    await expect.element(question()).toBeVisible();
    await stage.pass(1_000);
    expect(stage.requests.filter(({ name }) => name === 'POST cancel')).toHaveLength(1);
  });

  test('that the server could not be asked leaves the challenge open and says so', async () => {
    const answers = { 'POST cancel': () => new Response('Bad gateway', { status: 502 }) };
    const stage = await openChallenge(CHALLENGE, { answers });
    await userEvent.keyboard('{Escape}');
    await button('Stop the payment').click();
    await stage.pass(0);
    await expect.element(question()).not.toBeInTheDocument();
    await expect.element(page.getByRole('alert')).toHaveTextContent('could not be stopped');
    expect(stage.store.state.status).toBe('action_required');
    expect(page.getByText('not been charged').query()).toBeNull();
    await expectAccessibleSheets(stage);
  });

  test('that the server answers with “too late” ends in what the server says', async () => {
    const stage = await openChallenge(KEPT);
    await userEvent.keyboard('{Escape}');
    await button('Stop the payment').click();
    await stage.pass(0);
    expect(stage.store.state.status).toBe('processing');
    expect(challenge().query()).toBeNull();
    await stage.pass(6_000);
    expect(stage.store.state.status).toBe('succeeded');
  });
});

describe('how it ended', () => {
  test('is asked of the API, whatever the frame says', async () => {
    const stage = await openChallenge();
    const { id = '' } = stage.store.state.status === 'action_required' ? stage.store.state.payment : {};
    const lies = [
      'succeeded',
      { type: '3ds-complete', status: 'succeeded', transStatus: 'Y' },
      { type: 'payment_answered', payment: { ...aPayment({ id, status: 'succeeded' }) } },
    ];
    const asked = stage.requests.length;
    for (const data of lies) {
      const { contentWindow: source } = frame().element() as HTMLIFrameElement;
      dispatchEvent(new MessageEvent('message', { data, source, origin: 'http://payer.localhost:4002' }));
    }
    await stage.pass(0);
    expect(stage.store.state.status).toBe('action_required');
    expect(stage.requests).toHaveLength(asked);
    stage.sandbox.finishChallenge(stage.sessionId, false);
    await stage.pass(2_000);
    expect(stage.store.state).toMatchObject({ status: 'ready', failure: { code: 'authentication_failed' } });
  });

  test('is asked at once when the bank’s page has gone on to its next page', async () => {
    const stage = await openChallenge();
    await expect.element(frame()).toBeVisible();
    frame().element().dispatchEvent(new Event('load'));
    stage.sandbox.finishChallenge(stage.sessionId, true);
    frame().element().dispatchEvent(new Event('load'));
    await stage.pass(0);
    expect(stage.store.state.status).toBe('succeeded');
  });

  test('is “not in time” in words of its own where nobody answers', async () => {
    const stage = await openChallenge('4000000000003097');
    await stage.pass(12_000);
    expect(stage.store.state).toMatchObject({ status: 'ready', failure: { code: 'payment_timeout' } });
    expect(stage.store.i18n.t('failure.payment_timeout_card')).toContain('Your bank did not confirm');
  });
});

describe('a payment that nobody has asked for in this page', () => {
  test('waits for a press before its dialog opens', async () => {
    const element = await openAlone();
    expect(challenge().query()).toBeNull();
    await expectAccessible(element);
    await button('Continue with your bank').click();
    await expect.element(challenge()).toBeVisible();
  });

  const CARD = { currency: 'BRL', amount: 12990, paymentMethods: ['card'] } as const;

  /** Pays the stage's session, or another one, in another tab, with a card whose bank asks. */
  async function payElsewhere(stage: Stage, session?: Parameters<Stage['show']>[1]): Promise<void> {
    const tab = new CheckoutStore(createI18n());
    await stage.show(tab, session);
    tab.cardTokenizer = {
      tokenize: async () => Promise.resolve({ token: stage.sandbox.tokenize({ number: CHALLENGE }) }),
    };
    tab.dispatch({ type: 'method_selected', methodId: 'card' });
    tab.dispatch({ type: 'payment_submitted' });
    await stage.pass(0);
    expect(tab.state.status).toBe('action_required');
  }

  const incomplete = new CheckoutError({ kind: 'shopper', code: 'card_invalid', message: '' });
  test.each([
    ['whose card was not complete', 0, incomplete],
    ['whose token came so late that it was not sent', SEND_BUDGET_MS + 1, undefined],
  ])('is not the press %s', async (_name, lateMs, fault) => {
    const stage = await openStage({ session: { ...CARD }, method: 'card' });
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    stage.store.cardTokenizer = {
      tokenize: async () => {
        await answered;
        if (fault) throw fault;
        return { token: stage.sandbox.tokenize({ number: CHALLENGE }) };
      },
    };
    await stage.add('three-d-secure');
    await stage.pay();
    await stage.pass(lateMs);
    answer();
    await stage.pass(0);
    expect(stage.store.state.status).toBe('ready');
    expect(stage.requests.filter(({ name }) => name === 'POST payments')).toEqual([]);
    await payElsewhere(stage);
    await stage.store.checkout?.refresh();
    await stage.pass(0);
    expect(stage.store.state.status).toBe('action_required');
    await expect.element(button('Continue with your bank')).toBeVisible();
    expect(challenge().query()).toBeNull();
  });

  test('is not the one with the same number of the session that was shown before', async () => {
    const stage = await openChallenge();
    const other = stage.sandbox.createSession('native', { ...CARD });
    await payElsewhere(stage, other);
    await stage.show(stage.store, other);
    expect(stage.store.state.status).toBe('action_required');
    await expect.element(button('Continue with your bank')).toBeVisible();
    expect(challenge().query()).toBeNull();
  });
});

describe('wherever it stands', () => {
  test('it lets go of the page when it is taken away, and opens again when it is put back', async () => {
    const shop = outside();
    const stage = await openChallenge();
    const [element] = stage.host.children;
    if (!element) throw new Error('there is no element');
    element.remove();
    expect(shop.isReached()).toBe(true);
    stage.host.append(element);
    await expect.element(challenge()).toBeVisible();
    expect(challenge().element().matches(':modal')).toBe(true);
    expect(question().query()).toBeNull();
    // Moved in one go.
    document.body.append(stage.host);
    await expect.element(challenge()).toBeVisible();
    await stage.pass(0);
    expect(question().query()).toBeNull();
  });

  test('it lets go of the page while the shop hides it', async () => {
    const shop = outside();
    const stage = await openChallenge();
    stage.host.style.display = 'none';
    await expect.poll(() => shop.isReached()).toBe(true);
    stage.host.style.display = 'block';
    await expect.element(challenge()).toBeVisible();
    expect(question().query()).toBeNull();
    expect(shop.isReached()).toBe(false);
  });

  test.each([
    ['inert', 'inert'],
    ['invisible', 'style', 'visibility: hidden'],
    ['closed to pointers', 'style', 'pointer-events: none'],
    ['cut off and turned', 'style', 'overflow: clip; transform: rotate(3deg); block-size: 40px; opacity: 0'],
  ])('it can be used where what is around it is %s', async (_what, name, value = '') => {
    const stage = await openChallenge();
    stage.host.setAttribute(name, value);
    await button('Close').click();
    await button('Stop the payment').click();
    await stage.pass(0);
    expect(stage.store.state.status).toBe('ready');
  });

  test('in a dialog of the shop’s own it opens above, and its keys and presses stay in it', async () => {
    const shop = document.body.appendChild(document.createElement('dialog'));
    onTestFinished(() => {
      shop.remove();
    });
    const heard: string[] = [];
    for (const type of ['keydown', 'click', 'cancel', 'close'])
      shop.addEventListener(type, (event) => {
        if (type !== 'keydown' || (event as KeyboardEvent).key === 'Escape') heard.push(type);
      });
    shop.showModal();
    const stage = await openStage({ session: { currency: 'BRL', paymentMethods: ['card'] }, method: 'card' });
    shop.append(stage.host);
    stage.store.cardTokenizer = {
      tokenize: async () => Promise.resolve({ token: stage.sandbox.tokenize({ number: CHALLENGE }) }),
    };
    await stage.add('three-d-secure');
    await stage.pay();
    await stage.pass(0);
    await expect.element(challenge()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await button('Keep going').click();
    await userEvent.click(challenge(), { position: { x: 4, y: 4 } });
    await button('Close').click();
    await button('Stop the payment').click();
    await stage.pass(0);
    expect(stage.store.state.status).toBe('ready');
    expect(heard).toEqual([]);
    expect(shop.open).toBe(true);
  });

  test('it stays open under a policy that only reports its frame, and gives way to one that forbids it', async () => {
    const stage = await openChallenge();
    const { origin: blockedURI } = new URL((frame().element() as HTMLIFrameElement).src);
    const violate = async (disposition: 'report' | 'enforce'): Promise<void> => {
      const violation = { blockedURI, disposition, effectiveDirective: 'frame-src' };
      document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', violation as never));
      await stage.pass(0);
    };
    await violate('report');
    expect(challenge().element().matches(':modal')).toBe(true);
    expect(stage.errors).toEqual([]);
    await violate('enforce');
    expect(challenge().query()).toBeNull();
    expect(stage.errors).toEqual(['integration/csp_blocked']);
  });

  test('without modal dialogs all of it stands in the page', async () => {
    vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(() => {
      throw new DOMException('not here', 'InvalidStateError');
    });
    const shop = outside();
    const stage = await openChallenge();
    await expect.element(frame()).toBeVisible();
    await expect.element(page.getByRole('link', { name: /Open the page of your bank/ })).toBeVisible();
    expect(challenge().query()).toBeNull();
    expect(shop.isReached()).toBe(true);
    await expectAccessible(stage.host);
    await button('Pay another way').click();
    await stage.pass(0);
    expect(stage.store.state.status).toBe('ready');
  });
});

/** A challenge request as the bank's side reads it, with the size that was asked for. */
const request = (challengeWindowSize: string): string =>
  btoa(JSON.stringify({ messageType: 'CReq', messageVersion: '2.2.0', challengeWindowSize }))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

describe('the size of the frame', () => {
  const sizeOf = async (data: string | undefined) => {
    await openAlone(data);
    await button('Continue with your bank').click();
    await expect.element(frame()).toBeVisible();
    const { width, height } = frame().element().getBoundingClientRect();
    return [Math.round(width), Math.round(height)];
  };

  test.each([
    ['01', [250, 400]],
    ['02', [390, 400]],
    ['03', [500, 600]],
    ['04', [600, 400]],
  ])('is that of window size %s', async (number, size) => {
    expect(await sizeOf(request(number))).toEqual(size);
  });

  test.each([
    ['nothing', undefined],
    ['a size nobody knows', request('99')],
    ['a name of every object', request('constructor')],
    ['JSON', '{"challengeWindowSize":"03"}'],
    ['no JSON', 'cmVxdWVzdA'],
    ['no base64', '¿?'],
  ])('is 500 × 600 for a request that says %s', async (_what, data) => {
    expect(await sizeOf(data)).toEqual([500, 600]);
  });

  test('is the whole window where that was asked for', async () => {
    const [width = 0, height = 0] = await sizeOf(request('05'));
    expect(width).toBe(document.documentElement.clientWidth);
    expect(height).toBeGreaterThan(innerHeight - 140);
  });

  test.each([
    [390, 780],
    [320, 568],
    [844, 390], // a phone on its side
  ])('is the whole of a phone of %i × %i', async (width, height) => {
    await page.viewport(width, height);
    const [frameWidth = 0, frameHeight = 0] = await sizeOf(request('03'));
    // All of it, save what a scroll bar of the page takes.
    expect(frameWidth).toBe(document.documentElement.clientWidth);
    expect(frameWidth).toBeGreaterThan(width - 20);
    expect(frameHeight).toBeGreaterThan(height * 0.6);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const { height: target } = button('Close').element().getBoundingClientRect();
    // A sheet that still rises stands on fractions of a pixel.
    expect(Math.round(target)).toBeGreaterThanOrEqual(44);
  });

  test('is smaller in a window that is too low for it', async () => {
    await page.viewport(1000, 620);
    const [width, height = 0] = await sizeOf(request('03'));
    expect(width).toBe(500);
    expect(height).toBeLessThan(560);
  });

  test('has the way out on the other side where people read from right to left', async () => {
    document.documentElement.dir = 'rtl';
    onTestFinished(() => {
      document.documentElement.removeAttribute('dir');
    });
    await sizeOf(undefined);
    expect(button('Close').element().getBoundingClientRect().left).toBeLessThan(innerWidth / 2);
  });
});
