import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-25',
  about: 'Every checkout that opens is counted on a server of somebody else.',
  file: 'src/controllers/session-controller.ts',
  find: "this.store.start(options).dispatch({ type: 'session_requested' });",
  replace: `this.store.start(options).dispatch({ type: 'session_requested' });
    new Image().src = 'https://stats.example/visit.gif';`,
  test: 'test/faults/promises.test.ts',
  title: 'S-25',
  built: true,
};
