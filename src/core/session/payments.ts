import type { CheckoutSession, Payment } from './session.js';

/** Of the parts of one try the one that needs the shopper, then one that is not decided yet, then the one that failed. */
const URGENCY: readonly Payment['status'][] = [
  'requires_action',
  'processing',
  'unknown',
  'failed',
  'canceled',
  'succeeded',
];

/**
 * The payment that decides what is shown: one that may still be charged, of whatever try, and else one of the newest try.
 * Parts that wait are shown one after the other, as the shopper set them. Of what is over the last one decides: a provider
 * that numbers no tries gives them all the same number.
 */
export const decisivePayment = (payments: readonly Payment[]): Payment | undefined =>
  payments.reduce<Payment | undefined>((decisive, payment) => {
    if (!decisive) return payment;
    const isNewer = isOver(decisive) - isOver(payment) || payment.attempt - decisive.attempt;
    return isNewer > 0 || (isNewer === 0 && rank(payment) < rank(decisive) + isOver(payment))
      ? payment
      : decisive;
  }, undefined);

const rank = ({ status }: Payment): number => URGENCY.indexOf(status);

/** 1 for what is over, else 0. */
const isOver = (payment: Payment): number => Number(rank(payment) > 2);

/** The parts of the try that is under way, as the shopper set them; what an earlier try left is none of them. */
export const partsOfTry = ({ payments = [], payment }: CheckoutSession): readonly Payment[] =>
  payments.filter(({ attempt }) => attempt === payment?.attempt);

/** The payments with news of one of them, in its place. */
export const withNews = (payments: readonly Payment[], news: Payment): readonly Payment[] =>
  payments.some(({ id }) => id === news.id)
    ? payments.map((payment) => (payment.id === news.id ? news : payment))
    : [...payments, news];

/** What has come in of a session that is paid in parts. */
export const paidParts = ({ payments = [] }: CheckoutSession): readonly Payment[] =>
  payments.filter(({ status }) => status === 'succeeded');
