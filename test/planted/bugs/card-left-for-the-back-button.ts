import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-24',
  about: 'A page that waits for the back button keeps the card that was typed.',
  file: 'src/card-frame/frame/main.ts',
  find: 'clearAll();\n  if (!persisted)',
  replace: 'if (!persisted)',
  test: 'test/lifecycle/card-left-behind.test.ts',
  title: 'back.forward cache',
  built: true,
};
