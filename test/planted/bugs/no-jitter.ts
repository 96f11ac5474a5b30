import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-9',
  about: 'Every page waits equally long, so that all ask in step.',
  file: 'src/core/transport/request.ts',
  find: 'random() * Math.min(BACKOFF_CAP_MS',
  replace: '(random() && 1) * Math.min(BACKOFF_CAP_MS',
  test: 'test/properties/parts-retry.test.ts',
  title: 'full jitter',
};
