import type { PaymentMethod } from '../session/session.js';
import { fieldsOf } from './conomy-customer.js';
import type { WireSession } from './conomy-wire.js';
import { wordIn } from './foreign.js';

/** The rails that end in a page of the bank or of its gateway, and what they call themselves. */
const BANKS = {
  etpay: 'ETpay',
  webpay: 'Webpay',
  wompi: 'Wompi',
  pse: 'PSE',
  bancolombia: 'Bancolombia',
  davivienda: 'Davivienda',
  khipu: 'Khipu',
} as const;

const TYPES = { card: 'card', pix: 'pix' } as const;

const typeOf = (rail: string): string =>
  wordIn<string>(TYPES, rail) ?? (wordIn(BANKS, rail) ? 'bank_redirect' : rail.toLowerCase());

/** The node type of a method: "specific type" where that is a rail's name, else "generic type". */
const railOf = (id: string, type: string): string => {
  const known = [id, type].find((word) => typeOf(word) !== word.toLowerCase() || wordIn(TYPES, word));
  return (known ?? (/^[A-Z][A-Z\d_]*$/.test(id) ? id : type || id)).toUpperCase();
};

/** Node type of a method of ours: what stands before the currency in its id. */
export const railOfMethod = ({ id }: PaymentMethod): string => id.split(':')[0] ?? id;

/** Our type for a node's type in a payment. */
export const typeOfRail = typeOf;

/** A node's payload is named after its type in camelCase, with three exceptions. */
const PAYLOADS = { crypto: 'wallet', bank_account: 'bank', fednow: 'fedNow' } as const;

export const payloadKey = (rail: string): string =>
  wordIn<string>(PAYLOADS, rail) ??
  rail.toLowerCase().replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());

interface Offer {
  readonly rail: string;
  readonly currency: string;
  readonly requiredFields: readonly string[];
  readonly amount?: number;
  readonly exchangeRate?: string;
}

function offersOf(
  wire: WireSession,
  read: (amount: string, currency: string, path: string) => number,
): Offer[] {
  const configured = wire.paymentConfigs.flatMap(({ currency, exchangeRate, paymentMethods }, at) =>
    paymentMethods.flatMap(({ id, type, enabled, requiredFields, purchaseAmount }, index) => {
      if (!enabled) return [];
      const path = `paymentConfigs[${String(at)}].paymentMethods[${String(index)}].purchaseAmount`;
      const amount = purchaseAmount === undefined ? undefined : read(purchaseAmount, currency, path);
      return [{ rail: railOf(id, type), currency, requiredFields, amount, exchangeRate }];
    }),
  );
  if (wire.paymentConfigs.length > 0) return configured;
  return wire.paymentMethodsAllowed.map((word) => ({
    rail: railOf(word, ''),
    currency: wire.currency,
    // Nothing says what the rail needs here, so its document does.
    requiredFields: word === 'PIX' ? ['firstName', 'lastName', 'email', 'documentNumber'] : [],
  }));
}

/** All that the provider knows, where the currency does not tell which of them people have. @see Conomy documents, "Document types" */
const DOCUMENT_TYPES = 'PASSPORT RFC CURP RUT CED_CIU CED_EXT NIT DNI CE RUC CUIL CUIT'.split(' ');
const TELLS_DOCUMENTS = /^(ARS|BRL|CLP|COP|MXN|PEN)$/;

/**
 * The methods of all `paymentConfigs` in one list, one for each rail and currency; `paymentMethodsAllowed` alone is
 * taken as well.
 */
export function methodsOf(
  wire: WireSession,
  total: number,
  read: (amount: string, currency: string, path: string) => number,
): PaymentMethod[] {
  const methods = new Map<string, PaymentMethod>();
  for (const { rail, currency, requiredFields, amount, exchangeRate } of offersOf(wire, read)) {
    const isForeign = currency !== wire.currency;
    const id = isForeign ? `${rail}:${currency}` : rail;
    const type = typeOf(rail);
    if (methods.has(id)) continue;
    methods.set(id, {
      id,
      type,
      label: wordIn<string>(BANKS, rail),
      requiredFields: fieldsOf(requiredFields),
      ...(isForeign && { currency, exchangeRate }),
      ...(amount !== undefined && (isForeign || amount !== total) && { amount }),
      // Its node asks for a "CPF, 11 digits".
      ...(type === 'pix' && { documentForm: 'cpf' as const }),
      ...(!TELLS_DOCUMENTS.test(currency) && { documentTypes: DOCUMENT_TYPES }),
      ...(type === 'card' && { tokenizer: wire.tokenizer }),
    });
  }
  return [...methods.values()];
}
