import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-12',
  about: 'A redirecting API hands the payment to another origin.',
  file: 'src/core/transport/request.ts',
  find: "redirect: 'error',",
  replace: "redirect: 'follow',",
  test: 'test/e2e/integrity/requests.test.ts',
  title: 'whichever redirect',
  built: true,
};
