import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about:
    'What one shopper typed is shown to the next, whose session the element shows after it was taken away and put back.',
  file: 'src/controllers/session-controller.ts',
  find: 'if (this.#drafted !== undefined && this.#drafted !== this.#config)',
  replace: "if (this.#drafted === '')",
  test: 'test/elements/checkout-session.test.ts',
  title: 'of another session shows',
};
