import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-23',
  about: 'Who asks for a new Pix code is sent back to the form, and has to pay once more.',
  file: 'src/elements/action-screen/renew-controller.ts',
  find: "if (state.status !== 'ready' || state.failure) return;",
  replace: "if (state.status !== 'idle') return;",
  test: 'test/elements/pix-payment.test.ts',
  title: 'replaced at one press',
};
