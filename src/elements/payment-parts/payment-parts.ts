import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { CheckoutState } from '../../core/machine/state.js';
import { partsOfTry } from '../../core/session/payments.js';
import type { CheckoutSession, Payment } from '../../core/session/session.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import { typeLabel } from '../type-label.js';
import { paymentPartsStyles } from './payment-parts.styles.js';

/** Where a part stands, for the shopper: the one on the screen is to be paid now. */
type PartState = 'now' | 'next' | 'processing' | 'succeeded' | 'failed' | 'canceled';

/**
 * The parts of a payment that is under way, each with its method, its amount and where it stands; nothing of a payment that
 * is made in one.
 *
 * @summary The parts of a payment
 * @tag payment-parts
 * @csspart part - one of them
 */
export class PaymentPartsElement extends CheckoutElement {
  static override readonly styles = [tokensStyles, paymentPartsStyles];

  @state() private _spoken = '';

  protected override render(): unknown {
    const { session, parts } = this.#try;
    this.hidden = parts.length < 2;
    if (!session || this.hidden) return nothing;
    return html`<section aria-labelledby="title">
      <p class="title" id="title">${this.#title(parts)}</p>
      <ul>
        ${parts.map((part) => this.#renderPart(part, session))}
      </ul>
      <div class="sr" role="status">${this._spoken}</div>
    </section>`;
  }

  /** Once it stands: a region that comes with its words is not read, and one whose words stay the same is not read again. */
  protected override updated(): void {
    const { session, parts } = this.#try;
    const lines = session ? parts.map((part) => this.#words(part, session).join(', ')) : [];
    this._spoken = lines.length < 2 ? '' : `${this.#title(parts)}: ${lines.join('; ')}.`;
  }

  #renderPart(part: Payment, session: CheckoutSession): TemplateResult {
    const [name, amount, words] = this.#words(part, session);
    const standing = standingOf(part, this.checkout.state);
    return html`<li class=${standing} part="part" aria-current=${standing === 'now' ? 'step' : nothing}>
      <bdi class="name">${name}</bdi> <bdi class="amount">${amount}</bdi> <span class="state">${words}</span>
    </li>`;
  }

  get #try(): { readonly session?: CheckoutSession; readonly parts: readonly Payment[] } {
    const { state } = this.checkout;
    return state.status === 'action_required' || state.status === 'processing'
      ? { session: state.session, parts: partsOfTry(state.session) }
      : { parts: [] };
  }

  #title({ length }: readonly Payment[]): string {
    return this.i18n.t('split.try', { parts: length });
  }

  #words(part: Payment, session: CheckoutSession): readonly [name: string, amount: string, standing: string] {
    const { i18n } = this;
    return [
      typeLabel(part.method, session, i18n),
      i18n.money(part.amount, part.currency),
      i18n.t(`split.states.${standingOf(part, this.checkout.state)}`),
    ];
  }
}

function standingOf({ id, status }: Payment, state: CheckoutState): PartState {
  if (status === 'requires_action' && state.status === 'action_required')
    return id === state.payment.id ? 'now' : 'next';
  return status === 'requires_action' || status === 'unknown' ? 'processing' : status;
}

declare global {
  interface HTMLElementTagNameMap {
    'payment-parts': PaymentPartsElement;
  }
}
