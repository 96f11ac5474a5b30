import { expect, test } from 'vitest';
import { play } from './sequence.js';

test('the same number is the same sequence, whatever ran before it', async () => {
  const seeds = Array.from({ length: 50 }, (_, index) => 7_000_001 + index * 97);
  const first = new Map<number, readonly string[]>();
  for (const seed of seeds) first.set(seed, (await play(seed, {}, true)).trace);
  for (const seed of seeds.slice().reverse()) {
    const { trace, findings } = await play(seed, {}, true);
    expect(findings).toEqual([]);
    expect(trace).toEqual(first.get(seed));
  }
  expect([...first.values()].filter(({ length }) => length > 10).length).toBeGreaterThan(40);
});

// Each of these once broke a promise, and what broke it was mended.
test.each([20360, 32205, 39161, 40294, 98570, 587822253])('sequence %i stays mended', async (seed) => {
  expect((await play(seed)).findings).toEqual([]);
});
