import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-6',
  about: 'A failed try is told by the alert, and the status says over it that the checkout is ready.',
  file: 'src/elements/checkout-session/parts.ts',
  find: "state.status === 'idle' || failureNotice(state, i18n)",
  replace: "state.status === 'idle'",
  test: 'test/a11y/forms.test.ts',
  title: 'after a decline',
  built: true,
};
