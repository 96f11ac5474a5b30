import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-24',
  about: "Stripe's fields stay on the page, with the card in them, after the session has ended.",
  file: 'src/controllers/stripe-controller.ts',
  find: '(store && isEnded(store.state)) || !isStripe(tokenizer)',
  replace: '(store && isEnded({ status: "loading" })) || !isStripe(tokenizer)',
  test: 'test/e2e/stripe.test.ts',
  title: 'in an arrangement of the merchant',
  built: true,
};
