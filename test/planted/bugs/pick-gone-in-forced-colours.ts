import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'The picked method is drawn by a ground and a shadow, which forced colours leave out.',
  file: 'src/elements/payment-method-picker/payment-method-picker.styles.ts',
  find: `    input {
      appearance: auto;
    }
`,
  replace: '',
  test: 'test/elements/theme-media.test.ts',
  title: 'buttons have an edge',
};
