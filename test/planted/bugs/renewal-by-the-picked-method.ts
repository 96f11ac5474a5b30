import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-23',
  about:
    'A new Pix code is asked for with whatever method is picked in this tab: a card pays, or a boleto is made.',
  file: 'src/elements/action-screen/renew-controller.ts',
  find: "if (method) checkout.dispatch({ type: 'method_selected', methodId: method.id });",
  replace: '',
  test: 'test/elements/pix-payment.test.ts',
  title: 'is replaced by one of its own kind',
};
