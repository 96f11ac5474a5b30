import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-22',
  about: 'A success page that stalls is asked for again and again.',
  file: 'src/controllers/session-controller.ts',
  find: "this.store.dispatch({ type: 'navigation_stalled' });",
  replace: `this.store.dispatch({ type: 'navigation_stalled' });
      setInterval(() => {
        location.replace(target);
      }, STALL_MS);`,
  test: 'test/lifecycle/leaving.test.ts',
  title: 'that stalls .empty',
  built: true,
};
