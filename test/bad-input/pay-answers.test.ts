import { describe, expect, test } from 'vitest';
import { checkCells } from '../support/bad-cells.js';
import { payCells, WORLDS } from '../support/bad-pay.js';
import { Desk } from '../support/bad-rig.js';

const FILE = 'test/bad-input/pay-answers.test.ts';

describe('P-7: every status with every body, as the answer to a payment of native', () => {
  test.each(WORLDS)(
    'whose request was %s: only what is proven is shown, and the end is the truth',
    async (world) => {
      const began = performance.now();
      const count = await checkCells(FILE, payCells(await Desk.open('native'), 'native', world));
      console.log(
        `P-7 native, ${world}: ${String(count)} cells in ${((performance.now() - began) / 1000).toFixed(1)} s`,
      );
      expect(count).toBeGreaterThan(0);
    },
  );
});
