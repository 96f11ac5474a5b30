import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-17',
  about: 'A send whose answer is lost while the device is offline counts as never sent.',
  file: 'src/core/transport/payment-sender.ts',
  find: "if (conclusion.type === 'lost' || conclusion.type === 'denied') {",
  replace: `if (conclusion.type === 'lost' && !navigator.onLine)
        return { type: 'refused', failure: { code: 'offline', retryable: true } };
      if (conclusion.type === 'lost' || conclusion.type === 'denied') {`,
  test: 'test/faults/promises.test.ts',
  title: 'P-17',
  built: true,
};
