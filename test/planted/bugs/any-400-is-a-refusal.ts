import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-7',
  about: 'A 400 in nobody’s form, as a proxy answers a re-send, is taken for the validation’s.',
  file: 'src/core/transport/conclude.ts',
  find: "{ statuses: [400, 422], hasCode: true, is: 'refused' }",
  replace: "{ statuses: [400, 422], isJson: true, is: 'refused' }",
  test: 'test/core/transport.test.ts',
};
