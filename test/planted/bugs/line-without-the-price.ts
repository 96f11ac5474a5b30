import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'Where the words of the law fill the button, the line below it does not say what is charged either.',
  file: 'src/elements/pay-button/pay-button.ts',
  find: '{ merchant, amount: price, method',
  replace: '{ merchant, method',
  test: 'test/elements/pay-button.test.ts',
  title: 'law',
};
