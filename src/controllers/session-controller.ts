import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PreparedPayment } from '../core/checkout.js';
import { CheckoutError, integrationError, type CheckoutErrorData } from '../core/errors.js';
import type { Notice, RedirectReason } from '../core/machine/events.js';
import type { CheckoutState } from '../core/machine/state.js';
import { safeUrl } from '../core/navigation.js';
import type { Fetch } from '../core/transport/request.js';
import { loadDialect } from '../core/providers/index.js';
import { currencyOf } from '../core/session/methods.js';
import type { CheckoutSession, PaymentMethod } from '../core/session/session.js';
import { CheckoutRedirectEvent, PaymentStartEvent, toEvent } from '../events.js';
import { createI18n } from '../i18n/create-i18n.js';
import { checkoutOptionsOf, linkCandidateOf, type AddressAttributes } from './checkout-options-of.js';
import { CheckoutStore, type Theme } from './checkout-store.js';
import { claimToken, releaseToken, type TokenHolder } from './token-claims.js';
import { provideStore } from './store-request.js';
import { langAround } from './lang-around.js';
import { unsafeUrl, watchChanges } from './late-changes.js';
import { LifecycleController } from './lifecycle-controller.js';
import { createPageFetch, cspError, type PageFetch } from './page-fetch.js';
import {
  checkToken,
  parseSessionConfig,
  type SessionAttributes,
  type SessionConfig,
} from './session-config.js';
import { waitAtMost } from './wait-at-most.js';

/** The element that shows a session: what the controller reads from it. */
export interface SessionHost
  extends ReactiveControllerHost, HTMLElement, SessionAttributes, AddressAttributes {
  locale?: string | undefined;
  /** The merchant's own words, as they were set. */
  messages?: unknown;
  theme?: Theme | undefined;
  redirect?: 'auto' | 'manual' | undefined;
  /** In place of the page's own `fetch`: previews and tests give a sandbox's. */
  fetch?: Fetch | undefined;
}

/** A page may still be about to set the token; only after this long is it missed aloud. */
const TOKEN_GRACE_MS = 1_000;
/** A navigation that has not left the page by now has stalled. */
const STALL_MS = 8_000;
/** Longer than this nobody waits for words that do not come: English is shown. */
const WORDS_MS = 3_000;

/** Turns an element's attributes into a running checkout, and what the checkout reports into the element's events. */
export class SessionController implements ReactiveController, TokenHolder {
  readonly store: CheckoutStore;
  readonly #host: SessionHost;
  #config = '';
  /** Whose form the draft holds: the last one that began, whatever happened to the element since. */
  #drafted: string | undefined;
  #run = 0;
  /** Settles when the checkout runs, or cannot. */
  #begun: Promise<void> | undefined;
  #graceOver = false;
  #page: PageFetch | undefined;
  #hasNewWays: (() => boolean) | undefined;
  #locales = '';
  #messages: unknown;
  #words: Promise<unknown> | undefined;
  #timers = new Set<ReturnType<typeof setTimeout>>();

  /** @param onWake called as well whenever the page may have slept or lost the network */
  constructor(host: SessionHost, onWake: () => void) {
    this.#host = host;
    this.store = new CheckoutStore(createI18n());
    host.addController(this);
    provideStore(host, this.store);
    new LifecycleController(host, (restored) => {
      this.store.dispatch({ type: 'woken', restored });
      if (this.store.i18n.lacksWords) this.#locales = '';
      host.requestUpdate();
      onWake();
    });
    this.store.subscribe(() => {
      host.requestUpdate();
    });
    const listen = (type: string, act: () => unknown): void => {
      host.addEventListener(type, (event) => {
        event.stopPropagation();
        act();
      });
    };
    listen('checkout-submit-request', () => this.submit());
    listen('checkout-cancel-request', () => this.cancel());
    listen('checkout-retry-request', () => this.refresh());
  }

  hostConnected(): void {
    // Moved within the page in one go: disconnected and connected again. The checkout runs on.
    queueMicrotask(() => {
      if (this.#host.isConnected) this.#apply();
    });
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#stop();
    });
  }

  hostUpdate(): void {
    this.store.theme = this.#host.theme ?? 'auto';
    this.#applyLocale();
    if (this.#host.isConnected) this.#apply();
    if (this.#hasNewWays?.()) this.store.dispatch({ type: 'session_requested' });
  }

  /** Asks for payment of what the form holds. Resolves to the state reached; a decline is a state, not a rejection. */
  async submit(): Promise<CheckoutState> {
    const { store } = this;
    if (store.state.status !== 'ready') return this.#settled();
    const wrong = store.draft.validate();
    if (wrong) wrong.focus();
    else if (store.state.methodId === undefined)
      this.#notify({ type: 'checkout-error', detail: noMethodPicked().toData() });
    else store.dispatch({ type: 'payment_submitted' });
    return this.#settled();
  }

  /** Leaves the checkout, unless a payment is on its way. */
  async cancel(): Promise<CheckoutState> {
    this.store.dispatch({ type: 'cancel_requested' });
    return this.#settled();
  }

  /** Reads the session again; what was typed stays. */
  async refresh(): Promise<CheckoutState> {
    const { checkout } = this.store;
    if (checkout) return checkout.refresh();
    this.#config = '';
    this.#apply();
    await this.#begun;
    return this.#settled();
  }

  async #settled(): Promise<CheckoutState> {
    return this.store.checkout?.whenSettled() ?? this.store.state;
  }

  /** Starts, restarts or refuses, when what the merchant wrote has changed. Never throws: it runs in the life cycle. */
  #apply(): void {
    const config = this.#written();
    if (config === this.#config) return;
    // A page may set the token a moment later: it is missed aloud only after a while.
    if (!this.#host.token && !this.#host.paymentLink && this.#config === '') {
      if (!this.#graceOver)
        this.#later(TOKEN_GRACE_MS, () => {
          this.#start(config);
        });
      this.#graceOver = true;
      return;
    }
    this.#start(config);
  }

  /** What the merchant wrote, as one text to compare. */
  #written(): string {
    const { token, apiBase, provider, paymentLink, rawCard } = this.#host;
    return JSON.stringify([token, apiBase, provider, paymentLink, rawCard]);
  }

  #start(config: string): void {
    if (config !== this.#written() || config === this.#config) return;
    this.#stop();
    this.#config = config;
    const run = ++this.#run;
    try {
      const parsed = parseSessionConfig(this.#host);
      const { provider, apiBase, token, paymentLink = '' } = parsed;
      claimToken(this, token === undefined ? `link ${apiBase} ${paymentLink}` : `${provider} ${token}`);
      this.#begun = this.#begin(parsed, run).catch((error: unknown) => {
        if (run === this.#run) this.#fail(error);
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  async #begin(config: SessionConfig, run: number): Promise<void> {
    const dialect = await loadDialect(config.provider, { rawCard: this.#host.rawCard });
    if (run !== this.#run) return;
    // Only now: a field that is taken away with the old form still reports what was in it.
    if (this.#drafted !== undefined && this.#drafted !== this.#config) this.store.draft.clear();
    this.#drafted = this.#config;
    checkToken(config.token, dialect.tokenPattern);
    const linkCandidate = await linkCandidateOf(config);
    if (run !== this.#run) return;
    const page = createPageFetch(config.apiBase, this.#host.fetch);
    this.#page = page;
    this.#hasNewWays = watchChanges(this.#host, (detail) => {
      this.#notify({ type: 'checkout-error', detail });
    });
    this.#hasNewWays();
    const options = checkoutOptionsOf(config, this.#host, {
      dialect,
      linkCandidate,
      fetch: async (url, init) => {
        const answer = await page.fetch(url, init);
        // Nothing is drawn in English to be drawn again in the shopper's language.
        await this.#words;
        return answer;
      },
      locale: () => this.store.i18n.locale,
      explain: (error) => this.#explain(error),
      prepare: async (method, session, isAgain) => this.#prepare(run, method, session, isAgain),
      notify: (notice) => {
        if (run === this.#run) this.#notify(notice);
      },
      navigate: (url, reason) => {
        if (run === this.#run) this.#navigate(url, reason);
      },
    });
    this.store.start(options).dispatch({ type: 'session_requested' });
  }

  #stop(): void {
    this.#run += 1;
    this.#config = '';
    this.#graceOver = false;
    this.#page?.stop();
    this.#page = undefined;
    this.#hasNewWays = undefined;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.store.stop();
    releaseToken(this);
  }

  /** The element that showed our token is gone. */
  claimAgain(): void {
    this.#config = '';
    this.#host.requestUpdate();
  }

  #fail(error: unknown): void {
    const data: CheckoutErrorData =
      error instanceof CheckoutError
        ? error.toData()
        : {
            kind: 'network',
            code: 'unreachable',
            message: 'A part of the checkout could not be loaded.',
            hint: 'Check that all files beside checkout-session.js are served.',
            retryable: true,
          };
    const previous = this.store.state.status;
    this.store.fail(data);
    if (previous !== 'unavailable')
      this.#notify({ type: 'checkout-state-change', detail: { state: 'unavailable', previous } });
    this.#notify({ type: 'checkout-error', detail: data });
  }

  /** The last step before the send: what was typed, and the host page's chance to say no. */
  async #prepare(
    run: number,
    method: PaymentMethod,
    session: CheckoutSession,
    isAgain = false,
  ): Promise<PreparedPayment | undefined> {
    const { preparePayment } = await import('./prepare-payment.js').catch(() => {
      throw Object.assign(new Error('a part could not be fetched'), { code: 'not_sent' });
    });
    const prepared = await preparePayment(this.store, method, session).catch((error: unknown) => {
      if (error instanceof CheckoutError && error.kind === 'integration')
        this.#notify({ type: 'checkout-error', detail: error.toData() });
      throw error;
    });
    // Of a session that is gone meanwhile nothing is told, and a press is announced once, however often its card is made a token.
    if (!prepared || run !== this.#run) return undefined;
    if (isAgain) return prepared;
    const event = new PaymentStartEvent({
      attempt: session.attempt,
      method: method.type,
      methodId: method.id,
      amount: method.amount ?? session.amount.due,
      currency: currencyOf(session, method),
    });
    return this.#host.dispatchEvent(event) ? prepared : undefined;
  }

  #notify(notice: Notice): void {
    const event = toEvent(notice);
    this.#host.dispatchEvent(event);
    if (notice.type === 'checkout-ready') this.#applyLocale();
  }

  /** A request that the page's own policy blocked is not an outage. */
  #explain(error: CheckoutErrorData): CheckoutErrorData {
    const directive = error.kind === 'network' ? this.#page?.blockedBy() : undefined;
    return directive === undefined
      ? error
      : cspError(directive, new URL(this.#host.apiBase ?? '').origin).toData();
  }

  /** The only place that leaves the page. */
  #navigate(url: string, reason: RedirectReason): void {
    const target = safeUrl(url);
    if (target === undefined) {
      this.#notify({ type: 'checkout-error', detail: unsafeUrl(`${reason} URL`) });
      return;
    }
    const event = new CheckoutRedirectEvent({ url: target, reason });
    const allowed = this.#host.dispatchEvent(event) && this.#host.redirect !== 'manual';
    if (!allowed) return;
    // An action is left by `assign`, so that Back returns to the checkout; an end by `replace`, so that it does not.
    if (reason === 'action') location.assign(target);
    else location.replace(target);
    if (reason !== 'success') return;
    this.#later(STALL_MS, () => {
      this.store.dispatch({ type: 'navigation_stalled' });
      location.replace(target);
    });
  }

  #later(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }

  /** The element's own locale, else the session's, else the nearest `lang`, else the browser's. */
  #applyLocale(): void {
    const { state, i18n } = this.store;
    const own = this.#host.locale;
    const session = 'session' in state ? state.session?.locale : undefined;
    const wanted = [own, session, langAround(this.#host), ...navigator.languages];
    const { messages } = this.#host;
    if (wanted.join() === this.#locales && messages === this.#messages) return;
    this.#locales = wanted.join();
    this.#messages = messages;
    const words = i18n.setLocale(wanted, messages).then((faults) => {
      for (const fault of faults)
        this.#notify({ type: 'checkout-error', detail: integrationError(...fault).toData() });
    });
    this.#words ??= waitAtMost(words, WORDS_MS);
  }
}

const noMethodPicked = (): CheckoutError =>
  integrationError('no_method_picked', 'No payment method is picked.', 'Add a <payment-method-picker>.');
