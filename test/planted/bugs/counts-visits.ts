import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-25',
  about: 'Each checkout is counted by a picture of somebody else’s.',
  file: 'src/controllers/session-controller.ts',
  find: 'this.store.start(options).dispatch',
  replace: "new Image().src = 'https://metrics.example/seen.gif';\n    this.store.start(options).dispatch",
  test: 'test/e2e/integrity/host-policy.test.ts',
  title: 'pix:',
  built: true,
};
