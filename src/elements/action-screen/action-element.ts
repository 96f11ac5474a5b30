import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { MachineEvent } from '../../core/machine/events.js';
import { sessionOf } from '../../core/machine/state.js';
import type { CheckoutSession, Failure, NextAction, Payment } from '../../core/session/session.js';
import { CheckoutErrorEvent } from '../../events.js';
import { CountdownController } from '../../controllers/countdown-controller.js';
import { CheckoutElement } from '../checkout-element.js';
import { merchantName } from '../session-words.js';
import { SpokenTimeLeft } from './time-left.js';

type Fact = readonly [name: string, value: unknown];

/** What the screens of all next actions share: which action they show, and the ways on and out. */
export abstract class ActionElement<Type extends NextAction['type']> extends CheckoutElement {
  /** The action to show; the checkout's where it is not set. */
  @property({ attribute: false }) action: Extract<NextAction, { type: Type }> | undefined;
  /** The payment it belongs to; the checkout's where it is not set. */
  @property({ attribute: false }) payment: Payment | undefined;

  protected abstract readonly actionType: Type;
  /** Time left by the server's clock, for actions that end at a moment. */
  protected readonly countdown = new CountdownController(this, () => this.serverNow());
  readonly #spokenTimeLeft = new SpokenTimeLeft();
  #reported: string | undefined;

  protected get currentAction(): Extract<NextAction, { type: Type }> | undefined {
    const { state } = this.checkout;
    if (this.action) return this.action;
    return state.status === 'action_required' && state.action.type === this.actionType
      ? (state.action as Extract<NextAction, { type: Type }>)
      : undefined;
  }

  protected get currentPayment(): Payment | undefined {
    const { state } = this.checkout;
    return this.payment ?? (state.status === 'action_required' ? state.payment : undefined);
  }

  protected get session(): CheckoutSession | undefined {
    return sessionOf(this.checkout.state);
  }

  /** The shopper gave the action up and the server is being told. */
  protected get isLeaving(): boolean {
    const { state } = this.checkout;
    return state.status === 'action_required' && state.leaving === true;
  }

  /** What the server has not answered yet: to a code, or to the wish for another one. */
  protected get asking(): 'confirm' | 'resend' | undefined {
    const { state } = this.checkout;
    return state.status === 'action_required' ? state.asking : undefined;
  }

  /** The server refused a code or a resend; the payment lives on. */
  protected get failure(): Failure | undefined {
    const { state } = this.checkout;
    return state.status === 'action_required' ? state.failure : undefined;
  }

  /** What is charged, in words: with its interest, where it is paid in parts. Empty where it is not known. */
  protected get amount(): string {
    const payment = this.currentPayment;
    return payment ? this.i18n.money(payment.installments?.total ?? payment.amount, payment.currency) : '';
  }

  protected dispatch(event: MachineEvent): void {
    this.checkout.store?.dispatch(event);
  }

  protected serverNow(): number {
    return this.checkout.store?.serverNow() ?? Date.now();
  }

  /** Tells the host page, once for each `data`, that the API sent something that cannot be shown. */
  protected reportBroken(code: string, message: string, data: string): void {
    if (this.#reported === data) return;
    this.#reported = data;
    const event = new CheckoutErrorEvent({ kind: 'api', code, message, retryable: true });
    this.dispatchEvent(event);
  }

  protected renderLeave(
    label: string,
    look: 'link' | 'primary' = 'link',
    leave: () => void = this.#leave,
  ): TemplateResult {
    return html`<button
      type="button"
      class=${look}
      part=${look === 'link' ? look : 'button'}
      ?disabled=${this.isLeaving}
      @click=${leave}
    >
      ${this.isLeaving ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}${label}
    </button>`;
  }

  /** How much, until when, to whom: the same, in one place, on every screen. What is not known has no line. */
  protected renderFacts(
    amount = this.i18n.t('result.amount'),
    sum = this.amount,
    payee = this.session && merchantName(this.session, this.i18n),
    until: Fact = [this.i18n.t('action.timeLeft'), this.#until],
  ): TemplateResult {
    const facts: Fact[] = [[amount, sum], until, [this.i18n.t('pix.payee'), payee]];
    return html`<dl class="facts" part="facts">
      ${facts.map(([name, value]) =>
        value
          ? html`<div>
              <dt>${name}</dt>
              <dd><bdi>${value}</bdi></dd>
            </div>`
          : nothing,
      )}
    </dl>`;
  }

  /** Time that is over is no longer read out, and keeps its place. */
  get #until(): unknown {
    const { leftMs, text } = this.countdown;
    return leftMs === undefined ? '' : leftMs === 0 ? text : this.renderTimeLeft();
  }

  /** The running time, and a region of its own that speaks now and then. */
  protected renderTimeLeft(): TemplateResult {
    const { i18n } = this;
    const { leftMs = Infinity, text } = this.countdown;
    return html`<span role="timer" class="time" part="countdown"
        ><span class="sr">${i18n.t('action.timeLeft')} </span><bdi>${text}</bdi></span
      ><span class="sr" role="status">${this.#spokenTimeLeft.text(leftMs, i18n)}</span>`;
  }

  /** In place of an action that cannot be shown: what that means, and a way out. */
  protected renderBroken(title: string, text: string, wayOut: string): TemplateResult {
    return html`<div class="screen">
      <h2 part="title">${title}</h2>
      <div role="alert"><p class="notice danger" part="alert">${text}</p></div>
      ${this.renderLeave(wayOut, 'primary')}
    </div>`;
  }

  /** The region stands from the start, so that its words are spoken when they come. */
  protected renderFailure(text = this.failure ? this.i18n.t('failure.busy') : ''): TemplateResult {
    return html`<div role="alert">
      ${text ? html`<p class="notice danger" part="alert">${text}</p>` : nothing}
    </div>`;
  }

  readonly #leave = (): void => {
    this.dispatch({ type: 'action_canceled' });
  };
}
