import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-6',
  about: 'An origin is right when it ends like the right one.',
  file: 'src/card-frame/host/frame-link.ts',
  find: 'if (event.origin !== this.#options.url.origin) return;',
  replace: 'if (!event.origin.endsWith(this.#options.url.host)) return;',
  test: 'test/card-frame/card-frame-host.test.ts',
  title: 'in the same window',
};
