import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about:
    'Instalments whose price changed while the card became a token are sent as if the shopper had agreed to it.',
  file: 'src/core/price.ts',
  find: '(stands(pressed) && !stands(now)) ||',
  replace: '',
  test: 'test/core/checkout-installments.test.ts',
  title: 'by the time the card is a token',
};
