import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-19',
  about: 'In an isolated shop the card frame stays blank.',
  file: 'src/card-frame/shared/headers.ts',
  find: "'Cross-Origin-Embedder-Policy': 'require-corp',",
  replace: '',
  test: 'test/e2e/integrity/host-policy.test.ts',
  title: ' card:',
};
