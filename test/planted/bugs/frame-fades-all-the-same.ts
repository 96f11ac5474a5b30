import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'In the card frame the rule for less motion is weaker than the one it stands against.',
  file: 'src/card-frame/frame/styles.ts',
  find: '(prefers-reduced-motion:reduce){[type=text]{',
  replace: '(prefers-reduced-motion:reduce){input{',
  test: 'test/a11y/forms.test.ts',
  title: 'ready, card$',
  built: true,
};
