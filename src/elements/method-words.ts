import type { PaymentMethod } from '../core/session/session.js';
import type { I18n, MessageKey } from '../i18n/create-i18n.js';

const NETWORK_NAMES = new Map([
  ['ecocash', 'EcoCash'],
  ['onemoney', 'OneMoney'],
  ['telecash', 'Telecash'],
  ['innbucks', 'InnBucks'],
  ['omari', 'O’mari'],
  ['mpesa', 'M-Pesa'],
  ['mtn', 'MTN MoMo'],
  ['airtel', 'Airtel Money'],
  ['orange', 'Orange Money'],
  ['wave', 'Wave'],
  ['tigo', 'Mixx by Yas'],
  ['nequi', 'Nequi'],
  ['daviplata', 'DaviPlata'],
]);

/** A mobile network's own spelling of its name. */
export const networkName = (network: string): string => NETWORK_NAMES.get(network) ?? network;

/** What a method is called: the provider's own label (a bank's name), else ours. */
export const methodLabel = ({ label, type }: PaymentMethod, i18n: I18n): string =>
  label ??
  (i18n.t(`method.${type}` as MessageKey) ||
    // `open_banking` of an API as people write it.
    type.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase()));

/** One line on what picking the method means; empty where there is nothing to say that its name does not. */
export function methodHint({ type, flow, label, networks = [] }: PaymentMethod, i18n: I18n): string {
  const list = i18n.list(networks.map(networkName), 'disjunction');
  const hint =
    i18n.t(`hint.${type}` as MessageKey, { networks: list }) || i18n.t(`hint.${flow ?? type}` as MessageKey);
  return hint === label ? '' : hint;
}
