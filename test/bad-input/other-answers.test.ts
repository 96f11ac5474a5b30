import { describe, expect, test } from 'vitest';
import { PROVIDERS } from '../../src/core/providers/dialect.js';
import { checkCells } from '../support/bad-cells.js';
import { ACT_NAMES, actCells, readCells } from '../support/bad-others.js';
import { Desk } from '../support/bad-rig.js';

const FILE = 'test/bad-input/other-answers.test.ts';
const TIMEOUT_MS = 120_000;

describe('P-7: every status with every body', () => {
  test.each(PROVIDERS)(
    'as the answer to a read of %s: the state stays',
    { timeout: TIMEOUT_MS },
    async (provider) => {
      const count = await checkCells(
        FILE,
        readCells(await Desk.open(provider), provider, provider === 'native' ? 2 : 7),
      );
      console.log(`P-7 ${provider}, reads: ${String(count)} cells`);
      expect(count).toBeGreaterThan(200);
    },
  );

  test.each(ACT_NAMES)(
    'as the answer to %s of %s: nothing is believed, and a read tells',
    { timeout: TIMEOUT_MS },
    async (name, provider) => {
      const count = await checkCells(FILE, actCells(await Desk.open(provider), name));
      console.log(`P-7 ${name}: ${String(count)} cells`);
      expect(count).toBeGreaterThan(200);
    },
  );
});
