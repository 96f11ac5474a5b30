import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-7',
  about: 'A broken server is taken for one that refused the payment.',
  file: 'src/core/transport/conclude.ts',
  find: "statuses: [400, 422], hasCode: true, is: 'refused'",
  replace: "statuses: [400, 422, 500, 502], hasCode: true, is: 'refused'",
  test: 'test/core/transport.test.ts',
};
