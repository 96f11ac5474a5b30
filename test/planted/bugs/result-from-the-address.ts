import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-2',
  about: 'A shopper who comes back with “succeeded” in the address is sent on as if it were paid.',
  file: 'src/controllers/session-controller.ts',
  find: "if (notice.type === 'checkout-ready') this.#applyLocale();",
  replace: `if (notice.type === 'checkout-ready') this.#applyLocale();
    if (notice.type === 'checkout-ready' && location.search.includes('status=succeeded'))
      this.#navigate(notice.detail.session.successUrl ?? '', 'success');`,
  test: 'test/e2e/three-d-secure.test.ts',
  title: 'declined, and the address says',
  built: true,
};
