import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-2',
  about: 'A read that shows an open session is taken as proof that the lost payment never was.',
  file: 'src/core/machine/transition.ts',
  find: 'session.attempt > attempt || (session.payment?.attempt ?? 0) >= attempt || isOver(session);',
  replace:
    "session.status === 'open' || session.attempt > attempt || (session.payment?.attempt ?? 0) >= attempt || isOver(session);",
  test: 'test/model/protocol.test.ts',
  title: 'one page that sends twice',
};
