import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-15',
  about: 'The last answer sets the server’s clock, however old it is.',
  file: 'src/core/session/session-reader.ts',
  find: `Math.max(
        this.#serverOffsetMs ?? -Infinity,
        serverNow - this.#context.clock.now(),
      )`,
  replace: 'serverNow - this.#context.clock.now()',
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
