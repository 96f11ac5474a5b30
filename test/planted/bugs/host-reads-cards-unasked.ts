import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-1',
  about: 'The host side reads a card though nobody has agreed to it.',
  file: 'src/card-frame/host/card-frame-host.ts',
  find: 'read: this.#options.takesRawCard',
  replace: 'read: true',
  test: 'test/card-frame/raw-card.test.ts',
  title: 'was not told',
};
