import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'The skeleton pulses ten times as fast as it was meant to.',
  file: 'src/elements/checkout-session/checkout-session.styles.ts',
  find: 'pulse 1.2s',
  replace: 'pulse 0.12s',
  test: 'test/elements/flashes.test.ts',
  title: 'in an element',
};
