import type { CheckoutStatus } from '../../src/core/machine/state.js';

/** A status that the product has and this list has not does not compile; nor does one that it has not. */
export const STATUSES: Readonly<Record<CheckoutStatus, true>> = {
  idle: true,
  loading: true,
  unavailable: true,
  ready: true,
  submitting: true,
  action_required: true,
  processing: true,
  succeeded: true,
  unknown: true,
  expired: true,
  canceled: true,
  locked: true,
};
