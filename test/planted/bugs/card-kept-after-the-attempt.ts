import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-24',
  about: 'The bytes of a payment, with the card in them, are kept when the attempt is over.',
  file: 'src/core/payment-runner.ts',
  find: "if (status !== 'submitting' && status !== 'unknown') this.#sender.finish();",
  replace: 'void status;',
  test: 'test/core/raw-card.test.ts',
  title: 'memory',
};
