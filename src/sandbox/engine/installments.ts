import { installmentsFor, isAgreed } from '../../core/session/installments.js';
import type { Installment } from '../../core/session/session.js';
import type { OfferedMethod } from './model.js';
import { invalid } from './problem.js';

/**
 * The instalments a payment agrees to: only what the method offers for this brand of card, at the price it has now.
 * Who says nothing pays at once; a method that lists no offers takes any number, as a gateway would.
 * @throws Problem `invalid_request` for an offer that is not, or not any more, what the shopper saw
 */
export function agreedInstallment(
  method: OfferedMethod,
  details: Readonly<Record<string, string>>,
  brand: string | undefined,
): Installment | undefined {
  const count = details['installments'];
  if (count === undefined || !method.installments?.length) return undefined;
  const offers = installmentsFor(method, brand).filter((offer) => String(offer.count) === count);
  if (offers.length === 0)
    throw invalid('details.installments', 'The session does not offer these instalments for this card.');
  const agreed = offers.find((offer) => isAgreed(offer, details));
  if (!agreed) throw invalid('details.installmentTotal', 'These instalments come to another total by now.');
  return agreed;
}
