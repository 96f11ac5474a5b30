import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-26',
  about: 'A field that nobody sees takes the card that the browser remembers.',
  file: 'src/elements/card-form/card-form.ts',
  find: '<div id="frame" part="frame"',
  replace: '<input hidden autocomplete="cc-number" /><div id="frame" part="frame"',
  test: 'test/e2e/integrity/autofill.test.ts',
  title: 'outside the frame',
  built: true,
};
