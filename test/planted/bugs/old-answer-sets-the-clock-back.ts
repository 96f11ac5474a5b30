import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-15',
  about: 'The last answer sets the server’s clock, however old it is.',
  file: 'src/core/session/session-reader.ts',
  find: 'if (offsetMs > known || offsetMs < known - OFF_BY_FAR_MS)',
  replace: 'if (known !== offsetMs)',
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
