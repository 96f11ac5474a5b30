import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-10',
  about: 'The bank’s page opens in a popup, which is blocked, or lost behind the page.',
  file: 'src/controllers/session-controller.ts',
  find: "if (reason === 'action') location.assign(target);",
  replace: "if (reason === 'action') window.open(target);",
  test: 'test/popups.test.ts',
  title: 'is opened nowhere',
};
