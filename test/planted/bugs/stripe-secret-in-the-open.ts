import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-5',
  about:
    'The client secret of the intent is a plain text in the state that every script of the page may copy.',
  file: 'src/core/providers/shapes.ts',
  find: 'mapped(word, (value) => new Secret(value))',
  replace: 'mapped(word, (value) => ({ reveal: () => value, value }) as unknown as Secret<string>)',
  test: 'test/sandbox/stripe.test.ts',
  title: 'the client secret',
};
