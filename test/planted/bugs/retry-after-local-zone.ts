import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-9',
  about: 'A date without a zone is read as the shopper’s own time.',
  file: 'src/core/transport/request.ts',
  find: "value.endsWith('GMT') ? value : `${value} GMT`",
  replace: 'value',
  test: 'test/properties/parts-retry.test.ts',
  title: 'Sao_Paulo',
};
