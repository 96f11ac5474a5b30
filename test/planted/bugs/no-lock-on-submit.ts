import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-5',
  about: 'A second press while the first is being sent begins a payment of its own.',
  file: 'src/core/machine/on-payment.ts',
  find: "if (state.status !== 'ready' || state.methodId === undefined || state.leaving) return [state, []];",
  replace:
    "if ((state.status !== 'ready' && state.status !== 'submitting') || state.methodId === undefined) return [state, []];",
  test: 'test/core/machine.test.ts',
};
