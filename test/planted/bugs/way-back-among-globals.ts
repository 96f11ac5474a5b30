import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-15',
  about: 'The way back to the shop is looked up among the globals, where any link with that id is found.',
  file: 'src/controllers/checkout-options-of.ts',
  find: 'return safeUrl(host.successUrl);',
  replace:
    "return safeUrl(host.successUrl ?? String((globalThis as unknown as Record<string, unknown>)['successUrl']));",
  test: 'test/e2e/integrity/clobbered-page.test.ts',
  title: 'links with an id',
  built: true,
};
