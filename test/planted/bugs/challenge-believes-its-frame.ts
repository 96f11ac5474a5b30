import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-2',
  about: 'A message from the bank’s frame that says “succeeded” is taken for the server’s word.',
  file: 'src/elements/three-d-secure/three-d-secure.ts',
  find: "document.addEventListener('securitypolicyviolation', this.#handleViolation, { signal });",
  replace: `document.addEventListener('securitypolicyviolation', this.#handleViolation, { signal });
    window.addEventListener('message', (event: MessageEvent) => {
      const { type, payment } = event.data as { type?: string; payment?: { amount: number } };
      if (type === 'payment_answered' && payment)
        this.dispatch({ type, payment: { ...this.currentPayment!, status: 'succeeded', amount: 1e9 } });
    }, { signal });`,
  test: 'test/elements/three-d-secure.test.ts',
  title: 'is asked of the API',
};
