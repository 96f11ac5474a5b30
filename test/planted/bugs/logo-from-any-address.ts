import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'theme',
  about: 'The session’s logo is asked for at whatever address it names.',
  file: 'src/elements/order-summary/order-summary.ts',
  find: 'safeUrl(merchant.logoUrl ?? branding?.logoUrl)',
  replace: 'merchant.logoUrl ?? branding?.logoUrl',
  test: 'test/elements/branding.test.ts',
  title: 'a logo at',
};
