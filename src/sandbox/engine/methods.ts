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
