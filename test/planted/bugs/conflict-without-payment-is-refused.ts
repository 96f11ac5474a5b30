import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-7',
  about: 'A 409 that carries no payment is taken for a refusal of the request.',
  file: 'src/core/transport/conclude.ts',
  find: "{ statuses: [400, 422], hasCode: true, is: 'refused' }",
  replace: "{ statuses: [400, 409, 422], hasCode: true, is: 'refused' }, { statuses: [409], is: 'refused' }",
  test: 'test/core/transport.test.ts',
};
