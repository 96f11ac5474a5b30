import { countriesOfNetworks, MOBILE_MONEY_COUNTRIES } from '../../core/validation/mobile-networks.js';
import { lookUp } from './look-up.js';
import type { MethodInput } from './new-session.js';

/** What the field's default offer of each type looks like. */
const TYPES: Readonly<Record<string, MethodInput>> = {
  card: { type: 'card', brands: ['visa', 'mastercard'] },
  pix: { type: 'pix' },
  boleto: { type: 'boleto', requiredFields: ['name', 'document'] },
  mobile_money: { type: 'mobile_money', networks: ['ecocash', 'onemoney'] },
  bank_redirect: { type: 'bank_redirect', label: 'Banco Sandbox' },
  bank_transfer: { type: 'bank_transfer' },
  zimswitch: { type: 'zimswitch' },
};

const BY_CURRENCY: Readonly<Record<string, readonly string[]>> = {
  BRL: ['card', 'pix', 'boleto'],
  USD: ['mobile_money', 'card', 'zimswitch'],
  ZWG: ['mobile_money', 'zimswitch'],
  CLP: ['bank_redirect', 'card'],
};

/** A method from its bare type, as tests and the demo name it. A type nobody knows is offered all the same. */
export const methodOf = (type: string): MethodInput => lookUp(TYPES, type) ?? { type };

/** What a shop in this currency offers where it did not say. */
export const defaultMethods = (currency: string): readonly string[] =>
  lookUp(BY_CURRENCY, currency) ?? ['card'];

/** The wallets of a currency: those of the bare word where they are paid in it, else its country's; none where it has none. */
export function networksOf(currency: string): readonly string[] {
  const usual = TYPES['mobile_money']?.networks ?? [];
  const isPaidIn = (country: string): boolean =>
    MOBILE_MONEY_COUNTRIES[country]?.currencies.includes(currency) ?? false;
  if (countriesOfNetworks(usual, currency).some(isPaidIn)) return usual;
  const country = Object.keys(MOBILE_MONEY_COUNTRIES).find(isPaidIn) ?? '';
  return MOBILE_MONEY_COUNTRIES[country]?.networks.map(({ id }) => id) ?? [];
}

/** Whether a method says too little: those of its type are paid through networks, and it names none. */
export const lacksNetworks = ({ type, networks }: MethodInput): boolean =>
  !networks && lookUp(TYPES, type)?.networks !== undefined;

/** Such a method has the networks of its currency. */
export const withNetworks = (method: MethodInput, currency: string): MethodInput =>
  lacksNetworks(method) ? { ...method, networks: networksOf(method.currency ?? currency) } : method;
