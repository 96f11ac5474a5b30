import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-17',
  about: 'An element is styled by an attribute, which a strict policy forbids.',
  file: 'src/elements/order-summary/order-summary.ts',
  find: 'part="amount"><bdi>',
  replace: 'part="amount" style=${"margin: 0"}><bdi>',
  test: 'test/e2e/integrity/host-policy.test.ts',
  title: 'pix:',
  built: true,
};
