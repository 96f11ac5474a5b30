import type { PaymentMethod } from '../core/session/session.js';
import type { I18n, MessageKey } from '../i18n/create-i18n.js';

/** A mobile network's own spelling of its name. */
export const networkName = (network: string): string =>
  network === 'ecocash' ? 'EcoCash' : network === 'onemoney' ? 'OneMoney' : network;

/** What a method is called: the provider's own label (a bank's name), else ours. */
export const methodLabel = ({ label, type }: PaymentMethod, i18n: I18n): string =>
  label ?? (i18n.t(`method.${type}` as MessageKey) || type);

/** One line on what picking the method means; empty where there is nothing to say. */
export const methodHint = ({ type, networks = [] }: PaymentMethod, i18n: I18n): string =>
  i18n.t(`hint.${type}` as MessageKey, {
    networks: new Intl.ListFormat(i18n.locale, { type: 'disjunction' }).format(networks.map(networkName)),
  });
