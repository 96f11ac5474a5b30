import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'The notice names a part for what was never sent.',
  file: 'src/elements/checkout-session/parts.ts',
  find: 'payment?.failure?.code === failure.code && isTryInParts(session)',
  replace: 'payment && isTryInParts(session)',
  test: 'test/i18n/part-words.test.ts',
  title: 'never sent',
};
