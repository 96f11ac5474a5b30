import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-14',
  about:
    'A rest taken out of a rule is an object like the page’s: what the rule leaves open, the page decides.',
  file: 'src/core/transport/conclude.ts',
  find: '({ statuses, codes, isDecline, isJson, hasRetryAfter, hasCode }) =>',
  replace:
    '({ statuses, codes, isJson, ...asks }, _at, _all, { isDecline, hasRetryAfter, hasCode } = asks) =>',
  test: 'test/prototypes.test.ts',
  title: 'in the sources',
};
