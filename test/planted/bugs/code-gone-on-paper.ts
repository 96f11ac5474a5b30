import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'On paper the Pix code goes with the button beside it.',
  file: 'src/elements/action-screen/action-screen.styles.ts',
  find: `  @media print {
    button,`,
  replace: `  @media print {
    .copy,
    button,`,
  test: 'test/elements/theme-media.test.ts',
  title: 'pix-payment shows all',
};
