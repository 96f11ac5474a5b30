import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { methodIdOf, sessionOf } from '../../core/machine/state.js';
import { missingFields } from '../../core/payment-methods/index.js';
import type { CheckoutSession, PaymentMethod } from '../../core/session/session.js';
import { documentType } from '../../core/validation/document.js';
import { controlsStyles } from '../../theme/controls.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import type { FieldSpec } from '../form-field/field-spec.js';
import { showInTurn } from '../form-field/form-turn.js';
import { FieldsController } from '../form-field/fields-controller.js';
import { formFieldStyles } from '../form-field/form-field.styles.js';
import { renderForm } from '../form-field/render-field.js';
import { customerFieldsStyles } from './customer-fields.styles.js';
import { customerFieldSpecs, customFieldSpec, type Asking } from './field-specs.js';

/**
 * Asks for what the session and the picked method require of the shopper and do not know yet, and for the merchant's
 * own questions. Shows nothing where there is nothing to ask.
 *
 * @summary The shopper's details
 * @tag customer-fields
 * @csspart form - the form around the fields
 * @csspart label - the label of a field
 * @csspart input - an input or a list
 * @csspart error - what is wrong with a field
 * @cssstate empty - there is nothing to ask and nothing to tell
 */
export class CustomerFieldsElement extends CheckoutElement {
  static override readonly styles = [tokensStyles, controlsStyles, formFieldStyles, customerFieldsStyles];

  /** The session to ask for; the checkout's where it is not set. */
  @property({ attribute: false }) session: CheckoutSession | undefined;
  /** The method to ask for; the checkout's picked one where it is not set. */
  @property({ attribute: false }) method: PaymentMethod | undefined;

  readonly #fields = new FieldsController(this, this.checkout);
  readonly #internals = this.attachInternals();
  #specs: readonly FieldSpec[] = [];

  constructor() {
    super();
    showInTurn(this, this.checkout);
  }

  protected override willUpdate(): void {
    const session = this.#session;
    this.#specs = session ? this.#specsOf(session) : [];
    this.#fields.set(this.#specs);
    const { states } = this.#internals as { readonly states?: CustomStateSet };
    if (this.#specs.length === 0 && payer(session) === undefined) states?.add('empty');
    else states?.delete('empty');
  }

  protected override render(): unknown {
    const who = payer(this.#session);
    return html`${who === undefined ? nothing : this.#renderKnown(who)}${
      this.#specs.length === 0 ? nothing : renderForm(this.#specs, this.#fields, this.i18n)
    }`;
  }

  #renderKnown(who: string): TemplateResult {
    return html`<p class="known small">${this.i18n.t('fields.payingAs', { who })}</p>`;
  }

  get #session(): CheckoutSession | undefined {
    return this.session ?? sessionOf(this.checkout.state);
  }

  #specsOf(session: CheckoutSession): readonly FieldSpec[] {
    const picked = methodIdOf(this.checkout.state);
    const method = this.method ?? session.paymentMethods.find(({ id }) => id === picked);
    const asking = this.#asking(session, method);
    const missing = missingFields(session, method);
    const isDerived = asking.isBrazilian && missing.includes('documentType');
    if (isDerived) this.#deriveDocumentType(session);
    return [
      ...missing
        .filter((field) => field !== 'documentType' || !isDerived)
        .flatMap((field) => customerFieldSpecs(field, asking)),
      ...session.customFields.map(customFieldSpec),
    ];
  }

  #asking(session: CheckoutSession, method: PaymentMethod | undefined): Asking {
    const inReais = (method?.currency ?? session.currency) === 'BRL';
    const known = session.customer.address ?? {};
    const typed = this.#fields.draft.get('customer.address.country');
    const country = typed || known.country || (inReais ? 'BR' : '');
    return {
      i18n: this.i18n,
      country,
      known,
      isBrazilian: inReais || country === 'BR',
      documentForm: method?.documentForm,
    };
  }

  /** A Brazilian document tells its own type: that is not asked. */
  #deriveDocumentType({ customer }: CheckoutSession): void {
    const { draft } = this.#fields;
    const type = documentType(draft.get('customer.document') || (customer.document ?? ''));
    if (type) draft.set('customer.documentType', type.toUpperCase());
  }
}

/** Who pays, as far as it is known: the most telling of what the session has. */
const payer = (session: CheckoutSession | undefined): string | undefined => {
  const { email, name, firstName, lastName, phone } = session?.customer ?? {};
  return email ?? name ?? ([firstName, lastName].filter(Boolean).join(' ') || phone);
};

declare global {
  interface HTMLElementTagNameMap {
    'customer-fields': CustomerFieldsElement;
  }
}
