import type { CustomField, PaymentMethod } from '../session/session.js';
import { railOf, railOfMethod } from './conomy-rails.js';
import type { WireSession } from './conomy-wire.js';

/** The provider's word for the payer's bank. */
export const BANK_FIELD = 'bankId';

/** The bank that a rail asks for: of those the session lists, else in the payer's own words. */
export function bankFields(wire: WireSession, methods: readonly PaymentMethod[]): CustomField[] {
  return methods
    .filter(({ requiredFields }) => requiredFields.includes(BANK_FIELD))
    .map((method) => {
      const offered = wire.paymentConfigs
        .flatMap(({ paymentMethods }) => paymentMethods)
        .find(({ id, type }) => railOf(id, type) === railOfMethod(method));
      const options = (offered?.banks ?? []).map(({ id, name }) => ({ value: id, label: name ?? id }));
      return {
        key: BANK_FIELD,
        label: '',
        type: options.length > 0 ? 'select' : 'text',
        required: true,
        options,
        methodId: method.id,
      };
    });
}
