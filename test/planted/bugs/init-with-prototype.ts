import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-14',
  about: 'A request takes what the page has put on every object.',
  file: 'src/core/transport/request.ts',
  find: 'Object.assign(Object.create(null) as RequestInit, {',
  replace: 'Object.assign({} as RequestInit, {',
  test: 'test/core/transport.test.ts',
  title: 'carries the options',
};
