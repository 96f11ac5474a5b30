import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CheckoutError } from '../core/errors.js';
import { isEnded, methodIdOf, sessionOf, type CheckoutState } from '../core/machine/state.js';
import { currencyOf } from '../core/session/methods.js';
import { isStripe } from '../core/payment-methods/card.js';
import type { CardToken } from '../core/providers/dialect.js';
import { returnAddress } from '../core/return-address.js';
import type { CheckoutSession, Payment, PaymentMethod } from '../core/session/session.js';
import type { FieldSetup, LightSlot, Look, Payer, StripeField } from '../stripe/index.js';
import type { CardTokenizer, CheckoutStore } from './checkout-store.js';
import { isOwnPayment } from './own-payment.js';
import { watchPolicyForStripe } from './stripe-policy.js';

/** The element that shows Stripe's fields: what the controller reads from it, and tells it. */
export interface StripeHost extends ReactiveControllerHost, HTMLElement {
  readonly store: CheckoutStore | undefined;
  readonly method: PaymentMethod | undefined;
  readonly look: Look;
  readonly locale: string;
  report(error: CheckoutError): void;
}

/** Fields that are not there by then are told as missing. */
const READY_MS = 20_000;
/** A token that takes longer is not waited for: nothing was sent. */
const TOKEN_MS = 40_000;

const unreachable = (): CheckoutError =>
  new CheckoutError({
    kind: 'network',
    code: 'card_frame_failed',
    message: 'The fields of Stripe are not there.',
    retryable: true,
  });

/** Stripe's part of the product, in a file of its own, with Stripe's loader. Asking for it fetches nothing of Stripe's. */
const part = async (): Promise<typeof import('../stripe/index.js')> =>
  import('../stripe/index.js').catch(() => {
    throw unreachable();
  });

/** What the page's policy was heard to forbid before any fields were there to say so. */
let foretold: CheckoutError | undefined;

/** Fetches Stripe.js for a method that seems to be about to be picked. */
export async function fetchStripe(key: string): Promise<unknown> {
  const { stripeFor } = await part();
  watchPolicyForStripe((error) => (foretold ??= error));
  const stripe = await stripeFor(key);
  foretold = undefined;
  return stripe;
}

/** The fields that are on the page, by checkout. */
const shown = new WeakMap<CheckoutStore, StripeField>();
let count = 0;

/** Keeps Stripe's fields on the page for as long as the element is, and makes the card a token when it is asked to. */
export class StripeController implements ReactiveController, CardTokenizer {
  /** Of the slot that the element has in its shadow root. */
  readonly slotName = `checkout-stripe-${String(++count)}`;
  status: 'loading' | 'ready' | 'failed' = 'loading';
  readonly #host: StripeHost;
  #field: StripeField | undefined;
  #slot: LightSlot | undefined;
  /** What the fields were opened for, and what they wear. */
  #opened = '';
  #worn = '';
  #watch: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #arrival: Promise<void> | undefined;
  #registeredAt: CheckoutStore | undefined;

  constructor(host: StripeHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const { store, method } = this.#host;
    this.#register(store);
    const tokenizer = method?.tokenizer;
    // Nothing of a card may be left where it can no longer be paid.
    if ((store && isEnded(store.state)) || !isStripe(tokenizer)) {
      this.#close();
      return;
    }
    const key = JSON.stringify([tokenizer.publicKey, tokenizer.mode, tokenizer.clientSecret?.reveal()]);
    if (key !== this.#opened) this.#begin(key);
    else this.#dress();
  }

  hostDisconnected(): void {
    this.#close();
    this.#register(undefined);
  }

  retry(): void {
    this.#close();
    this.#host.requestUpdate();
  }

  async tokenize(): Promise<CardToken> {
    await this.#arrival;
    const field = this.#field;
    if (!field || this.status === 'failed') throw unreachable();
    const { store } = this.#host;
    const typed = store?.draft.entries('customer.') ?? {};
    const known = store && sessionOf(store.state)?.customer;
    const name = typed['name'] ?? known?.name;
    const email = typed['email'] ?? known?.email;
    const payer: Payer = { ...(name && { name }), ...(email && { email }) };
    return within(TOKEN_MS, field.token(payer));
  }

  #register(store: CheckoutStore | undefined): void {
    const previous = this.#registeredAt;
    if (previous && previous !== store && previous.cardTokenizer === this) previous.cardTokenizer = undefined;
    this.#registeredAt = store;
    if (store) store.cardTokenizer = this;
  }

  #begin(key: string): void {
    this.#close();
    this.#opened = key;
    const watch = (this.#watch = new AbortController());
    this.#arrival = this.#open(watch.signal).catch((error: unknown) => {
      if (!watch.signal.aborted && this.status === 'loading')
        this.#fail(error instanceof CheckoutError ? error : unreachable());
    });
  }

  async #open(signal: AbortSignal): Promise<void> {
    const { openLightSlot, StripeField, stripeFor } = await part();
    if (signal.aborted) return;
    watchPolicyForStripe((error) => {
      if (this.status === 'loading') this.#fail(error);
      else this.#host.report(error);
    }, signal);
    const stripe = await stripeFor(this.#host.method?.tokenizer?.publicKey ?? '').catch(
      async (error: unknown) => {
        // What the page's policy forbids is mostly reported a moment after it has failed, and says more.
        await new Promise((resolve) => setTimeout(resolve));
        throw foretold ?? error;
      },
    );
    const setup = this.#setup();
    if (signal.aborted || this.status !== 'loading' || !setup) return;
    this.#worn = JSON.stringify(setup);
    const field = new StripeField(stripe, setup);
    this.#slot = openLightSlot(this.#host, this.slotName);
    this.#field = field;
    if (this.#host.store) shown.set(this.#host.store, field);
    const failed = (): void => {
      if (!signal.aborted && this.status === 'loading') this.#fail(unreachable());
    };
    this.#timer = setTimeout(failed, READY_MS);
    field.mount(
      this.#slot.container,
      () => {
        clearTimeout(this.#timer);
        this.#tell('ready');
      },
      failed,
    );
  }

  /** The theme, the language and the amount, as they change. */
  #dress(): void {
    const setup = this.#field && this.#setup();
    const worn = JSON.stringify(setup);
    if (!setup || worn === this.#worn) return;
    this.#worn = worn;
    this.#field?.update(setup);
  }

  #setup(): FieldSetup | undefined {
    const { store, method, look, locale } = this.#host;
    const session: CheckoutSession | undefined = store && sessionOf(store.state);
    if (!method?.tokenizer) return undefined;
    return {
      tokenizer: method.tokenizer,
      amount: method.amount ?? session?.amount.due ?? 0,
      currency: method.currency ?? session?.currency ?? 'USD',
      locale,
      look,
    };
  }

  /** The page's policy is watched on: a report of it that comes late is the reason. */
  #fail(error: CheckoutError): void {
    this.#clear();
    this.#tell('failed');
    this.#host.report(error);
  }

  #close(): void {
    this.#watch?.abort();
    this.#clear();
    this.#opened = '';
    this.#tell('loading');
  }

  /** Nothing typed is left, neither here nor in the page. */
  #clear(): void {
    clearTimeout(this.#timer);
    const { store } = this.#host;
    const field = this.#field;
    if (store && field && shown.get(store) === field) shown.delete(store);
    this.#field = undefined;
    try {
      field?.destroy();
    } catch {
      // Taken away by somebody else already.
    }
    this.#slot?.remove();
    this.#slot = undefined;
  }

  #tell(status: StripeController['status']): void {
    if (this.status === status) return;
    this.status = status;
    this.#host.requestUpdate();
  }
}

/**
 * Goes on with a payment that waits for Stripe: with the fields of this page where they are still there. Resolves when
 * our server may know more; what it knows is told by a read, and by nothing that Stripe said here.
 */
export async function goOnWithStripe(
  store: CheckoutStore,
  clientSecret: string,
  isOurs: boolean,
): Promise<void> {
  const field = shown.get(store);
  // What was typed here is no part of what another tab pays.
  if (field && isOurs) return field.act(clientSecret, returnAddress(location.href));
  const { stripeAction, stripeFor } = await part();
  return stripeAction(await stripeFor(keyOf(store.state)), clientSecret);
}

/** Of the account that knows the payment: the picked method's, or after a reload that of the one it may have been made by. */
function keyOf(state: CheckoutState): string {
  const session = sessionOf(state);
  const payment = 'payment' in state ? state.payment : undefined;
  const methods = session?.paymentMethods.filter(({ tokenizer }) => isStripe(tokenizer)) ?? [];
  const known = methods.filter((each) => session && currencyOf(session, each) === payment?.currency);
  const method = known.find(({ id }) => id === methodIdOf(state)) ?? known[0] ?? methods[0];
  return method?.tokenizer?.publicKey ?? '';
}

/** Whether the shopper's press that the payment came of was made on this page, and its fields are still there. */
export const isOurPress = (store: CheckoutStore, payment: Payment | undefined): boolean =>
  isOwnPayment(store, payment) && shown.get(store)?.isPressed === true;

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(
        new CheckoutError({
          kind: 'network',
          code: 'not_sent',
          message: 'Stripe did not answer.',
          retryable: true,
        }),
      );
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
