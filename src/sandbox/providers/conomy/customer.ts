import * as z from 'zod/mini';
import type { Customer, CustomerField } from '../../../core/session/session.js';
import { lookUp } from '../../engine/look-up.js';
import { optional } from '../../http/check.js';
import { defined } from '../native/wire.js';

/** ISO 3166-1 alpha-3 by alpha-2: Conomy writes countries with three letters. */
const COUNTRIES: Readonly<Record<string, string>> = {
  AR: 'ARG',
  AU: 'AUS',
  BO: 'BOL',
  BR: 'BRA',
  CA: 'CAN',
  CL: 'CHL',
  CO: 'COL',
  GB: 'GBR',
  MX: 'MEX',
  PE: 'PER',
  PY: 'PRY',
  US: 'USA',
  ZW: 'ZWE',
};

/** Calling codes of those countries, as Conomy keeps a number and its prefix apart. */
const PREFIXES = ['+591', '+595', '+263', '+54', '+61', '+55', '+56', '+57', '+44', '+52', '+51', '+1'];

/** Conomy's words for what a payer has to give; a name is given in two parts. */
const WORDS: Readonly<Record<CustomerField, readonly string[]>> = {
  name: ['firstName', 'lastName'],
  firstName: ['firstName'],
  lastName: ['lastName'],
  email: ['email'],
  phone: ['phoneNumber', 'phoneNumberPrefix'],
  document: ['documentNumber'],
  documentType: ['documentType'],
  address: ['address'],
};

/** Words a merchant may put into `customerRequirements`. */
export const REQUIREMENTS = [
  'firstName',
  'email',
  'lastName',
  'phoneNumber',
  'phoneNumberPrefix',
  'address',
  'documentNumber',
  'documentType',
] as const;

/** Required fields in Conomy's words; a word of its own stays as it is. */
export const requirementsOf = (fields: readonly string[]): readonly string[] => [
  ...new Set(fields.flatMap((field) => lookUp(WORDS, field) ?? [field])),
];

/** Conomy's words as the contract's. The name's two parts stay two. */
export const fieldsOf = (requirements: readonly string[]): CustomerField[] =>
  (Object.keys(WORDS) as CustomerField[]).filter(
    (field) => field !== 'name' && WORDS[field].some((word) => requirements.includes(word)),
  );

const addressSchema = z.object({
  administrativeAreaLevel1: optional(z.string()),
  administrativeAreaLevel2: optional(z.string()),
  administrativeAreaLevel3: optional(z.string()),
  street: optional(z.string()),
  streetNumber: optional(z.string()),
  optionalAddress: optional(z.string()),
  country: optional(z.string()),
  zipcode: optional(z.string()),
});

/** A customer as sessions and payment nodes carry it. */
export const conomyCustomerSchema = z.object({
  firstName: optional(z.string()),
  lastName: optional(z.string()),
  email: optional(z.email()),
  phoneNumber: optional(z.string()),
  phoneNumberPrefix: optional(z.string().check(z.regex(/^\+?\d{1,4}$/))),
  documentType: optional(z.string()),
  documentNumber: optional(z.string()),
  address: optional(addressSchema),
});

/** What `conomyCustomerSchema` reads. */
export type ConomyCustomer = z.infer<typeof conomyCustomerSchema>;

/** A customer in the contract's words: one phone number, a country of two letters. */
export function readCustomer(given: ConomyCustomer): Customer {
  const { address, phoneNumber, phoneNumberPrefix: prefix = '', documentNumber, ...rest } = given;
  return defined({
    ...rest,
    phone:
      phoneNumber === undefined
        ? undefined
        : `${prefix && !prefix.startsWith('+') ? '+' : ''}${prefix}${phoneNumber}`,
    document: documentNumber,
    address: address && {
      line1: address.street,
      number: address.streetNumber,
      complement: address.optionalAddress,
      district: address.administrativeAreaLevel3,
      city: address.administrativeAreaLevel2,
      state: address.administrativeAreaLevel1,
      postalCode: address.zipcode,
      country: Object.keys(COUNTRIES).find((code) => COUNTRIES[code] === address.country) ?? address.country,
    },
  });
}

/** `undefined` where nothing is known: the member is nullable. */
export function writeCustomer(customer: Customer): ConomyCustomer | undefined {
  const { name, firstName, lastName, email, phone, document, documentType, address } = customer;
  const [first, ...others] = (name ?? '').trim().split(/\s+/);
  const prefix = PREFIXES.find((code) => phone?.startsWith(code));
  const wire: ConomyCustomer = {
    firstName: firstName ?? (first || undefined),
    lastName: lastName ?? (others.join(' ') || undefined),
    email,
    phoneNumber: phone?.slice(prefix?.length ?? 0),
    phoneNumberPrefix: prefix,
    documentType,
    documentNumber: document,
    address: address && {
      administrativeAreaLevel1: address.state,
      administrativeAreaLevel2: address.city,
      administrativeAreaLevel3: address.district,
      street: address.line1,
      streetNumber: address.number,
      optionalAddress: address.complement,
      country:
        address.country === undefined ? undefined : (lookUp(COUNTRIES, address.country) ?? address.country),
      zipcode: address.postalCode,
    },
  };
  return Object.values(wire).some((value) => value !== undefined) ? wire : undefined;
}
