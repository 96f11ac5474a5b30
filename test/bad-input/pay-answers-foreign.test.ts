import { describe, expect, test } from 'vitest';
import { checkCells } from '../support/bad-cells.js';
import { payCells, WORLDS } from '../support/bad-pay.js';
import { Desk } from '../support/bad-rig.js';

const FILE = 'test/bad-input/pay-answers-foreign.test.ts';
const TIMEOUT_MS = 240_000;

/** Each cell is taken by one of them, and by another one where the request did something else. */
const FOREIGN = ['z2pay', 'plugtopay', 'conomy', 'payonify'] as const;

describe.each(FOREIGN)('P-7: every status with every body, as the answer to a payment of %s', (provider) => {
  test.each(WORLDS)(
    'that was %s: only what is proven is shown, and the end is the truth',
    { timeout: TIMEOUT_MS },
    async (world) => {
      const at = (FOREIGN.indexOf(provider) + WORLDS.indexOf(world)) % FOREIGN.length;
      const cells = payCells(await Desk.open(provider), provider, world, { of: FOREIGN.length, at });
      const count = await checkCells(FILE, cells);
      console.log(`P-7 ${provider}, ${world}: ${String(count)} cells`);
      expect(count).toBeGreaterThan(200);
    },
  );
});
