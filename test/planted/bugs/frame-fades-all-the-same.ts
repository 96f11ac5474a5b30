import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'The fields of the card frame fade from one look to the next, also for who asks for less motion.',
  file: 'src/card-frame/frame/styles.ts',
  find: '@media (prefers-reduced-motion:no-preference){',
  replace: '@media (min-width:0){',
  test: 'test/a11y/forms.test.ts',
  title: "ready, card'",
  built: true,
};
