import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-18',
  about: 'The server calls a session expired whose payment it took in before.',
  file: 'src/sandbox/engine/payments.ts',
  find: "if (session.payments.some(isLive)) return 'processing';",
  replace: "if (session.payments.some(isLive)) return now >= session.expiresAt ? 'expired' : 'processing';",
  test: 'test/sandbox/rules.test.ts',
  title: 'rule 6',
};
