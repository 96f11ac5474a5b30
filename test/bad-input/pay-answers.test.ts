import { describe, expect, test } from 'vitest';
import { checkCells } from '../support/bad-cells.js';
import { payCells, WORLDS } from '../support/bad-pay.js';
import { Desk } from '../support/bad-rig.js';

const FILE = 'test/bad-input/pay-answers.test.ts';
const TIMEOUT_MS = 240_000;

describe('P-7: every status with every body, as the answer to a payment', () => {
  test.each(WORLDS)(
    'that was %s: only what is proven is shown, and the end is the truth',
    { timeout: TIMEOUT_MS },
    async (world) => {
      const cells = payCells(await Desk.open('native'), 'native', world, { of: 1, at: 0 });
      const count = await checkCells(FILE, cells);
      console.log(`P-7 native, ${world}: ${String(count)} cells`);
      expect(count).toBeGreaterThan(800);
    },
  );
});
