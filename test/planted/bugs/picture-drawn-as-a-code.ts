import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: "A picture that the API sent in the place of a QR code's text is drawn as its text.",
  file: 'src/core/providers/conomy-transfer.ts',
  find: '!IS_PICTURE.test(text)',
  replace: 'text.length > 1',
  test: 'test/core/providers/conomy.test.ts',
  title: 'a picture',
};
