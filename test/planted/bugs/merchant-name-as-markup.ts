import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-13',
  about: 'The merchant’s name is put into the page as markup.',
  file: 'src/elements/order-summary/order-summary.ts',
  find: '<bdi>${session.merchant.name || session.branding?.name}</bdi>',
  replace: '<bdi .innerHTML=${session.merchant.name}></bdi>',
  test: 'test/e2e/integrity/hostile-server.test.ts',
  title: 'onerror=pwned=1>" in every',
  built: true,
};
