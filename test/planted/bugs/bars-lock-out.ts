import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-22',
  about: 'A card form between two bars of a low window can never be paid with.',
  file: 'src/controllers/lift-frame.ts',
  find: 'holder.showPopover();',
  replace: '',
  test: 'test/e2e/integrity/covered-card.test.ts',
  title: 'low window',
  built: true,
};
