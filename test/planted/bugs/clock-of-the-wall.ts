import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-15',
  about: 'Whoever sets the clock while the page is open moves every deadline and countdown.',
  file: 'src/core/clock.ts',
  find: 'performance.timeOrigin + performance.now()',
  replace: 'Date.now()',
  test: 'test/core/checkout-late.test.ts',
  title: 'own clock',
};
