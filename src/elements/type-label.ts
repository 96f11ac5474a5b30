import type { CheckoutSession } from '../core/session/session.js';
import type { I18n } from '../i18n/create-i18n.js';
import { methodLabel } from './method-words.js';

/** What a method of a type is called in a session, where it still offers one. */
export function typeLabel(type: string, { paymentMethods }: CheckoutSession, i18n: I18n): string {
  const offered = paymentMethods.find((method) => method.type === type);
  return methodLabel(offered ?? { id: type, type, requiredFields: [] }, i18n);
}
