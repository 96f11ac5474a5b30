import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-1',
  about:
    'Stripe is asked to confirm while the server still knows of no payment, so that another may be begun beside it.',
  file: 'src/stripe/stripe-field.ts',
  find: "    if (this.#secret !== undefined) return this.#pressed({ token: this.#secret.replace(/_secret_.*/, '') });",
  replace:
    "    if (this.#secret !== undefined) {\n      await this.#stripe.confirmPayment(\n        ordinary({ confirmParams: { return_url: location.href }, redirect: 'if_required' }, { elements }),\n      );\n      return this.#pressed({ token: this.#secret.replace(/_secret_.*/, '') });\n    }",
  test: 'test/e2e/stripe.test.ts',
  title: 'while the server has not heard|two presses|that Stripe confirms',
  built: true,
};
