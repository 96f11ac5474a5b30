import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-11',
  about: 'The merchant’s help is linked to as the server sent it.',
  file: 'src/elements/payment-result/payment-result.ts',
  find: '  safeUrl(url) ??',
  replace: '  url ??',
  test: 'test/e2e/integrity/hostile-server.test.ts',
  title: '"javascript:alert',
  built: true,
};
