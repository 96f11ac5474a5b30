import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-24',
  about: 'A session of a status nobody knows is offered to be paid.',
  file: 'src/core/machine/settle.ts',
  find: "status === 'unknown' || isBehind",
  replace: 'isBehind',
  test: 'test/properties/machine.test.ts',
  title: 'P-24',
};
