import type { Address } from '../session/session.js';
import { ADDRESS_ROWS } from './address-rows.js';

/** Words that a part of an address has in some countries, beside its usual one. */
export const ADDRESS_WORDS = [
  'line1',
  'street',
  'number',
  'complement',
  'district',
  'municipalDistrict',
  'colonia',
  'suburb',
  'city',
  'town',
  'commune',
  'state',
  'province',
  'department',
  'region',
  'county',
  'prefecture',
  'emirate',
  'postalCode',
  'cep',
  'zip',
  'postcode',
  'eircode',
  'pin',
] as const;
export type AddressWord = (typeof ADDRESS_WORDS)[number];

export interface AddressPart {
  readonly part: Exclude<keyof Address, 'country'>;
  readonly word: AddressWord;
  readonly isOptional: boolean;
}

/** How addresses of a country are written. */
export interface AddressFormat {
  /** In the order in which the country writes them. */
  readonly parts: readonly AddressPart[];
  /** Forms of a postal code: `9` a digit, `A` a letter, `X` either. None: it is not known, or there is none. */
  readonly postalForms: readonly string[];
  /** A postal code that exists. */
  readonly example: string;
}

/** Parts by their letter in `ADDRESS_ROWS`; there a small letter says that the part is up to the shopper. */
const PARTS: Readonly<Record<string, readonly [AddressPart['part'], AddressWord]>> = {
  L: ['line1', 'line1'],
  S: ['line1', 'street'],
  N: ['number', 'number'],
  C: ['complement', 'complement'],
  D: ['district', 'district'],
  I: ['city', 'city'],
  R: ['state', 'state'],
  P: ['postalCode', 'postalCode'],
};

/** Addresses of a country that has no row. */
const GENERIC = 'LcIrp';

const formats = new Map<string, AddressFormat>();

function read(row: string | undefined): AddressFormat {
  const [, letters = GENERIC, forms = '', example = '', words = ''] = row?.split('|') ?? [];
  return {
    parts: [...letters].flatMap((letter) => {
      const [part, usual] = PARTS[letter.toUpperCase()] ?? [];
      if (!part || !usual) return [];
      const word = words.split(' ').find((said) => PART_OF[said] === part) as AddressWord | undefined;
      return [{ part, word: word ?? usual, isOptional: letter > 'Z' }];
    }),
    postalForms: forms ? forms.split('/') : [],
    example,
  };
}

/** Which part a word of `ADDRESS_ROWS` is of. */
const PART_OF: Readonly<Record<string, AddressPart['part']>> = {
  municipalDistrict: 'district',
  colonia: 'district',
  suburb: 'district',
  town: 'city',
  commune: 'city',
  province: 'state',
  department: 'state',
  region: 'state',
  county: 'state',
  prefecture: 'state',
  emirate: 'state',
  cep: 'postalCode',
  zip: 'postalCode',
  postcode: 'postalCode',
  eircode: 'postalCode',
  pin: 'postalCode',
};

/** Countries whose addresses have rules here. */
export const FORMAT_COUNTRIES: readonly string[] = ADDRESS_ROWS.trim()
  .split('\n')
  .map((row) => row.slice(0, 2));

/** @param country ISO 3166-1 alpha-2; any other text has the format of a country without rules */
export function addressFormat(country: string): AddressFormat {
  let format = formats.get(country);
  if (!format) {
    const isCode = /^[A-Z]{2}$/.test(country);
    const row = isCode ? ADDRESS_ROWS.split('\n').find((line) => line.startsWith(`${country}|`)) : undefined;
    formats.set(country, (format = read(row)));
  }
  return format;
}
