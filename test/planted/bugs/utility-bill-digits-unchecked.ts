import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A utility bill with a wrong digit is shown as one to pay.',
  file: 'src/core/validation/boleto.ts',
  find: ' && hasUtilityDigits(line)',
  replace: '',
  test: 'test/core/read-boleto.test.ts',
  title: 'never with one digit another',
};
