import type { CheckoutErrorData } from '../errors.js';
import type { PaymentMethod } from '../session/session.js';
import { fieldsOf } from './conomy-customer.js';
import type { WireSession } from './conomy-wire.js';
import { wordIn } from './foreign.js';

/** What a rail is to the shopper. */
interface Rail {
  readonly type: string;
  readonly label?: string;
  /** Of a wallet that is asked on the phone. */
  readonly networks?: readonly string[];
}

const bank = (label: string): Rail => ({ type: 'bank_redirect', label });
const transfer = (label?: string): Rail => ({ type: 'bank_transfer', label });
const wallet = (network: string, label: string): Rail => ({
  type: 'mobile_money',
  label,
  networks: [network],
});

/** By the node's type: what it is in our words, and what it calls itself. */
const RAILS: Readonly<Record<string, Rail>> = {
  card: { type: 'card' },
  pix: { type: 'pix' },
  etpay: bank('ETpay'),
  webpay: bank('Webpay'),
  wompi: bank('Wompi'),
  pse: bank('PSE'),
  bancolombia: bank('Bancolombia'),
  davivienda: bank('Davivienda'),
  khipu: bank('Khipu'),
  // The details of an account, to send the money to.
  spei: transfer('SPEI'),
  cvu: transfer('CVU'),
  ach: transfer('ACH'),
  fednow: transfer('FedNow'),
  rtp: transfer('RTP'),
  pago_movil: transfer('Pago Móvil'),
  bank_account: transfer(),
  // A QR code that every banking app of the country reads.
  pct: transfer('Transferencia con QR (PCT)'),
  ligo: transfer('Ligo'),
  sip: transfer('QR Simple (SIP)'),
  nequi: wallet('nequi', 'Nequi'),
  daviplata: wallet('daviplata', 'DaviPlata'),
};

/** Every rail that is known by name. */
export const RAIL_NAMES: readonly string[] = Object.keys(RAILS);

/** Rails that open a page script of their own, which is not loaded here, and what a shop can offer in their place. */
const WIDGETS = {
  fintoc: 'Offer ETPAY or KHIPU for payments by bank in Chile, and leave FINTOC out.',
} as const;

const railFor = (rail: string): Rail => wordIn(RAILS, rail) ?? { type: rail.toLowerCase() };

/** Generic types that end on a page, also of a rail nobody here has heard of; one is misspelt in the documents. */
const IS_PAGE = /^(?:bank_)?redirect$|^payment_initi?ation$/i;

/** The node type of a method: "specific type" where that is a rail's name, else "generic type". */
export const railOf = (id: string, type: string): string => {
  const known = [id, type].find((word) => wordIn(RAILS, word));
  return (known ?? (/^[A-Z][A-Z\d_]*$/.test(id) ? id : type || id)).toUpperCase();
};

/** Node type of a method of ours: what stands before the currency in its id. */
export const railOfMethod = ({ id }: PaymentMethod): string => id.split(':')[0] ?? id;

/** Our type for a node's type in a payment. */
export const typeOfRail = (rail: string): string => railFor(rail).type;

/** The wallet that a rail asks on the phone. */
export const walletOfRail = (rail: string): string | undefined => railFor(rail).networks?.[0];

/** Why a rail is not shown, where the merchant can do something about it. */
export function omissionOf(methods: readonly PaymentMethod[]): CheckoutErrorData | undefined {
  const found = methods.find(({ type }) => wordIn(WIDGETS, type));
  return (
    found && {
      kind: 'integration',
      code: 'unsupported_method',
      message: `${found.id} opens a widget of its own, which this checkout does not load.`,
      hint: wordIn(WIDGETS, found.type),
      retryable: false,
    }
  );
}

/** A node's payload is named after its type in camelCase, with three exceptions. */
const PAYLOADS = { crypto: 'wallet', bank_account: 'bank', fednow: 'fedNow' } as const;

export const payloadKey = (rail: string): string =>
  wordIn<string>(PAYLOADS, rail) ??
  rail.toLowerCase().replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());

interface Offer {
  readonly rail: string;
  readonly isPage?: boolean;
  readonly currency: string;
  readonly requiredFields: readonly string[];
  readonly amount?: number;
  readonly exchangeRate?: string;
  readonly exchangePair?: string;
}

/** `CLP:USD`: the currency of the purchase and the one that is charged. */
const pairOf = (product = ''): string | undefined =>
  /^[A-Z]{3,5}:[A-Z]{3,5}$/.test(product) ? product.replace(':', '/') : undefined;

function offersOf(
  wire: WireSession,
  read: (amount: string, currency: string, path: string) => number,
): Offer[] {
  const configured = wire.paymentConfigs.flatMap(({ currency, product, exchangeRate, paymentMethods }, at) =>
    paymentMethods.flatMap(({ id, type, enabled, requiredFields, purchaseAmount }, index) => {
      if (!enabled) return [];
      const path = `paymentConfigs[${String(at)}].paymentMethods[${String(index)}].purchaseAmount`;
      const amount = purchaseAmount === undefined ? undefined : read(purchaseAmount, currency, path);
      return [
        {
          rail: railOf(id, type),
          isPage: IS_PAGE.test(type),
          currency,
          requiredFields,
          amount,
          exchangeRate,
          exchangePair: pairOf(product),
        },
      ];
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
  for (const offer of offersOf(wire, read)) {
    const { rail, isPage, currency, requiredFields, amount, exchangeRate, exchangePair } = offer;
    const isForeign = currency !== wire.currency;
    const id = isForeign ? `${rail}:${currency}` : rail;
    const { type, label, networks } = railFor(rail);
    const fields = fieldsOf(requiredFields);
    if (methods.has(id)) continue;
    methods.set(id, {
      id,
      type,
      label,
      // The wallet's own number is asked by its form.
      requiredFields: networks ? fields.filter((field) => field !== 'phone') : fields,
      networks,
      ...(isPage && !wordIn(RAILS, rail) && !wordIn(WIDGETS, rail) && { flow: 'redirect' as const }),
      ...(isForeign && { currency, exchangeRate, exchangePair }),
      ...(amount !== undefined && (isForeign || amount !== total) && { amount }),
      // Its node asks for a "CPF, 11 digits".
      ...(type === 'pix' && { documentForm: 'cpf' as const }),
      ...(!TELLS_DOCUMENTS.test(currency) && { documentTypes: DOCUMENT_TYPES }),
      ...(type === 'card' && { tokenizer: wire.tokenizer }),
    });
  }
  return [...methods.values()];
}
