import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { countryOfCurrency } from '../../core/address/country-of-currency.js';
import { methodIdOf, sessionOf } from '../../core/machine/state.js';
import { missingFields, wantedFields } from '../../core/payment-methods/index.js';
import { currencyOf, methodOf } from '../../core/session/methods.js';
import type { CheckoutSession, CustomerField, PaymentMethod } from '../../core/session/session.js';
import { documentType } from '../../core/validation/document.js';
import { documentTypesOf } from '../../core/validation/document-types.js';
import { controlsStyles } from '../../theme/controls.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import type { FieldSpec } from '../form-field/field-spec.js';
import { showInTurn } from '../form-field/form-turn.js';
import { FieldsController } from '../form-field/fields-controller.js';
import { formFieldStyles } from '../form-field/form-field.styles.js';
import { renderForm } from '../form-field/render-field.js';
import { FIELD_PARTS, LazyElements } from '../lazy.js';
import { customerFieldsStyles } from './customer-fields.styles.js';
import { customerFieldSpec, customFieldSpec, WRITING, type Asking } from './field-specs.js';
import type { KnownRow } from './known-customer.js';

const ADDRESS = 'customer.address';
/** Where the focus goes while something that is asked is not here yet. */
const MISSING = 'missing-part';

/** Parts that are fetched when they are first needed. */
type Parts = { [Name in keyof typeof FIELD_PARTS]?: Awaited<ReturnType<(typeof FIELD_PARTS)[Name]>> };

/** What one update is about. */
interface Turn {
  readonly session: CheckoutSession;
  readonly method: PaymentMethod | undefined;
  readonly asking: Asking;
}

/**
 * Shows what is known of the shopper, each with a way to change it, and asks for what the session and the picked method
 * require and do not know yet, and for the merchant's own questions. Shows nothing where there is nothing to tell or ask.
 *
 * @summary The shopper's details
 * @tag customer-fields
 * @csspart known - what is known of the shopper
 * @csspart form - the form around the fields
 * @csspart label - the label of a field
 * @csspart input - an input or a list
 * @csspart error - what is wrong with a field
 * @csspart alert - a notice
 * @csspart secondary-button - a button of less weight
 * @csspart field - a label, its control and its note
 * @csspart hint - a note
 * @csspart choice - one of several choices
 * @csspart link - a button that looks like a link
 * @cssstate empty - there is nothing to ask and nothing to tell
 * @cssstate waiting - a part of it is still being fetched
 */
export class CustomerFieldsElement extends CheckoutElement {
  static override readonly styles = [tokensStyles, controlsStyles, formFieldStyles, customerFieldsStyles];

  /** The session to ask for; the checkout's where it is not set. */
  @property({ attribute: false }) session: CheckoutSession | undefined;
  /** The method to ask for; the checkout's picked one where it is not set. */
  @property({ attribute: false }) method: PaymentMethod | undefined;

  readonly #fields = new FieldsController(this, this.checkout);
  readonly #internals = this.attachInternals();
  readonly #parts: Parts = {};
  readonly #lazy = new LazyElements(this, async (name) => {
    const part = await FIELD_PARTS[name as keyof Parts]();
    Object.assign(this.#parts, { [name]: part });
    const sheet = 'knownStyles' in part && part.knownStyles.styleSheet;
    if (sheet) this.shadowRoot?.adoptedStyleSheets.push(sheet);
  });
  #turn: Turn | undefined;
  #specs: readonly FieldSpec[] = [];
  #rows: readonly KnownRow[] = [];
  #isKnown = false;
  /** Parts that are asked with and are not here yet: nobody pays before they are. */
  readonly #awaited = new Set<keyof Parts>();
  #release: (() => void) | undefined;
  /** Id of what gets the focus once it is here. */
  #next: string | undefined;

  constructor() {
    super();
    showInTurn(this, this.checkout);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#awaited.clear();
    this.#holdUp();
  }

  protected override willUpdate(): void {
    const session = this.session ?? sessionOf(this.checkout.state);
    this.#awaited.clear();
    this.#turn = session && this.#read(session);
    this.#rows = this.#turn ? this.#rowsOf(this.#turn) : [];
    const refused = this.#turn ? this.#openRefused(this.#turn) : [];
    this.#specs = this.#turn ? this.#specsOf(this.#turn) : [];
    this.#fields.set(this.#specs);
    // Only now is each judged by the rules of its new country.
    if (this.#turn) this.#parts.address?.followCountry(this.#fields.draft, this.#turn.asking, this.#specs);
    for (const name of refused) this.#fields.draft.check(name);
    this.#holdUp();
    const { states } = this.#internals as { readonly states?: CustomStateSet };
    const isEmpty = this.#specs.length + this.#rows.length + this.#awaited.size === 0;
    const note = (name: string, is: boolean): unknown => states?.[is ? 'add' : 'delete'](name);
    note('empty', isEmpty);
    note('waiting', this.#isWaiting);
  }

  protected override render(): unknown {
    const hasFailed = [...this.#awaited].some((name) => !this.#lazy.need(name));
    const isShown = this.#specs.length + this.#rows.length > 0;
    return html`${isShown ? html`<h3>${this.i18n.t('fields.payerTitle')}</h3>` : nothing}${this.#parts.known?.renderKnown(this.#rows, this.i18n, this.#change)}${
      this.#specs.length === 0 ? nothing : renderForm(this.#specs, this.#fields, this.i18n, this.#renderKeep)
    }${hasFailed ? this.#renderMissing() : nothing}`;
  }

  protected override updated(): void {
    const next = this.#next === undefined ? null : this.shadowRoot?.getElementById(this.#next);
    if (!next) return;
    this.#next = undefined;
    next.focus();
  }

  /** Below the last field of what is being changed: the way back, unless what was known would be refused. */
  readonly #renderKeep = (spec: FieldSpec): unknown => {
    const row = this.#rows.find(
      (known) => known.isChanging && spec === this.#specsFor(known.fields.at(-1)).at(-1),
    );
    if (!row || !this.#turn || this.#isRefused(row, this.#turn)) return nothing;
    return this.#parts.known?.renderKeep(row, this.i18n, () => {
      this.#parts.known?.close(row, this.#fields.draft);
      this.#next = `change-${row.id}`;
    });
  };

  #renderMissing(): TemplateResult {
    return html`<div class="notice danger" part="alert">
      <p>${this.i18n.t('checkout.partFailed')}</p>
      <button type="button" class="secondary" part="secondary-button" id=${MISSING} @click=${this.#retry}>
        ${this.i18n.t('checkout.retry')}
      </button>
    </div>`;
  }

  readonly #retry = (): void => {
    this.#lazy.retry();
  };

  readonly #change = (row: KnownRow): void => {
    this.#open(row);
    this.#next = row.focus;
  };

  #need<Name extends keyof Parts>(name: Name): Parts[Name] {
    this.#lazy.need(name);
    return this.#parts[name];
  }

  /** What is known is shown as soon as the part that shows it is here; nothing waits for that. */
  #rowsOf({ session: { customer }, asking }: Turn): readonly KnownRow[] {
    this.#isKnown = Object.keys(customer).length > 0;
    if (!this.#isKnown) return [];
    return this.#need('known')?.knownRows(customer, asking, this.#fields.draft, WRITING) ?? [];
  }

  /** Its height is not known yet. */
  get #isWaiting(): boolean {
    const wanted = [...this.#awaited, ...(this.#isKnown ? (['known'] as const) : [])];
    return wanted.some((name) => !this.#parts[name] && this.#lazy.need(name));
  }

  #open(row: KnownRow): void {
    const { asking, session } = this.#turn ?? {};
    if (!asking || !session) return;
    this.#parts.known?.open(row, session.customer, this.#fields.draft, (name, known) => {
      const field = row.fields.find((part) => name === `customer.${part}`);
      if (field === undefined || field === 'address') return known;
      return customerFieldSpec(field, asking).toValue?.(known) ?? known;
    });
  }

  #read(session: CheckoutSession): Turn {
    const method = this.method ?? methodOf(session, methodIdOf(this.checkout.state));
    const { draft } = this.#fields;
    const { address, documentType: knownType = '' } = session.customer;
    const home = countryOfCurrency(currencyOf(session, method));
    const country = draft.get(`${ADDRESS}.country`) || (address?.country ?? home ?? '');
    const types = documentTypesOf(home);
    const type = draft.get('customer.documentType') || knownType;
    return {
      session,
      method,
      asking: {
        i18n: this.i18n,
        country,
        home,
        isBrazilian: home === 'BR' || country === 'BR',
        documentForm: method?.documentForm,
        documentTypes: types.length > 0 ? types : (method?.documentTypes ?? []),
        documentRule: type ? this.#parts.documents?.documentRule(type) : undefined,
      },
    };
  }

  /** What is known and would not be taken is asked anew, with the reason beside it. Answers the names of the fields. */
  #openRefused(turn: Turn): readonly string[] {
    const rows = this.#rows.filter((row) => !row.isOpen && this.#isRefused(row, turn));
    for (const row of rows) this.#open(row);
    if (rows.length > 0) this.#rows = this.#rowsOf(turn);
    return rows.flatMap(({ id, fields }) =>
      id === 'address' ? [`${ADDRESS}.postalCode`] : fields.map((field) => `customer.${field}`),
    );
  }

  #isRefused({ fields }: KnownRow, { session, method, asking }: Turn): boolean {
    const { customer } = session;
    const wanted = wantedFields(session, method);
    const isWrong = (field: CustomerField): boolean | undefined => {
      if (field === 'address') return this.#parts.address?.hasWrongPart(session, asking);
      const { check, toValue } = customerFieldSpec(field, asking);
      const value = customer[field] ?? '';
      return (
        value !== '' &&
        !this.#parts.known?.isMasked(value) &&
        check?.(toValue?.(value) ?? value) !== undefined
      );
    };
    return fields.some((field) => wanted.has(field) && isWrong(field));
  }

  #specsOf(turn: Turn): readonly FieldSpec[] {
    const { session, method, asking } = turn;
    const opened = new Set(this.#rows.filter(({ isOpen }) => isOpen).flatMap(({ fields }) => fields));
    const asked = missingFields(session, method, (field) => opened.has(field));
    const { isBrazilian, documentTypes } = asking;
    if (isBrazilian && (asked.includes('documentType') || this.#fields.draft.get('customer.documentType')))
      this.#deriveDocumentType(session);
    if (!isBrazilian && documentTypes.length > 0 && asked.includes('document')) this.#await('documents');
    return [
      ...asked.flatMap((field) =>
        field === 'address' || (field === 'documentType' && isBrazilian)
          ? []
          : customerFieldSpec(field, asking),
      ),
      ...this.#addressSpecs(turn, asked.includes('address')),
      ...session.customFields
        .filter(({ methodId = method?.id }) => methodId === method?.id)
        .map((field) => customFieldSpec(field, this.i18n)),
    ];
  }

  #addressSpecs({ session, method, asking }: Turn, isAsked: boolean): readonly FieldSpec[] {
    if (!isAsked && !wantedFields(session, method).has('address')) return [];
    // Also where all of it seems known: the country's own rules tell what is missing.
    const part = this.#await('address');
    if (!part) return [];
    const isAnew = this.#rows.some(({ id, isOpen }) => id === 'address' && isOpen);
    return part.addressSpecs(session, asking, isAnew);
  }

  /** A Brazilian document tells its own type: that is not asked. */
  #deriveDocumentType({ customer }: CheckoutSession): void {
    const { draft } = this.#fields;
    const type = documentType(draft.get('customer.document') || (customer.document ?? ''));
    if (type) draft.set('customer.documentType', type.toUpperCase());
  }

  /** The fields that ask for one piece of customer data. */
  #specsFor(field: CustomerField | undefined): readonly FieldSpec[] {
    const own = `customer.${field ?? ''}`;
    return this.#specs.filter(({ name }) => name === own || name.startsWith(`${own}.`));
  }

  #await<Name extends keyof Parts>(name: Name): Parts[Name] {
    const part = this.#need(name);
    if (!part) this.#awaited.add(name);
    return part;
  }

  #holdUp(): void {
    const isWaiting = this.#awaited.size > 0;
    if (isWaiting === (this.#release !== undefined)) return;
    this.#release?.();
    this.#release = isWaiting
      ? this.#fields.draft.register({
          name: MISSING,
          validate: () => (this.hidden ? undefined : 'required'),
          focus: () => {
            this.shadowRoot?.getElementById(MISSING)?.focus();
          },
        })
      : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-fields': CustomerFieldsElement;
  }
}
