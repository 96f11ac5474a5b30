import { CheckoutError } from '../core/errors.js';
import type { CardToken } from '../core/providers/dialect.js';
import type { Tokenizer } from '../core/session/session.js';
import { stripeError, type StripeFault } from './errors.js';
import type { Stripe } from './load-stripe.js';
import { appearanceOf, cardStyleOf, type Look } from './look.js';

/** What Stripe's fields show and charge. */
export interface FieldSetup {
  readonly tokenizer: Tokenizer;
  /** Minor units; what a field is drawn for. What is charged, the server says. */
  readonly amount: number;
  readonly currency: string;
  /** BCP 47. */
  readonly locale: string;
  readonly look: Look;
}

/** Of whoever pays, what is known. */
export interface Payer {
  readonly name?: string;
  readonly email?: string;
}

type Elements = ReturnType<Stripe['elements']>;

/** What the Payment Element and the Card Element have in common. */
interface Fields {
  on(event: 'ready' | 'loaderror', act: () => void): void;
  mount(container: HTMLElement): void;
  update(options: object): void;
  destroy(): void;
}

/**
 * An object as Stripe's script expects it: with the usual prototype, which our own have not, and nothing undefined in it.
 * @param live what cannot be copied
 */
const ordinary = (options: object, live?: object): never =>
  Object.assign(JSON.parse(JSON.stringify(options)) as object, live) as never;

/** Stripe's fields on the page, and what becomes of what is typed in them. Every rejection is a `CheckoutError`. */
export class StripeField {
  readonly #stripe: Stripe;
  /** One line, Stripe's Card Element: all others are its Payment Element. */
  readonly #isLine: boolean;
  readonly #mode: string | undefined;
  readonly #secret: string | undefined;
  readonly #elements: Elements;
  readonly #fields: Fields;
  #isPressed = false;

  constructor(stripe: Stripe, setup: FieldSetup) {
    const { mode, clientSecret } = setup.tokenizer;
    this.#stripe = stripe;
    this.#mode = mode;
    this.#secret = clientSecret?.reveal();
    this.#isLine = mode === 'token' && this.#secret === undefined;
    this.#elements = stripe.elements(ordinary(this.#options(setup)));
    const fields = this.#isLine
      ? this.#elements.create('card', ordinary({ style: cardStyleOf(setup.look) }))
      : this.#elements.create('payment', ordinary({ wallets: { applePay: 'never', googlePay: 'never' } }));
    this.#fields = fields;
  }

  /** Whether a token was made here of what is typed now, and nothing has come of it yet. */
  get isPressed(): boolean {
    return this.#isPressed;
  }

  mount(container: HTMLElement, onReady: () => void, onFailed: () => void): void {
    this.#fields.on('ready', onReady);
    if (!this.#isLine) this.#fields.on('loaderror', onFailed);
    this.#fields.mount(container);
  }

  update(setup: FieldSetup): void {
    const { locale, look, amount } = setup;
    // With an intent Stripe knows both, and may not be told.
    const isDeferred = !this.#isLine && this.#secret === undefined;
    const price = isDeferred && { amount, currency: setup.currency.toLowerCase() };
    const appearance = this.#isLine ? undefined : appearanceOf(look);
    const options = ordinary({ locale, appearance, ...price });
    // Whatever Stripe cannot wear is no reason to stop; an older script of theirs answers nothing at all.
    Promise.resolve(this.#elements.update(options)).catch(() => undefined);
    if (this.#isLine) this.#fields.update(ordinary({ style: cardStyleOf(look) }));
  }

  /** Makes of the card what the session asks for; rejects with `card_invalid` where the fields say what is wrong. */
  async token(payer: Payer): Promise<CardToken> {
    this.#isPressed = false;
    const [stripe, elements] = [this.#stripe, this.#elements];
    if (this.#isLine) {
      const { token } = check(
        await stripe.createToken(this.#fields as never, ordinary({ name: payer.name })),
      );
      return this.#pressed(cardToken(token?.id, token?.card));
    }
    check(await elements.submit());
    // Nothing is asked of Stripe yet: first our server is told, so that no other payment of the session may begin.
    if (this.#secret !== undefined) return this.#pressed({ token: this.#secret.replace(/_secret_.*/, '') });
    const params = { billing_details: payer };
    if (this.#mode === 'confirmation_token') {
      const { confirmationToken: made } = check(
        await stripe.createConfirmationToken(
          ordinary({ params: { payment_method_data: params } }, { elements }),
        ),
      );
      return this.#pressed(cardToken(made?.id, made?.payment_method_preview.card));
    }
    const { paymentMethod: made } = check(
      await stripe.createPaymentMethod(ordinary({ params }, { elements })),
    );
    return this.#pressed(cardToken(made?.id, made?.card));
  }

  /**
   * Goes on with a payment that our server knows: confirms the press of this page once, answers the bank's question
   * otherwise. That it resolves says nothing of the money.
   */
  async act(clientSecret: string, returnUrl: string): Promise<void> {
    const isUnconfirmed = this.#isPressed && clientSecret === this.#secret;
    this.#isPressed = false;
    if (!isUnconfirmed) return stripeAction(this.#stripe, clientSecret);
    const options = { confirmParams: { return_url: returnUrl }, redirect: 'if_required' };
    try {
      await news(this.#stripe.confirmPayment(ordinary(options, { elements: this.#elements })));
    } catch (error) {
      // Perhaps it never arrived. An intent is charged once at most, however often it is confirmed.
      this.#isPressed = error instanceof CheckoutError && error.kind === 'network';
      throw error;
    }
  }

  /** Leaves nothing behind. */
  destroy(): void {
    this.#fields.destroy();
  }

  /** Only what was typed to the end is a press: one that fails has sent nothing. */
  #pressed(token: CardToken): CardToken {
    this.#isPressed = true;
    return token;
  }

  #options({ amount, currency, locale, look }: FieldSetup): object {
    if (this.#isLine) return { locale };
    const appearance = appearanceOf(look);
    if (this.#secret !== undefined) return { locale, appearance, clientSecret: this.#secret };
    return {
      locale,
      appearance,
      mode: 'payment',
      amount,
      currency: currency.toLowerCase(),
      paymentMethodTypes: ['card'],
      paymentMethodCreation: this.#mode === 'confirmation_token' ? undefined : 'manual',
    };
  }
}

/** Has the shopper answer their bank. Resolves when there is news to be read from our server; proves nothing itself. */
export const stripeAction = async (stripe: Stripe, clientSecret: string): Promise<void> =>
  news(stripe.handleNextAction(ordinary({ clientSecret })));

function cardToken(id = '', card?: { readonly brand: string; readonly last4: string } | null): CardToken {
  if (!id) throw stripeError({});
  return { token: id, ...(card && { brand: card.brand, last4: card.last4 }) };
}

function check<T extends { error?: StripeFault }>(result: T): T {
  if (result.error) throw stripeError(result.error);
  return result;
}

/** A refusal of an intent that is on its way, or through, is no failure: an answer got lost before. */
async function news(asked: Promise<{ error?: StripeFault }>): Promise<void> {
  const result: { error?: StripeFault } = await asked.catch(() => ({
    error: { type: 'api_connection_error' },
  }));
  if (!/^(succeeded|processing|requires_capture)$/.test(result.error?.payment_intent?.status ?? ''))
    check(result);
}
