import type { PaymentMethod } from '../core/session/session.js';
import type { I18n, MessageKey } from '../i18n/create-i18n.js';

const NETWORKS: Readonly<Record<string, string>> = { ecocash: 'EcoCash', onemoney: 'OneMoney' };

/** A mobile network's own spelling of its name. */
export const networkName = (network: string): string => NETWORKS[network] ?? network;

/** Words for a method's type, `otherwise` for a type that has none. */
function typeWords(section: 'method' | 'hint', method: PaymentMethod, i18n: I18n, otherwise: string): string {
  const key = `${section}.${method.type}`;
  const words = i18n.t(key as MessageKey, {
    networks: new Intl.ListFormat(i18n.locale, { type: 'disjunction' }).format(
      (method.networks ?? []).map(networkName),
    ),
  });
  return words === key ? otherwise : words;
}

/** What a method is called: the provider's own label (a bank's name), else ours. */
export const methodLabel = (method: PaymentMethod, i18n: I18n): string =>
  method.label ?? typeWords('method', method, i18n, method.type);

/** One line on what picking the method means; empty where there is nothing to say. */
export const methodHint = (method: PaymentMethod, i18n: I18n): string => typeWords('hint', method, i18n, '');
