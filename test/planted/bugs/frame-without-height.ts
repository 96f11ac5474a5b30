import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-9',
  about: 'A card frame that was hidden when it was told something is not there when it is shown again.',
  file: 'src/card-frame/host/card-frame-host.ts',
  find: 'if (height > 0) this.#link',
  replace: 'this.#link',
  test: 'test/card-frame/card-frame-host.test.ts',
  title: 'height while it is hidden',
};
