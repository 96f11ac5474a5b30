import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-10',
  about: 'A payment that was under way when the page was reloaded is sent again by itself.',
  file: 'src/controllers/session-controller.ts',
  find: "this.store.start(options).dispatch({ type: 'session_requested' });",
  replace: `const checkout = this.store.start(options);
    checkout.subscribe(({ status }) => {
      if (status === 'submitting') sessionStorage.setItem('sending', 'yes');
      if (status !== 'ready' || sessionStorage.getItem('sending') === null) return;
      checkout.dispatch({ type: 'method_selected', methodId: 'pix' });
      checkout.dispatch({ type: 'payment_submitted' });
    });
    checkout.dispatch({ type: 'session_requested' });`,
  test: 'test/lifecycle/reload.test.ts',
  title: 'the file that pays is being fetched .answer: plain',
  built: true,
};
