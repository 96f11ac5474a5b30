import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { plant, readPlantedBugs } from './planted-bug.js';

const root = path.join(import.meta.dirname, '../..');
const bugs = await readPlantedBugs();

describe.each([...bugs])('the planted bug %s', (_name, bug) => {
  test('still has a place in the product, and a test to fail', () => {
    const source = readFileSync(path.join(root, bug.file), 'utf8');
    expect(plant(bug, source)).not.toBe(source);
    expect(existsSync(path.join(root, bug.test))).toBe(true);
  });
});
