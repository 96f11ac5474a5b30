import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'In forced colours nobody sees which field of the card has the focus.',
  file: 'src/card-frame/frame/styles.ts',
  find: 'outline:2px solid transparent;outline-offset:-2px;',
  replace: 'outline:none;',
  test: 'test/a11y/forms.test.ts',
  title: "ready, card'",
  built: true,
};
