import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { CheckoutStore } from '../../controllers/checkout-store.js';
import { SplitStore } from '../../controllers/split-store.js';
import type { PreparedPart } from '../../core/checkout-options.js';
import { CheckoutError } from '../../core/errors.js';
import { methodIdOf, payableSession } from '../../core/machine/state.js';
import { judgePart } from '../../core/judge-part.js';
import { minorUnitExponent } from '../../core/money/exponent.js';
import { preparationFailure } from '../../core/payment-failures.js';
import { methodOf } from '../../core/session/methods.js';
import type { CheckoutSession, Failure, PaymentMethod } from '../../core/session/session.js';
import { mayAddPart, mayPayPart, maySplit, restOf } from '../../core/split.js';
import { CheckoutErrorEvent } from '../../events.js';
import { controlsStyles } from '../../theme/controls.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import type { FieldError } from '../form-field/field-spec.js';
import { formFieldStyles } from '../form-field/form-field.styles.js';
import { methodLabel } from '../method-words.js';
import { failureText } from '../session-words.js';
import { partName } from './part-words.js';
import { renderPaid, renderParts } from './render-parts.js';
import { paymentSplitStyles } from './payment-split.styles.js';

/** The draft's name of the amount that is typed. */
const AMOUNT = 'split.amount';

/** What the amount is judged for: `edit` scolds nobody for an empty field, and `pay` not for a part that is not set yet. */
type Purpose = 'edit' | 'add' | 'pay';

/**
 * Splits what is due between methods, where the session allows that: an amount for the picked method becomes a part, and
 * the method that is picked in the end pays the rest. Of a session that is paid in part it says what was paid, and how.
 *
 * @summary Pays with several methods.
 * @tag payment-split
 * @fires {CheckoutErrorEvent} checkout-error - a card could not become a token, by a fault in the set-up
 * @csspart label - the label of the amount
 * @csspart input - the amount
 * @csspart paid - what was paid already
 * @csspart part - a part that is set
 * @csspart left - what is left to pay
 * @csspart link - a button that looks like a link
 * @csspart hint - a note
 * @csspart error - what is wrong with a field
 * @csspart alert - a notice
 * @csspart field - a label, its control and its note
 * @csspart secondary-button - a button of less weight
 */
export class PaymentSplitElement extends CheckoutElement {
  static override readonly styles = [tokensStyles, controlsStyles, formFieldStyles, paymentSplitStyles];

  @state() private _isAdding = false;
  @state() private _failure: Failure | undefined;

  @query('#amount') private readonly _input!: HTMLInputElement | null;
  @query('#left') private readonly _left!: HTMLElement | null;

  #store: CheckoutStore | undefined;
  #unregister: (() => void) | undefined;
  #purpose: Purpose = 'pay';
  #picked: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  protected override willUpdate(): void {
    const { store, state } = this.checkout;
    const picked = methodIdOf(state);
    // Why one method's part was not set says nothing of another's.
    if (picked !== this.#picked) this._failure = undefined;
    this.#picked = picked;
    if (store === this.#store) return;
    this.#leave();
    this.#store = store;
    if (!store) return;
    const split = store.split ?? new SplitStore(store);
    split.text = this.#text;
    this.#unregister = store.draft.register({
      name: AMOUNT,
      validate: (value) => this.#judge(value),
      focus: () => {
        (this._input ?? this._left)?.focus();
      },
      top: () => this.getBoundingClientRect().top,
    });
  }

  protected override render(): unknown {
    const session = this.#session;
    const splits = session !== undefined && maySplit(session);
    const hasPaid = session !== undefined && session.amount.paid > 0;
    this.hidden = !splits && !hasPaid;
    if (!session) return nothing;
    return html`${hasPaid ? renderPaid(session, this.i18n) : nothing}${splits ? this.#renderSplit(session) : nothing}`;
  }

  protected override updated(): void {
    const typed = this.checkout.store?.draft.get(AMOUNT) ?? '';
    if (this._input && this._input.value !== typed) this._input.value = typed;
  }

  #renderSplit(session: CheckoutSession): TemplateResult {
    const { i18n } = this;
    if (!this.#split?.isOpen)
      return html`<button type="button" class="link open" part="link" @click=${this.#open}>
        ${i18n.t('split.open')}
      </button>`;
    const hasInstalments = session.paymentMethods.some((method) =>
      method.installments?.some(({ count }) => count > 1),
    );
    return html`<section class="panel" aria-labelledby="title">
      <div class="head">
        <h3 id="title">${i18n.t('split.title')}</h3>
        <button type="button" class="link" part="link" @click=${this.#close}>${i18n.t('split.close')}</button>
      </div>
      ${renderParts(
        this.#parts.map((part) => ({
          name: this.#name(session, part),
          amount: i18n.money(part.amount, session.currency),
          remove: () => this.#remove(part),
        })),
        i18n,
      )}
      ${this.#renderAmount(session)}
      ${hasInstalments ? html`<p class="hint" part="hint">${i18n.t('split.atOnce')}</p>` : nothing}
      ${this.#renderLeft(session)}
    </section>`;
  }

  #renderAmount(session: CheckoutSession): unknown {
    const { i18n } = this;
    if (!mayAddPart(session, this.#parts)) return nothing;
    const method = this.#method(session);
    const error = this.checkout.store?.draft.error(AMOUNT) as FieldError | undefined;
    const note = error
      ? html`<p class="error" part="error" id="note">${i18n.t(`error.${error}`, this.#examples(session))}</p>`
      : nothing;
    const failure =
      this._failure && html`<p class="notice danger" part="alert">${failureText(this._failure, i18n)}</p>`;
    return html`<div class="field" part="field">
        <label for="amount" part="label"
          >${method ? i18n.t('split.amount', { method: methodLabel(method, i18n) }) : i18n.t('split.amountAny')}</label
        >
        <div class="row">
          <input
            id="amount"
            part="input"
            type="text"
            inputmode="decimal"
            autocomplete="off"
            enterkeyhint="done"
            aria-invalid=${error ? 'true' : nothing}
            aria-describedby=${error ? 'note left' : 'left'}
            @input=${this.#type}
            @blur=${this.#check}
            @keydown=${this.#pressKey}
          />
          <button
            type="button"
            class="secondary"
            part="secondary-button"
            aria-disabled=${this._isAdding ? 'true' : nothing}
            @mousedown=${keepFocus}
            @click=${this.#add}
          >
            ${this._isAdding ? html`<span class="spinner"></span>` : nothing}${i18n.t('split.add')}
          </button>
          ${note}
        </div>
      </div>
      <div class="alert" role="alert">${failure || nothing}</div>`;
  }

  /** The remainder runs with what is typed. */
  #renderLeft(session: CheckoutSession): TemplateResult {
    const rest = restOf(session.amount.due, this.#parts);
    const typed = this.#typed(session, this.checkout.store?.draft.get(AMOUNT) ?? '');
    const left = mayAddPart(session, this.#parts) && 'minor' in typed ? rest - typed.minor : rest;
    return html`<p id="left" class="left" part="left" role="status" tabindex="-1">
      ${this.i18n.t('split.left', { amount: this.i18n.money(left, session.currency) })}
    </p>`;
  }

  get #parts(): readonly PreparedPart[] {
    return this.#split?.parts ?? [];
  }

  get #split(): SplitStore | undefined {
    return this.checkout.store?.split;
  }

  get #session(): CheckoutSession | undefined {
    return payableSession(this.checkout.state);
  }

  #method(session: CheckoutSession): PaymentMethod | undefined {
    return methodOf(session, methodIdOf(this.checkout.state));
  }

  #name(session: CheckoutSession, { methodId, card }: PreparedPart): string {
    const method = methodOf(session, methodId);
    return partName(method ? methodLabel(method, this.i18n) : methodId, card);
  }

  #typed(session: CheckoutSession, value: string): ReturnType<typeof judgePart> {
    const { amount, currency } = session;
    const rest = restOf(amount.due, this.#parts);
    return judgePart(value, rest, minorUnitExponent(currency), this.i18n.locale, currency);
  }

  /** A half of what is left, as people write it here, and the most that may be typed. */
  #examples({ amount, currency }: CheckoutSession): Readonly<Record<'example' | 'rest' | 'places', string>> {
    const rest = restOf(amount.due, this.#parts);
    const money = (minor: number): string => this.i18n.money(minor, currency);
    const places = String(minorUnitExponent(currency));
    return { example: money(Math.ceil(rest / 2)), rest: money(rest), places };
  }

  #judge(value: string): FieldError | undefined {
    const session = this.#session;
    if (!session || !this.#split?.isOpen || !maySplit(session)) return undefined;
    const method = this.#method(session);
    const isRest = this.#purpose === 'pay' && this.#parts.length > 0;
    if (method && (isRest || this.#purpose === 'add') && !mayPayPart(session, method)) return 'partMethod';
    if (!mayAddPart(session, this.#parts)) return undefined;
    const typed = this.#typed(session, value);
    if ('minor' in typed) return this.#purpose === 'pay' ? 'partPending' : undefined;
    return typed.fault === 'required' && this.#purpose !== 'add' ? undefined : `part_${typed.fault}`;
  }

  #for<T>(purpose: Purpose, act: () => T): T {
    this.#purpose = purpose;
    try {
      return act();
    } finally {
      this.#purpose = 'pay';
    }
  }

  /** Who pays what, the picked method and its rest at last. */
  readonly #text = (): string | undefined => {
    const session = this.#session;
    const method = session && this.#method(session);
    if (!method || this.#parts.length === 0) return undefined;
    const words = (name: string, minor: number): string =>
      this.i18n.t('split.with', { amount: this.i18n.money(minor, session.currency), method: name });
    return this.i18n.list([
      ...this.#parts.map((part) => words(this.#name(session, part), part.amount)),
      words(methodLabel(method, this.i18n), restOf(session.amount.due, this.#parts)),
    ]);
  };

  readonly #open = async (): Promise<void> => {
    this.#split?.open(true);
    await this.updateComplete;
    this._input?.focus();
  };

  readonly #close = async (): Promise<void> => {
    this.checkout.store?.draft.set(AMOUNT, '');
    this._failure = undefined;
    this.#split?.open(false);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.open')?.focus();
  };

  readonly #type = (): void => {
    this.#for('edit', () => this.checkout.store?.draft.set(AMOUNT, this._input?.value ?? ''));
  };

  readonly #check = (): void => {
    this.#for('edit', () => this.checkout.store?.draft.check(AMOUNT));
  };

  readonly #pressKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || event.repeat) return;
    event.preventDefault();
    void this.#add();
  };

  readonly #add = async (): Promise<void> => {
    const { store } = this.checkout;
    const session = this.#session;
    if (!store || !session || this._isAdding) return;
    this._failure = undefined;
    const wrong = this.#for('add', () => store.draft.validate());
    const method = this.#method(session);
    const typed = this.#typed(session, store.draft.get(AMOUNT));
    if (wrong || !method || !('minor' in typed)) {
      wrong?.focus();
      return;
    }
    this._isAdding = true;
    try {
      if (await this.#split?.add(method, typed.minor)) this.#for('edit', () => store.draft.set(AMOUNT, ''));
    } catch (error) {
      this._failure = preparationFailure(error);
      if (error instanceof CheckoutError && error.kind === 'integration') {
        const event = new CheckoutErrorEvent(error.toData());
        this.dispatchEvent(event);
      }
    }
    this._isAdding = false;
    await this.updateComplete;
    // What was pressed is gone: the line that says what is left takes its place.
    if (!this._input && this.isConnected) this._left?.focus();
  };

  async #remove(part: PreparedPart): Promise<void> {
    this.#split?.remove(part);
    await this.updateComplete;
    this._input?.focus();
  }

  #leave(): void {
    this.#unregister?.();
    this.#unregister = undefined;
    if (this.#store?.split) this.#store.split.text = undefined;
    this.#store = undefined;
  }
}

/** A field above that is left is judged anew, and its note would move the button from under the pointer. */
const keepFocus = (event: Event): void => {
  event.preventDefault();
};

declare global {
  interface HTMLElementTagNameMap {
    'payment-split': PaymentSplitElement;
  }
}
