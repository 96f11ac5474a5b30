import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-8',
  about: 'A message is copied with all its members before one of them is looked at.',
  file: 'src/card-frame/shared/messages.ts',
  find: 'softParse(kind.schema, known(data as object, kind))',
  replace: 'softParse(kind.schema, bare({ ...(data as object), ...known(data as object, kind) }))',
  test: 'test/card-frame/hostile-messages.test.ts',
  title: 'three hundred thousand',
};
