import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'A-1',
  about: 'The sandbox takes instalments that do not multiply: a shop learns of it from its first shopper.',
  file: 'src/sandbox/engine/check-session.ts',
  find: `Math.abs(count * amount - total) >= count`,
  replace: `Math.abs(count * amount - total) >= price`,
  test: 'test/sandbox/strict-sessions.test.ts',
};
