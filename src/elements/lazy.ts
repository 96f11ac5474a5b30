import type { ReactiveControllerHost } from 'lit';
import { loadMoreWords } from '../i18n/create-i18n.js';
import { defineElement } from './define-element.js';

/**
 * The elements the first screen does without, each in a file of its own, fetched when it is first needed. The class is all
 * that such a file exports.
 */
const LOADERS: Readonly<Record<string, () => Promise<Readonly<Record<string, CustomElementConstructor>>>>> = {
  'order-items': () => import('./order-items/order-items.js'),
  'currency-picker': () => import('./currency-picker/currency-picker.js'),
  'customer-fields': () => import('./customer-fields/customer-fields.js'),
  'card-form': () => import('./card-form/card-form.js'),
  'card-installments': () => import('./card-installments/card-installments.js'),
  'mobile-money-form': () => import('./mobile-money-form/mobile-money-form.js'),
  'mobile-money-prompt': () => import('./mobile-money-prompt/mobile-money-prompt.js'),
  'payment-qr-code': () => import('./payment-qr-code/payment-qr-code.js'),
  'pix-payment': () => import('./pix-payment/pix-payment.js'),
  'boleto-payment': () => import('./boleto-payment/boleto-payment.js'),
  'three-d-secure': () => import('./three-d-secure/three-d-secure.js'),
  'payment-redirect': () => import('./payment-redirect/payment-redirect.js'),
  'one-time-code': () => import('./one-time-code/one-time-code.js'),
  'wallet-code': () => import('./wallet-code/wallet-code.js'),
  'bank-transfer': () => import('./bank-transfer/bank-transfer.js'),
  'stripe-action': () => import('./stripe-action/stripe-action.js'),
  'payment-parts': () => import('./payment-parts/payment-parts.js'),
  'payment-split': () => import('./payment-split/payment-split.js'),
  'payment-result': () => import('./payment-result/payment-result.js'),
};

/** What a screen shows by itself a moment later: fetched beside it, and not after it. */
const BESIDE: Readonly<Record<string, string>> = {
  'pix-payment': 'payment-qr-code',
  'wallet-code': 'payment-qr-code',
};

/** What few sessions need of `customer-fields`: no elements, as their fields are part of its one form. */
export const FIELD_PARTS = {
  address: () => import('./customer-fields/address-fields.js'),
  documents: () => import('./customer-fields/national-documents.js'),
  known: () => import('./customer-fields/known-customer.js'),
};

/** They have no words of what comes after them. */
const IS_FORM = /form|fields|split|picker|items|installments/;

/** Tags that `loadElement` knows. */
export const LAZY_TAGS: readonly string[] = Object.keys(LOADERS);

/** Fetches and registers an element with its words. Rejects where a file cannot be had; asking again tries again. */
export async function loadElement(tag: string): Promise<void> {
  const load = LOADERS[tag];
  if (!load || customElements.get(tag)) return;
  // Nobody waits for it, and the screen asks for it again.
  loadElement(BESIDE[tag] ?? '').catch(() => undefined);
  const [file] = await Promise.all([load(), loadMoreWords(IS_FORM.test(tag) ? ['more'] : undefined)]);
  for (const element of Object.values(file)) defineElement(tag, element);
}

let marks: Promise<void> | undefined;

/** Fetches the drawings of the marks, which need no words. Where they cannot be had their boxes stay, and the next call tries again. */
export async function loadMarks(): Promise<void> {
  marks ??= import('./payment-mark/payment-mark.js').then(
    ({ PaymentMarkElement }) => {
      defineElement('payment-mark', PaymentMarkElement);
    },
    () => {
      marks = undefined;
    },
  );
  return marks;
}

/** Fetches elements for a host as its templates come to need them, and remembers which ones failed. */
export class LazyElements {
  readonly #host: ReactiveControllerHost;
  readonly #load: (tag: string) => Promise<void>;
  readonly #asked = new Set<string>();
  readonly #failed = new Set<string>();

  constructor(host: ReactiveControllerHost, load = loadElement) {
    this.#host = host;
    this.#load = load;
  }

  /** Fetches the element once; `false` where that failed. Safe to call in every render. */
  need(tag: string): boolean {
    if (!this.#asked.has(tag)) {
      this.#asked.add(tag);
      this.#load(tag)
        .catch(() => this.#failed.add(tag))
        .finally(() => {
          this.#host.requestUpdate();
        });
    }
    return !this.#failed.has(tag);
  }

  /** Tries again what failed. */
  retry(): void {
    for (const tag of this.#failed) this.#asked.delete(tag);
    this.#failed.clear();
    this.#host.requestUpdate();
  }
}
