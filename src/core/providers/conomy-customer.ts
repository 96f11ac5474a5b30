import type { Countries } from '../address/countries.js';
import type { Address, Customer, CustomerField } from '../session/session.js';
import type { WireSession } from './conomy-wire.js';
import { plainDocument, wordIn } from './foreign.js';

type WireCustomer = WireSession['customer'] & object;

/**
 * The provider keeps a number and its prefix apart. Calling codes have one digit, two or three: these are the first two kinds.
 * @see ITU-T E.164, "List of assigned country codes"
 */
const PREFIX = /^(\+(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9]\d\d))(\d+)$/;

/** The provider's words for customer data. Those it uses for more than we ask for fall together. */
const FIELDS: Readonly<Record<string, CustomerField>> = {
  name: 'name',
  firstname: 'firstName',
  lastname: 'lastName',
  email: 'email',
  phonenumber: 'phone',
  phonenumberprefix: 'phone',
  documentnumber: 'document',
  documenttype: 'documentType',
  address: 'address',
};

/** Required fields in our words; what is no customer data (`bankId`) stays as it is. */
export const fieldsOf = (required: readonly string[]): string[] => [
  ...new Set(required.map((field) => wordIn(FIELDS, field.replace(/^customer\./, '')) ?? field)),
];

export function readCustomer(
  { phoneNumber, phoneNumberPrefix, documentNumber, address, ...wire }: WireCustomer,
  countries: Countries,
): Customer {
  const phone = phoneNumberPrefix
    ? `+${phoneNumberPrefix}${phoneNumber ?? ''}`.replace('++', '+')
    : phoneNumber;
  return {
    ...wire,
    phone: phoneNumber && phone,
    document: documentNumber,
    address: address && readAddress(address, countries),
  };
}

const readAddress = (address: WireCustomer['address'] & object, { toAlpha2 }: Countries): Address => ({
  line1: address.street,
  number: address.streetNumber,
  complement: address.optionalAddress,
  district: address.administrativeAreaLevel3,
  city: address.administrativeAreaLevel2,
  state: address.administrativeAreaLevel1,
  postalCode: address.zipcode,
  country: toAlpha2(address.country),
});

/** The customer as a payment node takes it. A single full name is split: the first word is the first name. */
export function writeCustomer(customer: Customer, { toAlpha3 }: Countries): unknown {
  const { address } = customer;
  const phone = customer.phone?.replace(/[^\d+]/g, '');
  const [, prefix, number] = PREFIX.exec(phone ?? '') ?? [];
  const [first, ...others] = (customer.name ?? '').trim().split(/\s+/);
  return {
    firstName: customer.firstName ?? (first || undefined),
    lastName: customer.lastName ?? (others.join(' ') || undefined),
    email: customer.email,
    phoneNumber: number ?? phone,
    phoneNumberPrefix: prefix,
    documentType: customer.documentType,
    documentNumber: plainDocument(customer.document),
    address: address && {
      administrativeAreaLevel1: address.state,
      administrativeAreaLevel2: address.city,
      administrativeAreaLevel3: address.district,
      street: address.line1,
      streetNumber: address.number,
      optionalAddress: address.complement,
      country: toAlpha3(address.country),
      zipcode: address.postalCode,
    },
  };
}
