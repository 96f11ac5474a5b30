import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'On paper the field of the Pix code is left out, and so is what stands there in its place.',
  file: 'src/elements/action-screen/copy-controller.styles.ts',
  find: `    .paper {
      display: block;
`,
  replace: `    .paper {
`,
  test: 'test/elements/theme-media.test.ts',
  title: 'pix-payment shows all',
};
