import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-9',
  about: 'The wait between two sends doubles for ever.',
  file: 'src/core/transport/request.ts',
  find: 'Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** turn)',
  replace: 'Math.max(BACKOFF_CAP_MS * 0, BACKOFF_BASE_MS * 2 ** turn)',
  test: 'test/properties/parts-retry.test.ts',
  title: 'full jitter',
};
