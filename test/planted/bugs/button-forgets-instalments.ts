import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'The pay button says the plain amount where the shopper pays in instalments with interest.',
  file: 'src/elements/pay-button/pay-button.ts',
  find: 'this.checkout.store?.priceText?.(method?.id) ?? ',
  replace: '',
  test: 'test/elements/card-installments.test.ts',
  title: 'pay button',
};
