import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about:
    'In forced colours the field of the card that has the focus is told by the colour of its border alone.',
  file: 'src/card-frame/frame/styles.ts',
  find: 'outline:2px solid transparent;outline-offset:-2px;',
  replace: 'outline:none;',
  test: 'test/elements/theme-media.test.ts',
  title: 'field of the card frame',
};
