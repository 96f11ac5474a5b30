import { describe, expect, onTestFinished, test } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import type { CheckoutErrorData } from '../../src/core/errors.js';
import type { CardFormElement } from '../../src/elements/card-form/card-form.js';
import { cardOf, fixtureUrl } from '../card-frame/support.js';
import { aMethod } from '../support/fixtures.js';
import { expectAccessible, openStage, showAlone, type Stage } from './stage.js';

const frameElement = (title = 'Card details') => page.getByTitle(title);
const frame = (title?: string) => page.frameLocator(frameElement(title));
const fieldIn = (name: string | RegExp, title?: string) => frame(title).getByRole('textbox', { name });

/** A card form that can be typed in, in a checkout of its own. */
async function openCard(): Promise<Stage> {
  const tokenizer = { name: 'sandbox', frameUrl: fixtureUrl('frame.html') };
  const stage = await openStage({
    session: {
      currency: 'BRL',
      amount: 15_000,
      paymentMethods: [{ type: 'card', tokenizer }, 'pix'],
    },
    method: 'card',
  });
  await stage.add('card-form');
  await canType('Card number');
  return stage;
}

/** Present and fit to be typed in: only the browser's own driver sees into a frame of another origin. */
const canType = async (name: string, title?: string): Promise<void> => userEvent.click(fieldIn(name, title));

/** What a field of the frame holds, once it can be typed in. */
async function valueIn(name: string, title?: string): Promise<string> {
  await canType(name, title);
  return commands.frameValue(fieldIn(name, title).selector);
}

const card = (stage: Stage): CardFormElement => {
  const element = stage.host.querySelector('card-form');
  if (!element) throw new Error('no element');
  return element;
};

async function type(values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(values)) await userEvent.fill(fieldIn(label), text);
}

describe('the card frame', () => {
  test('is mounted on the provider’s origin, and nothing moves when it arrives', async () => {
    const tokenizer = { name: 'sandbox', frameUrl: fixtureUrl('frame.html') };
    const element = await showAlone('card-form', { method: aMethod('card', { tokenizer }) });
    const before = element.getBoundingClientRect().height;
    await expect.element(page.getByText('Loading the secure card form…')).toBeInTheDocument();
    await canType('Card number');
    await expect.poll(() => page.getByText('Loading the secure card form…').query()).toBeNull();
    expect(Math.abs(element.getBoundingClientRect().height - before)).toBeLessThan(2);
    expect(new URL((frameElement().element() as HTMLIFrameElement).src).origin).not.toBe(location.origin);
    await expectAccessible(element);
  });

  test('takes the focus where a field of it is wrong, and the checkout sends nothing', async () => {
    const stage = await openCard();
    const button = document.body.appendChild(document.createElement('button'));
    button.textContent = 'Pay';
    await userEvent.click(button);
    await stage.pay();
    button.remove();
    await expect.poll(() => stage.store.state.status).toBe('ready');
    // The frame has taken the focus to its first wrong field; its own tests read what it says there.
    await expect.poll(() => document.activeElement).toBe(card(stage));
    expect(stage.requests.map(({ name }) => name)).not.toContain('POST payments');
    expect(stage.errors).toEqual([]);
  });

  test('speaks the language of the checkout, also when it changes, and keeps what was typed', async () => {
    const stage = await openCard();
    await type({ 'Card number': '4242424242424242' });
    await stage.store.i18n.setLocale(['pt-BR']);
    expect(await valueIn('Número do cartão', 'Dados do cartão')).toBe('4242 4242 4242 4242');
  });

  test('wears the look of the page, also when it changes, and keeps what was typed', async () => {
    const stage = await openCard();
    await type({ 'Card number': '4242424242424242' });
    const scheme = (): string =>
      (frameElement().element() as HTMLElement).style.getPropertyValue('color-scheme');
    expect(scheme()).toBe('light');
    stage.host.style.colorScheme = 'dark';
    await expect.poll(scheme).toBe('dark');
    expect(await valueIn('Card number')).toBe('4242 4242 4242 4242');
  });

  test('takes Enter as the wish to pay', async () => {
    const stage = await openCard();
    await type(cardOf('4242424242424242'));
    // Not before the shopper has seen what they type into for half a second.
    await expect
      .poll(async () => {
        if (stage.submits() === 0) await userEvent.type(fieldIn('Name on card'), '{Enter}');
        return stage.submits();
      })
      .toBe(1);
  });

  test('stays, with what was typed, while it is hidden behind another method', async () => {
    const stage = await openCard();
    await type({ 'Card number': '4242424242424242' });
    card(stage).hidden = true;
    stage.store.dispatch({ type: 'method_selected', methodId: 'pix' });
    await card(stage).updateComplete;
    expect(stage.store.draft.validate()).toBeUndefined();
    card(stage).hidden = false;
    stage.store.dispatch({ type: 'method_selected', methodId: 'card' });
    await card(stage).updateComplete;
    expect(await valueIn('Card number')).toBe('4242 4242 4242 4242');
  });
});

describe('more than one card method', () => {
  const tokenizer = { name: 'sandbox', publicKey: 'pk_first', frameUrl: fixtureUrl('frame.html') };
  const title = 'Card details';

  /** A first card method, a second one and Pix; what was typed is in the first one's frame. */
  async function openCards(second: Readonly<Record<string, unknown>>): Promise<Stage> {
    const stage = await openStage({
      session: {
        currency: 'BRL',
        amount: 15_000,
        paymentMethods: [
          { id: 'first', type: 'card', tokenizer },
          { id: 'second', type: 'card', tokenizer, ...second },
          'pix',
        ],
      },
      method: 'first',
    });
    await stage.add('card-form');
    await type({ 'Card number': '4242424242424242' });
    return stage;
  }

  const pick = async (stage: Stage, methodId: string): Promise<void> => {
    stage.store.dispatch({ type: 'method_selected', methodId });
    await card(stage).updateComplete;
  };

  test.each([
    ['key', { tokenizer: { ...tokenizer, publicKey: 'pk_second' } }],
    ['tokenizer', { tokenizer: { ...tokenizer, name: 'other' } }],
    ['host of a gateway', { tokenizer: { ...tokenizer, url: 'https://gateway.example' } }],
    ['brands', { brands: ['elo'] }],
  ])(
    'with another %s has a frame of its own, which stays while another method is picked',
    async (_what, second) => {
      const stage = await openCards(second);
      const before = page.getByTitle(title).element();
      await pick(stage, 'second');
      await canType('Card number');
      const after = page.getByTitle(title).element();
      expect(after).not.toBe(before);
      await pick(stage, 'pix');
      await pick(stage, 'second');
      expect(page.getByTitle(title).element()).toBe(after);
      expect(stage.errors).toEqual([]);
    },
  );

  test('where the shop gets the card itself for one of them only, the other’s frame is never read', async () => {
    const raw = aMethod('card', { tokenizer: { ...tokenizer, takesRawCard: true } });
    const element = (await showAlone('card-form', { method: raw })) as CardFormElement;
    await canType('Card number');
    const before = page.getByTitle(title).element();
    element.method = aMethod('card', { tokenizer });
    await element.updateComplete;
    expect(page.getByTitle(title).element()).not.toBe(before);
  });

  test('with the same key share a frame, and what is typed in it', async () => {
    const stage = await openCards({});
    await pick(stage, 'second');
    expect(await valueIn('Card number')).toBe('4242 4242 4242 4242');
  });

  test('makes no token with the first one’s key for a second one that is paid at once', async () => {
    const stage = await openCards({ tokenizer: { ...tokenizer, publicKey: 'pk_second' } });
    await type(cardOf('4242424242424242'));
    stage.store.dispatch({ type: 'method_selected', methodId: 'second' });
    await expect(stage.store.cardTokenizer?.tokenize()).rejects.toMatchObject({ code: 'card_invalid' });
  });

  test('come back to a frame that can be typed in after Stripe’s fields stood in its place', async () => {
    const refuse = (): never => {
      throw new Error('not today');
    };
    Object.assign(window, { Stripe: refuse });
    onTestFinished(() => {
      Reflect.deleteProperty(window, 'Stripe');
    });
    const stage = await openCards({ tokenizer: { name: 'stripe', publicKey: 'pk_test_1' } });
    await pick(stage, 'second');
    expect(page.getByTitle(title).query()).toBeNull();
    await expect.poll(() => stage.errors).toEqual(['integration/stripe_refused']);
    await pick(stage, 'first');
    await canType('Card number');
    await expect.poll(async () => valueIn('Card number')).toBe('');
    expect(stage.errors).toEqual(['integration/stripe_refused']);
  });
});

describe('a try that was made', () => {
  test('takes the security code with it and leaves the rest', async () => {
    const stage = await openCard();
    await type(cardOf('4000000000000002'));
    // The frame's own way to a token is tested end to end; here one is made for it.
    stage.store.cardTokenizer = {
      tokenize: async () => ({ token: stage.sandbox.tokenize({ number: '4000000000000002' }) }),
    };
    await stage.pay();
    await expect
      .poll(() => stage.store.state)
      .toMatchObject({ status: 'ready', failure: { code: 'declined' } });
    await expect.poll(async () => valueIn('Security code')).toBe('');
    expect(await valueIn('Card number')).toBe('4000 0000 0000 0002');
  });

  test('that succeeded leaves nothing of the card', async () => {
    const stage = await openCard();
    await type(cardOf('4242424242424242'));
    stage.store.cardTokenizer = { tokenize: async () => ({ token: stage.sandbox.tokenize() }) };
    await stage.pay();
    await expect.poll(() => stage.store.state.status).toBe('succeeded');
    // The form has had its turn and is hidden; what is still in the frame is to be seen all the same.
    const form = document.querySelector('card-form');
    expect(form?.hidden).toBe(true);
    if (!form) throw new Error('no form');
    // It hides itself again when the frame tells that no brand is typed any more.
    new MutationObserver(() => {
      form.hidden = false;
    }).observe(form, { attributeFilter: ['hidden'] });
    form.hidden = false;
    await expect.poll(async () => valueIn('Card number')).toBe('');
    await expect.poll(async () => valueIn('Name on card')).toBe('');
  });
});

describe('a frame that cannot be had', () => {
  const broken = (frameUrl: string) => aMethod('card', { tokenizer: { name: 'sandbox', frameUrl } });

  test.each([
    ['is not safe', 'http://bank.example/card'],
    ['is no address', 'card-frame'],
  ])('because its address %s is said to the shopper and to the merchant', async (_why, frameUrl) => {
    const errors: CheckoutErrorData[] = [];
    const collect = (event: HTMLElementEventMap['checkout-error']): void => void errors.push(event.detail);
    document.body.addEventListener('checkout-error', collect);
    onTestFinished(() => {
      document.body.removeEventListener('checkout-error', collect);
    });
    const element = await showAlone('card-form', { method: broken(frameUrl) });
    await expect.element(page.getByText(/card form cannot be reached/)).toBeVisible();
    expect(errors.map(({ kind, code }) => `${kind}/${code}`)).toEqual(['integration/card_frame_url']);
    await expectAccessible(element);
  });

  test('can be asked for again', async () => {
    const stage = await openCard();
    // Any script of the page can send a frame elsewhere: then it is no longer the one that was asked for.
    (frameElement().element() as HTMLIFrameElement).src = fixtureUrl('impostor.html');
    await expect.element(page.getByText(/card form cannot be reached/)).toBeVisible();
    expect(stage.errors).toEqual(['network/card_frame_failed']);
    await expect(stage.store.cardTokenizer?.tokenize()).rejects.toMatchObject({ code: 'card_frame_failed' });
    await page.getByRole('button', { name: 'Try again' }).click();
    await canType('Card number');
  });
});

describe('taking the form away', () => {
  test('takes the tokenizer with it, and bringing it back mounts a new frame', async () => {
    const stage = await openCard();
    const element = card(stage);
    element.remove();
    expect(stage.store.cardTokenizer).toBeUndefined();
    expect(frameElement().query()).toBeNull();
    stage.host.append(element);
    await canType('Card number');
    expect(stage.store.cardTokenizer).toBeDefined();
    expect(stage.errors).toEqual([]);
  });

  test('at any moment leaves no frame and no word behind', async () => {
    const stage = await openCard();
    const element = card(stage);
    for (let turn = 0; turn < 3; turn++) {
      stage.host.append(element);
      element.remove();
    }
    await element.updateComplete;
    expect(frameElement().query()).toBeNull();
    expect(stage.errors).toEqual([]);
  });
});
