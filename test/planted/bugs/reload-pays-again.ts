import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-10',
  about: 'A page that is loaded again goes on with the payment by itself.',
  file: 'src/controllers/session-controller.ts',
  find: "this.store.start(options).dispatch({ type: 'session_requested' });",
  replace: `this.store.start(options).dispatch({ type: 'session_requested' });
    const key = 'paying ' + String(config.token);
    if (sessionStorage.getItem(key)) setTimeout(() => void this.submit(), 400);
    sessionStorage.setItem(key, '1');`,
  test: 'test/faults/promises.test.ts',
  title: 'P-10',
  built: true,
};
