import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-12',
  about: 'The API gets the cookies it set for another purpose.',
  file: 'src/core/transport/request.ts',
  find: "credentials: 'omit',",
  replace: "credentials: 'include',",
  test: 'test/e2e/integrity/requests.test.ts',
  title: 'gets no cookie',
  built: true,
};
