import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-8',
  about: 'A lost payment is sent again although no read has said that the server knows nothing of it.',
  file: 'src/core/payment-runner.ts',
  find: "if (open() && read?.type === 'session') {",
  replace: 'if (open() && this.#sender.canSend) {',
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
