import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-22',
  about: 'The paid checkout stays in the history, one Back away.',
  file: 'src/controllers/session-controller.ts',
  find: 'else location.replace(target);',
  replace: 'else location.assign(target);',
  test: 'test/lifecycle/leaving.test.ts',
  title: 'takes the place',
  built: true,
};
