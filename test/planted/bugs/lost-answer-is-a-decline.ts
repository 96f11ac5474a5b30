import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-2',
  about: 'An answer that never came is told as a payment that failed.',
  file: 'src/core/machine/on-payment.ts',
  find: "{ status: 'unknown', session, methodId, attempt, gaveUp: false },",
  replace: "{ status: 'ready', session, methodId, failure: { code: 'declined', retryable: true } },",
  test: 'test/model/protocol.test.ts',
  title: 'one page that sends twice',
};
