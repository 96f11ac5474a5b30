import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'The server charges what is due by now, whatever amount the shopper agreed to.',
  file: 'src/sandbox/engine/check-entries.ts',
  find: "if (sum !== due) throw invalid('amount', `The amount has to be ${String(due)}.`);",
  replace:
    'if (sum !== due) for (const entry of entries) { Object.assign(entry.input, { amount: due }); Object.assign(entry, { settles: due }); }',
  test: 'test/faults/promises.test.ts',
  title: 'P-25',
};
