import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: "An account's number is copied with the spaces it is read by.",
  file: 'src/elements/bank-transfer/bank-transfer.ts',
  find: 'text: row.value,',
  replace: "text: groupsOf(row.key, row.value).join(' '),",
  test: 'test/elements/bank-transfer.test.ts',
  title: 'copied one by one',
};
