import { html, nothing, type TemplateResult } from 'lit';
import { isTypedAddress, type Draft } from '../../core/draft.js';
import type { Address, Customer, CustomerField } from '../../core/session/session.js';
import { formatPostalCode } from '../../core/validation/postal-code.js';
import type { I18n, MessageKey } from '../../i18n/create-i18n.js';
import { isolate } from '../dial-code.js';
import { isChanging, isOpen } from './changes.js';
import type { Asking, WRITING } from './field-specs.js';

export { isMasked } from '../../core/validation/masked.js';
export { close, open } from './changes.js';
export { knownStyles } from './known-customer.styles.js';

/** One line of what is known of the shopper. */
export interface KnownRow {
  readonly id: 'name' | 'email' | 'document' | 'phone' | 'address';
  /** What is asked in its place where it is to be changed. */
  readonly fields: readonly CustomerField[];
  readonly labelKey: MessageKey;
  readonly text: string;
  /** Name of the field that gets the focus where it is to be changed. */
  readonly focus: string;
  /** Whether fields stand in its place. */
  readonly isOpen: boolean;
  /** Whether they do because it is being changed. */
  readonly isChanging: boolean;
}

const NAMES = ['name', 'firstName', 'lastName'] as const;

/** What is known of the shopper, as it is shown. */
export function knownRows(
  customer: Customer,
  asking: Asking,
  draft: Draft,
  write: typeof WRITING,
): readonly KnownRow[] {
  const { name, firstName, lastName, email, phone, address } = customer;
  const row = (
    id: KnownRow['id'],
    text = '',
    fields: readonly CustomerField[] = [id],
    labelKey: MessageKey = `fields.${id as Exclude<typeof id, 'address'>}`,
  ): KnownRow => ({
    id,
    text,
    fields,
    labelKey,
    focus: `customer.${id === 'name' ? (fields[0] ?? id) : id === 'address' ? 'address.line1' : id}`,
    isOpen: isOpen(id, fields, draft) || (id === 'address' && isTypedAddress(draft, address ?? {})),
    isChanging: isChanging(id, draft),
  });
  return [
    row(
      'name',
      name ?? [firstName, lastName].filter(Boolean).join(' '),
      NAMES.filter((field) => customer[field]),
    ),
    row('email', email),
    row('document', ...documentText(customer, asking, write)),
    row('phone', phone && write.formatPhone(phone)),
    row('address', addressText(address, asking), undefined, 'fields.line1'),
  ].filter(({ text }) => text);
}

/** A document as it stands on the card, by its own name where it tells that itself: a CPF or a CNPJ. */
function documentText(
  { document = '', documentType: type }: Customer,
  { isBrazilian }: Asking,
  { documentKind, formatDocument }: typeof WRITING,
): readonly [text: string, fields: readonly CustomerField[] | undefined, labelKey?: MessageKey] {
  const fields = type ? (['documentType', 'document'] as const) : undefined;
  const kind = documentKind(document);
  // Eleven digits may be a right CPF and still be another country's number.
  const isOwn = type ? type.toLowerCase() === kind : isBrazilian;
  return kind && isOwn ? [formatDocument(document), fields, `fields.${kind}`] : [document, fields];
}

/** An address in one line. A country that is none is shown as the provider wrote it. */
function addressText(address: Address = {}, { i18n: { locale }, country: home }: Asking): string {
  const { line1, number, complement, district, city, state, postalCode, country } = address;
  const isCode = country !== undefined && /^[A-Z]{2}$/.test(country);
  return [
    [line1, number].filter(Boolean).join(' '),
    complement,
    district,
    city,
    [state, postalCode && formatPostalCode(postalCode, country ?? home)].filter(Boolean).join(' '),
    isCode ? new Intl.DisplayNames(locale, { type: 'region' }).of(country) : country,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What is known, each with a button to change it. */
export const renderKnown = (
  rows: readonly KnownRow[],
  i18n: I18n,
  change: (row: KnownRow) => void,
): unknown => {
  const closed = rows.filter(({ isOpen: isAsked }) => !isAsked);
  return closed.length === 0
    ? nothing
    : html`<ul class="known" aria-label=${i18n.t('fields.payerTitle')} part="known">
        ${closed.map((row) => renderRow(row, i18n, change))}
      </ul>`;
};

/** The way back from a change. */
export const renderKeep = (row: KnownRow, i18n: I18n, keep: () => void): TemplateResult =>
  html`<button type="button" class="link keep" part="link" @click=${keep}>
    ${i18n.t('fields.keep', { what: isolate(row.text) })}
  </button>`;

const renderRow = (row: KnownRow, i18n: I18n, change: (row: KnownRow) => void): TemplateResult =>
  html`<li>
    <span class="small muted">${i18n.t(row.labelKey)}</span>
    <bdi>${row.text}</bdi>
    <button
      type="button"
      class="link"
      part="link"
      id="change-${row.id}"
      aria-label=${i18n.t('fields.changeWhat', { what: i18n.t(row.labelKey) })}
      @click=${() => {
        change(row);
      }}
    >
      ${i18n.t('fields.change')}
    </button>
  </li>`;
