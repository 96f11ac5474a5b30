import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-26',
  about: 'A Stripe.js that could not be fetched once is never asked for again.',
  file: 'src/stripe/load-stripe.ts',
  find: '    arriving ??= arrival().finally(() => {\n      arriving = undefined;\n    });',
  replace: '    arriving ??= arrival();',
  test: 'test/e2e/stripe.test.ts',
  title: 'is offered again',
  built: true,
};
