import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'The session is read once more after the press, and whatever it asks for by then is paid.',
  file: 'src/core/payment-runner.ts',
  find: 'const { session, methodId } = state;',
  replace:
    'await this.#reader.read(); const { session, methodId } = this.#context.getState() as typeof state;',
  test: 'test/faults/promises.test.ts',
  title: 'P-25',
  built: true,
};
