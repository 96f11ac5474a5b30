import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-16',
  about: 'A colour may hold further functions, and so an address.',
  file: 'src/theme/card-frame-style.ts',
  find: '\\([\\da-z .,%/+-]{1,64}\\))$/i',
  replace: '\\([\\da-z .,%/()+-]{1,64}\\))$/i',
  test: 'test/card-frame-style.test.ts',
};
