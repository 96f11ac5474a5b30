import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-7',
  about: 'The running time is a live region: a screen reader reads it out every second.',
  file: 'src/elements/action-screen/action-element.ts',
  find: '<span role="timer" class="time"',
  replace: '<span role="status" class="time"',
  test: 'test/a11y/actions.test.ts',
  title: 'pix',
  built: true,
};
