import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-3',
  about: 'The token is read and left in the document, for every script and every copy of the page to find.',
  file: 'src/elements/checkout-session/checkout-session.ts',
  find: "if (name === 'token') this.removeAttribute('token');",
  replace: '',
  test: 'test/e2e/integrity/requests.test.ts',
  title: 'again and again',
  built: true,
};
