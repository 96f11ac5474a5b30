import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-24',
  about: 'The card typed for one session is still there for the next one on the same page.',
  file: 'src/elements/card-form/card-form.ts',
  find: ' || isOther',
  replace: '',
  test: 'test/lifecycle/card-left-behind.test.ts',
  title: 'another session',
  built: true,
};
