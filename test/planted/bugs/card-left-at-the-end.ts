import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-24',
  about: 'A card form that stays on the page keeps the card after it is paid.',
  file: 'src/elements/card-form/card-form.ts',
  find: 'isEnded(current) || ',
  replace: '',
  test: 'test/lifecycle/card-left-behind.test.ts',
  title: 'it is (paid|locked)',
  built: true,
};
