import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'Where the words of the law fill the button, the line below it does not say what is charged either.',
  file: 'src/elements/pay-button/pay-button.ts',
  find: '{ merchant: NAME, amount: price }',
  replace: '{ merchant: NAME }',
  test: 'test/elements/pay-button.test.ts',
  title: 'law',
};
