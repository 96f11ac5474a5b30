import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-11',
  about: 'The link to a wallet’s app goes where the server says, whatever the scheme.',
  file: 'src/elements/wallet-code/wallet-code.ts',
  find: 'safeUrl(action.deepLink)',
  replace: 'action.deepLink',
  test: 'test/elements/wallet-code.test.ts',
  title: 'is not there for',
};
