import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-24',
  about: "Stripe's fields stay on the page, with the card in them, after the session has ended.",
  file: 'src/controllers/stripe-controller.ts',
  find: '      field?.destroy();',
  replace: '      field?.toString();',
  test: 'test/e2e/stripe.test.ts',
  title: 'declined first',
  built: true,
};
