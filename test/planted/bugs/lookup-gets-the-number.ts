import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-1',
  about: 'The lookup of brands is sent the whole card number.',
  file: 'src/card-frame/frame/brand-lookup.ts',
  find: "digits.length < BIN_LENGTH ? '' : digits.slice(0, BIN_LENGTH)",
  replace: "digits.length < BIN_LENGTH ? '' : digits",
  test: 'test/card-frame/co-badged.test.ts',
  title: 'first eight digits',
};
