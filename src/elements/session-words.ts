import type { CheckoutSession, Failure } from '../core/session/session.js';
import type { I18n, MessageKey } from '../i18n/create-i18n.js';

/**
 * What the shopper is told of a failed try with a method of a type: a few codes have words for one type alone. A code
 * without words of its own is a plain "not approved". "You have not been charged" is said of the try alone where a part
 * was paid.
 */
export const failureText = ({ code }: Failure, i18n: I18n, type = '', isPart = false): string => {
  const text =
    i18n.t(`failure.${code}_${type}` as MessageKey) ||
    i18n.t(`failure.${code}` as MessageKey) ||
    i18n.t('failure.declined') ||
    i18n.t('pay.failed');
  return isPart ? text.replace(i18n.t('split.uncharged'), () => i18n.t('split.partUncharged')) : text;
};

/** The merchant's name, or a word that stands for it where the provider does not tell it. */
export const merchantName = (session: CheckoutSession | undefined, i18n: I18n): string =>
  session?.merchant.name || session?.branding?.name || i18n.t('checkout.shop');
