import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-22',
  about: 'A paid answer leaves the page by itself, and so does the state that follows from it.',
  file: 'src/core/payment-runner.ts',
  find: `    const { payment } = result;
`,
  replace: `    const { payment } = result;
    const session = sessionOf(this.#context.getState());
    if (payment?.status === 'succeeded' && session?.successUrl) this.#context.options.navigate?.(session.successUrl, 'success');
`,
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
