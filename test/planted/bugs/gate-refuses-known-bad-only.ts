import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-10',
  about: 'The gate names the schemes it refuses, and every other one is let pass.',
  file: 'src/core/navigation.ts',
  find: "const allowed = url.protocol === 'https:' ||",
  replace: 'const allowed = !/^(javascript|data|http):$/.test(url.protocol) ||',
  test: 'test/core/navigation-gate.test.ts',
};
