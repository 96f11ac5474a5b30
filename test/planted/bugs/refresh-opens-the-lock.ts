import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'A-1',
  about: 'A fresh session for an expired one begins a count of its own.',
  file: 'src/sandbox/engine/engine.ts',
  find: '      payments: [],\n    };',
  replace: '      payments: [],\n      declines: 0,\n    };',
  test: 'test/e2e/integrity/card-testing.test.ts',
  title: 'begins no new count',
};
