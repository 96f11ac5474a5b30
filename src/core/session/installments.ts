import { brandId } from '../card-brand.js';
import type { Installment, PaymentMethod } from './session.js';

/** What a card of this brand may be paid in. One whose brand is not known yet gets what every brand gets. */
export const installmentsFor = (
  { installments = [] }: Pick<PaymentMethod, 'installments'>,
  brand: string | undefined,
): readonly Installment[] =>
  installments.filter(
    ({ count, brands }) =>
      count > 0 &&
      (!brands?.length || (brand !== undefined && brands.some((name) => brandId(name) === brandId(brand)))),
  );

/**
 * What the shopper agreed to, in a payment's details: how many instalments, and what they come to. The second lets the
 * server refuse an offer that has changed since; who does not say it agrees to the number alone.
 */
export interface AgreedInstallments {
  readonly installments?: string;
  readonly installmentTotal?: string;
}

/** Whether an offer is the one that was agreed to. */
export const isAgreed = (
  { count, total }: Installment,
  { installments, installmentTotal }: AgreedInstallments,
): boolean =>
  String(count) === installments && (installmentTotal === undefined || String(total) === installmentTotal);
