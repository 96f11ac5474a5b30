import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-2',
  about: 'A payment that was taken in is shown as one that was made.',
  file: 'src/core/machine/on-payment.ts',
  find: "payment.status === 'succeeded' &&",
  replace: "(payment.status === 'succeeded' || payment.status === 'processing') &&",
  test: 'test/model/protocol.test.ts',
  title: 'one page that sends twice',
};
