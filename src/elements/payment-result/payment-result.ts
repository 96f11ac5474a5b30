import { html, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CountdownController } from '../../controllers/countdown-controller.js';
import { sessionOf, type CheckoutState } from '../../core/machine/state.js';
import { fillSessionId, safeUrl } from '../../core/navigation.js';
import type { Merchant } from '../../core/session/session.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import { merchantName } from '../session-words.js';
import { paymentResultStyles } from './payment-result.styles.js';
import { paymentFacts } from './payment-facts.js';
import { endedInPart, resultWords } from './result-words.js';

/** How long a shopper who cannot try again has to stop being taken back to the shop: WCAG 2.2.1 wants 20 s at least, once it is read. */
const LEAVE_AFTER_MS = 30_000;

/** A way on: what it says, where it leads, and what it asks of the checkout. */
interface Way {
  readonly label: string;
  readonly url?: string;
  readonly act: () => void;
}

/**
 * Every screen on which there is nothing left to fill in: paid, being processed, being confirmed, expired, cancelled,
 * no further try, could not be loaded. Shows nothing in the other states.
 *
 * @summary How the payment ended, or that it has not yet.
 * @tag payment-result
 * @csspart mark - The sign above the heading.
 * @csspart title - The heading.
 * @csspart facts - Amount, method, reference.
 * @csspart ways - The buttons.
 * @csspart message - The sentence below the heading.
 * @csspart secondary-button - A button of less weight.
 * @csspart button - The main button.
 */
export class PaymentResultElement extends CheckoutElement {
  static override styles = [tokensStyles, buttonsStyles, paymentResultStyles];

  /** What to show; the checkout's own state where it is not set. */
  @property({ attribute: false }) state?: CheckoutState;

  /** The host page decides where the shopper goes: nothing here says or starts that. */
  @property({ type: Boolean }) manual = false;

  @state() private _stays = false;

  readonly #countdown = new CountdownController(this, () => Date.now());
  #leavesAt: number | undefined;
  #hasLeft = false;
  /** The session that the three above are of: a page with its own arrangement keeps this element for the next. */
  #sessionId: string | undefined;

  protected override willUpdate(): void {
    const { status } = this.#state;
    this.#follow(sessionOf(this.#state)?.id);
    const leaves =
      status === 'locked' && !this.manual && !this._stays && !this.#hasLeft && this.#wayBack !== undefined;
    this.#leavesAt = leaves ? (this.#leavesAt ?? Date.now() + LEAVE_AFTER_MS) : undefined;
    this.#countdown.endsAt = this.#leavesAt;
  }

  protected override render(): unknown {
    const shown = this.#state;
    const words = resultWords(shown);
    if (!words) return nothing;
    const { i18n } = this;
    const merchant = merchantName(sessionOf(shown), i18n);
    return html`<div class="screen">
      ${this.#renderMark(shown)}
      <h2 part="title" aria-describedby=${this.#leavesAt === undefined ? nothing : 'going'}>
        ${i18n.t(words.title)}
      </h2>
      <p class="muted" part="message">${i18n.t(words.text, { merchant, paid: this.#paid(shown) })}</p>
      ${this.#renderFacts(shown)}
      <div class="ways" part="ways">
        ${this.#ways(shown, merchant).map(renderWay)}${this.#renderContact(shown, merchant)}
      </div>
      ${this.#renderGoing(shown, merchant)}
    </div>`;
  }

  protected override updated(): void {
    if (this.#leavesAt === undefined || this.#countdown.leftMs !== 0) return;
    this.#hasLeft = true;
    this.#leave();
  }

  #follow(sessionId: string | undefined): void {
    // While it is loaded again there is none, and then the same one.
    if (sessionId === undefined || sessionId === this.#sessionId) return;
    this.#sessionId = sessionId;
    this.#leavesAt = undefined;
    this.#hasLeft = false;
    this._stays = false;
  }

  get #state(): CheckoutState {
    return this.state ?? this.checkout.state;
  }

  /** Where this screen's own way out leads. */
  get #wayBack(): string | undefined {
    const session = sessionOf(this.#state);
    const { status } = this.#state;
    const url =
      status === 'succeeded'
        ? session?.successUrl
        : status === 'locked'
          ? (session?.failureUrl ?? session?.cancelUrl)
          : session?.cancelUrl;
    return safeUrl(url && session ? fillSessionId(url, session.id) : undefined);
  }

  #renderMark({ status }: CheckoutState): TemplateResult {
    if (status === 'processing' || status === 'unknown')
      return html`<div class="mark" part="mark"><span class="spinner"></span></div>`;
    const [look, path] =
      status === 'succeeded'
        ? ['good', 'm6.5 12.5 3.7 3.7 7.3-8']
        : status === 'expired'
          ? ['', 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 7v5.2l3.2 2']
          : status === 'canceled'
            ? ['', 'm8 8 8 8m0-8-8 8']
            : ['bad', 'M12 7v6m0 3.4v.1'];
    return html`<div class="mark ${look}" part="mark">
      <svg width="36" height="36" viewBox="0 0 24 24" fill="none" aria-hidden="true">
        ${svg`<path d=${path} pathLength="1" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />`}
      </svg>
    </div>`;
  }

  /** What the shopper may want to check, or to tell the shop. */
  #renderFacts(shown: CheckoutState): unknown {
    const { i18n } = this;
    const facts: [string, unknown][] = [];
    const session = sessionOf(shown);
    if (session && (shown.status === 'succeeded' || shown.status === 'processing'))
      facts.push(...paymentFacts(shown, session, i18n));
    if (session && isForSupport(shown)) facts.push([i18n.t('result.reference'), reference(session.id)]);
    if (shown.status === 'unavailable') {
      facts.push([i18n.t('result.errorCode'), reference(shown.error.code)]);
      if (shown.error.requestId) facts.push([i18n.t('result.reference'), reference(shown.error.requestId)]);
    }
    if (facts.length === 0) return nothing;
    return html`<dl class=${facts[0]?.[0] === i18n.t('result.amount') ? 'receipt' : ''} part="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt class="muted">${name}</dt>
            <dd><bdi>${value}</bdi></dd>
          </div>`,
      )}
    </dl>`;
  }

  /** That the page is about to be left, and how to stop that where it can be stopped. */
  #renderGoing(shown: CheckoutState, merchant: string): unknown {
    const { i18n } = this;
    if (this.#leavesAt !== undefined) {
      // As wide with one digit as with two.
      const seconds = String(Math.ceil((this.#countdown.leftMs ?? 0) / 1000)).padStart(2, '\u2007');
      return html`<p id="going" class="small muted" role="timer">
        ${i18n.t('result.backIn', { merchant, seconds })}
      </p>`;
    }
    if (shown.status !== 'succeeded' || this.manual || this.#wayBack === undefined) return nothing;
    const words = (isStalled: boolean): string =>
      i18n.t(isStalled ? 'result.stalled' : 'result.returning', { merchant });
    return html`<p class="room small muted" data-room=${words(!shown.stalled)}>
      <span>${words(shown.stalled)}</span>
    </p>`;
  }

  #ways(shown: CheckoutState, merchant: string): readonly Way[] {
    const { i18n } = this;
    const ways: Way[] = [];
    if (shown.status === 'unavailable' && shown.error.retryable)
      ways.push({
        label: i18n.t('checkout.retry'),
        act: () => {
          this.#request('checkout-retry-request');
        },
      });
    if (shown.status === 'expired' && shown.refreshable)
      ways.push({
        label: i18n.t('result.restart'),
        act: () => this.checkout.store?.dispatch({ type: 'refresh_requested' }),
      });
    const canLeave = ['succeeded', 'expired', 'canceled', 'locked'].includes(shown.status);
    const url = this.#wayBack;
    if (canLeave && url !== undefined) {
      const key = shown.status === 'succeeded' ? 'result.continue' : 'result.back';
      ways.push({ label: i18n.t(key, { merchant }), url, act: this.#leave });
    }
    if (this.#leavesAt !== undefined)
      ways.push({
        label: i18n.t('result.stay'),
        act: () => {
          this._stays = true;
        },
      });
    return ways;
  }

  #paid(shown: CheckoutState): string {
    const session = sessionOf(shown);
    return session ? this.i18n.money(session.amount.paid, session.currency) : '';
  }

  /** The merchant's own help, where the shopper may need it. */
  #renderContact(shown: CheckoutState, merchant: string): unknown {
    const session = sessionOf(shown);
    const url =
      session && (shown.status === 'locked' || isForSupport(shown))
        ? supportUrl(session.merchant)
        : undefined;
    return url === undefined
      ? nothing
      : html`<a
          class="secondary"
          part="secondary-button"
          href=${url}
          target="_blank"
          rel="noopener noreferrer"
          >${this.i18n.t('result.contact', { merchant })}</a
        >`;
  }

  #request(type: string): void {
    const event = new Event(type, { bubbles: true, composed: true });
    this.dispatchEvent(event);
  }

  readonly #leave = (): void => {
    this.checkout.store?.dispatch({ type: 'leave_requested' });
  };
}

/** Where only the merchant can find out what became of the money. */
const isForSupport = (shown: CheckoutState): boolean =>
  (shown.status === 'unknown' && shown.gaveUp) ||
  endedInPart(shown) ||
  (shown.status === 'succeeded' && shown.contradicted === true);

const reference = (text: string): TemplateResult => html`<code class="reference">${text}</code>`;

/** The first way on stands out. One that leaves the page is a real link, so that it works as people expect of links. */
const renderWay = ({ label, url, act }: Way, index: number): TemplateResult => {
  const [look, part] = index === 0 ? ['primary', 'button'] : ['secondary', 'secondary-button'];
  if (url === undefined)
    return html`<button type="button" class=${look} part=${part} @click=${act}>${label}</button>`;
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The checkout leaves by itself: the host page hears of it first.
    event.preventDefault();
    act();
  };
  return html`<a class=${look} part=${part} href=${url} @click=${follow}>${label}</a>`;
};

const supportUrl = ({ supportUrl: url, supportEmail }: Merchant): string | undefined =>
  safeUrl(url) ??
  (supportEmail && /^[^\s@?&]+@[^\s@?&]+$/.test(supportEmail) ? `mailto:${supportEmail}` : undefined);

declare global {
  interface HTMLElementTagNameMap {
    'payment-result': PaymentResultElement;
  }
}
