import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-1',
  about: 'The card number stands in the address of the request, and so in every log on its way.',
  file: 'src/card-frame/frame/tokenizers/sandbox.ts',
  find: "new URL('tokens', location.href)",
  replace: 'new URL(`tokens?n=${card.number}`, location.href)',
  test: 'test/e2e/integrity/hostile-card.test.ts',
  title: 'card stands in one request',
  built: true,
};
