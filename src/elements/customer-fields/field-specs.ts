import { applyMask } from '../../core/validation/mask.js';
import { normalizeContactPhone, validateContactPhone } from '../../core/validation/contact-phone.js';
import { formatDocument, normalizeDocument, validateDocument } from '../../core/validation/document.js';
import { validateEmail } from '../../core/validation/email.js';
import {
  formatPostalCode,
  normalizePostalCode,
  validatePostalCode,
} from '../../core/validation/postal-code.js';
import type { Validation } from '../../core/validation/validation.js';
import type { Address, CustomerField, CustomField, PaymentMethod } from '../../core/session/session.js';
import type { I18n, MessageKey } from '../../i18n/create-i18n.js';
import type { FieldError, FieldSpec } from '../form-field/field-spec.js';
import { countries, statesOfBrazil } from './regions.js';

/** What decides how a field is asked. */
export interface Asking {
  readonly i18n: I18n;
  /** ISO 3166-1 alpha-2 of the address; empty where nothing tells it. */
  readonly country: string;
  /** Whether Brazil's rules hold for the person: the session is in reais, or the address is there. */
  readonly isBrazilian: boolean;
  /** What the picked method's provider takes of a Brazilian document. */
  readonly documentForm?: PaymentMethod['documentForm'];
  /** Parts of the address that are known already. */
  readonly known: Address;
}

type Recipe = Omit<FieldSpec, 'name' | 'label'> & { readonly labelKey: MessageKey };

const must =
  (error: FieldError, validate: (value: string) => Validation) =>
  (value: string): FieldError | undefined =>
    validate(value).isValid ? undefined : error;

/** `+5511987654321` as Brazilians write it; any other number as it is kept. */
function formatPhone(value: string): string {
  const [, national] = /^\+55(\d{10,11})$/.exec(value) ?? [];
  return national ? applyMask(national, national[10] ? '(##) #####-####' : '(##) ####-####') : value;
}

function phone({ i18n, isBrazilian }: Asking): Recipe {
  const country = isBrazilian ? 'BR' : undefined;
  return {
    labelKey: 'fields.phone',
    type: 'tel',
    autocomplete: 'tel',
    inputMode: 'tel',
    ...(isBrazilian && { hint: i18n.t('fields.phoneHint') }),
    check: must('phone', (value) => validateContactPhone(value, country)),
    toValue: (typed) => normalizeContactPhone(typed, country) ?? typed,
    toText: formatPhone,
  };
}

/** What is wrong with a Brazilian document, kept without punctuation: with itself first, then with it for this provider. */
function documentError(value: string, form: Asking['documentForm']): FieldError | undefined {
  if (!validateDocument(value).isValid) return 'documentBr';
  if (form === 'cpf' && value.length > 11) return 'documentCpf';
  return form === 'digits' && /[A-Z]/i.test(value) ? 'documentDigits' : undefined;
}

/** A company's number may hold letters, so the keyboard is the full one. */
const document = ({ isBrazilian, documentForm }: Asking): Recipe => ({
  labelKey: isBrazilian ? 'fields.documentBr' : 'fields.document',
  inputMode: 'text',
  autocapitalize: 'characters',
  ...(isBrazilian && {
    check: (value) => documentError(value, documentForm),
    toValue: normalizeDocument,
    toText: formatDocument,
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
  documentType: () => ({ labelKey: 'fields.documentType', autocapitalize: 'characters' }),
  document,
  phone,
};

const words = (labelKey: MessageKey, autocomplete?: string, width?: FieldSpec['width']): Recipe => ({
  labelKey,
  autocapitalize: 'words',
  autocomplete,
  width,
});

const postalCode = (country: string): Recipe => ({
  labelKey: country === 'BR' ? 'fields.cep' : 'fields.postalCode',
  autocomplete: 'postal-code',
  inputMode: country === 'BR' ? 'numeric' : 'text',
  autocapitalize: 'characters',
  width: 'half',
  check: must('postalCode', (value) => validatePostalCode(value, country)),
  toValue: (typed) => normalizePostalCode(typed, country),
  toText: (value) => formatPostalCode(value, country),
});

/** Addresses nobody can be found at without state and postal code; elsewhere they are up to the shopper. */
const WITH_STATE = /BR|US|CA|AU|MX/;

function addressFields(country: string, i18n: I18n): readonly (readonly [keyof Address, Recipe])[] {
  const countryField: Recipe = {
    ...words('fields.country', 'country'),
    kind: 'select',
    options: countries(i18n.locale),
    initial: country,
  };
  if (country !== 'BR') {
    const isOptional = !WITH_STATE.test(country);
    return [
      ['country', countryField],
      ['line1', words('fields.line1', 'street-address')],
      ['city', words('fields.city', 'address-level2')],
      ['state', { ...words('fields.state', 'address-level1', 'half'), isOptional }],
      ['postalCode', { ...postalCode(country), isOptional }],
    ];
  }
  const state: Recipe = {
    ...words('fields.state', 'address-level1', 'half'),
    kind: 'select',
    options: statesOfBrazil(),
  };
  return [
    ['country', { ...countryField, width: 'half' }],
    ['postalCode', postalCode(country)],
    ['line1', words('fields.street', 'address-line1', 'two-thirds')],
    ['number', { labelKey: 'fields.number', autocomplete: 'off', width: 'third' }],
    ['complement', { ...words('fields.complement', 'address-line2', 'half'), isOptional: true }],
    ['district', words('fields.district', 'address-level3', 'half')],
    ['city', words('fields.city', 'address-level2', 'half')],
    ['state', state],
  ];
}

/** The inputs that ask for one piece of customer data: one, or those of an address. */
export function customerFieldSpecs(field: CustomerField, asking: Asking): readonly FieldSpec[] {
  const { i18n } = asking;
  const named = (name: string, { labelKey, ...spec }: Recipe): FieldSpec => ({
    ...spec,
    name,
    label: i18n.t(labelKey),
  });
  if (field !== 'address') return [named(`customer.${field}`, PERSON[field](asking))];
  return addressFields(asking.country, i18n)
    .filter(([part]) => !asking.known[part])
    .map(([part, spec]) => named(`customer.address.${part}`, spec));
}

/** A question of the merchant's own, in the merchant's own words. */
export const customFieldSpec = ({ key, label, type, required, options }: CustomField): FieldSpec => ({
  name: `custom.${key}`,
  label,
  kind: type,
  autocomplete: 'off',
  isOptional: !required,
  options,
});
