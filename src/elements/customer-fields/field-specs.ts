import { asciiDigits } from '../../core/ascii-digits.js';
import { applyMask } from '../../core/validation/mask.js';
import { normalizeContactPhone, validateContactPhone } from '../../core/validation/contact-phone.js';
import {
  documentFault,
  documentType as documentKind,
  formatDocument,
  normalizeDocument,
} from '../../core/validation/document.js';
import { validateEmail } from '../../core/validation/email.js';
import type { Validation } from '../../core/validation/validation.js';
import type { CustomerField, CustomField, PaymentMethod } from '../../core/session/session.js';
import type { I18n, MessageKey } from '../../i18n/create-i18n.js';
import type { FieldError, FieldSpec } from '../form-field/field-spec.js';

/** What decides how a field is asked. */
export interface Asking {
  readonly i18n: I18n;
  /** ISO 3166-1 alpha-2 of the address; empty where nothing tells it. */
  readonly country: string;
  /** That of the currency. */
  readonly home?: string;
  /** Whether Brazil's rules hold for the person: the session is in reais, or the address is there. */
  readonly isBrazilian: boolean;
  /** What the picked method's provider takes of a Brazilian document. */
  readonly documentForm?: PaymentMethod['documentForm'];
  /** Types of document to choose from; none where any may be written. */
  readonly documentTypes: readonly string[];
  /** What is known of a document that is not Brazilian. */
  readonly documentRule?: Partial<Recipe>;
}

export type Recipe = Omit<FieldSpec, 'name' | 'label'> & { readonly labelKey: MessageKey };

const must =
  (error: FieldError, validate: (value: string) => Validation) =>
  (value: string): FieldError | undefined =>
    validate(value).isValid ? undefined : error;

/** `+5511987654321` as Brazilians write it; any other number as it is kept. */
function formatPhone(value: string): string {
  const [, national] = /^\+55(\d{10,11})$/.exec(value) ?? [];
  return national ? applyMask(national, national[10] ? '(##) #####-####' : '(##) ####-####') : value;
}

/** How what is known is written: handed to the part that shows it, which has no copy of its own. */
export const WRITING = { documentKind, formatDocument, formatPhone } as const;

function phone({ i18n, isBrazilian }: Asking): Recipe {
  const country = isBrazilian ? 'BR' : undefined;
  return {
    labelKey: 'fields.phone',
    type: 'tel',
    autocomplete: 'tel',
    inputMode: 'tel',
    ...(isBrazilian && { hint: i18n.t('fields.phoneHint') }),
    check: must(isBrazilian ? 'phoneBr' : 'phone', (value) => validateContactPhone(value, country)),
    toValue: (typed) => normalizeContactPhone(typed, country) ?? typed,
    toText: formatPhone,
  };
}

/** What is wrong with a Brazilian document, kept without punctuation: with itself first, then with it for this provider. */
function documentError(value: string, form: Asking['documentForm']): FieldError | undefined {
  const fault = documentFault(value);
  if (fault) return `document_${fault}`;
  if (form === 'cpf' && value.length > 11) return 'documentCpf';
  return form === 'digits' && /[A-Z]/i.test(value) ? 'documentDigits' : undefined;
}

/** A company's number may hold letters, so the keyboard is the full one. */
const document = ({ isBrazilian, documentForm, documentRule }: Asking): Recipe => ({
  labelKey: isBrazilian ? 'fields.documentBr' : 'fields.document',
  inputMode: 'text',
  autocapitalize: 'characters',
  ...(isBrazilian
    ? {
        check: (value) => documentError(value, documentForm),
        toValue: normalizeDocument,
        toText: formatDocument,
      }
    : documentRule),
});

/** Chosen from a list where the country's are known; the commonest is chosen to begin with. */
const documentType = ({ documentTypes: types, i18n }: Asking): Recipe => ({
  labelKey: 'fields.documentType',
  autocapitalize: 'characters',
  autocomplete: 'off',
  ...(types.length > 0 && {
    kind: 'select',
    initial: types[0],
    options: types.map((value) => ({ value, label: i18n.t(`fields.documents.${value}` as MessageKey) })),
    check: (value) => (types.includes(value) ? undefined : 'choose'),
  }),
});

const PERSON: Readonly<Record<Exclude<CustomerField, 'address'>, (asking: Asking) => Recipe>> = {
  email: () => ({
    labelKey: 'fields.email',
    type: 'email',
    autocomplete: 'email',
    inputMode: 'email',
    missing: 'email',
    check: must('email', validateEmail),
  }),
  name: () => words('fields.name', 'name'),
  firstName: () => words('fields.firstName', 'given-name', 'half'),
  lastName: () => words('fields.lastName', 'family-name', 'half'),
  documentType,
  document,
  phone,
};

const words = (labelKey: MessageKey, autocomplete?: string, width?: FieldSpec['width']): Recipe => ({
  labelKey,
  autocapitalize: 'words',
  autocomplete,
  width,
  check: noCardNumber,
});

/**
 * Names are kept by systems that must never see a card number. A company may have its tax number in its name, with the
 * points and strokes that no card number has.
 */
const noCardNumber = (value: string): FieldError | undefined =>
  /(?:\d[ -]?){12}/.test(asciiDigits(value)) ? 'refused' : undefined;

/** The input that asks for one piece of customer data; an address is asked by a part of its own. */
export function customerFieldSpec(field: Exclude<CustomerField, 'address'>, asking: Asking): FieldSpec {
  const { labelKey, ...spec } = PERSON[field](asking);
  return { ...spec, name: `customer.${field}`, label: asking.i18n.t(labelKey) };
}

/** A question of the merchant's own, in the merchant's own words; in ours where it has none (`bankId`). */
export const customFieldSpec = (
  { key, label, type, required, options, value }: CustomField,
  i18n: I18n,
): FieldSpec => ({
  name: `custom.${key}`,
  label: label || i18n.t(`fields.${key}` as MessageKey),
  // A list without anything to choose could never be answered.
  kind: type === 'select' && options.length === 0 ? 'text' : type,
  autocomplete: 'off',
  isOptional: !required,
  options,
  // An answer that is no longer on the list is asked again.
  answered: type !== 'select' || options.some((option) => option.value === value) ? String(value || '') : '',
});
