import { expect, test } from 'vitest';
import { explore } from './explore.js';
import { OURS } from './scheme.js';
import { CheckoutWorld } from './world.js';

test('small', () => {
  const world = new CheckoutWorld(OURS, {
    tabs: Number(process.env['T'] ?? 1),
    presses: Number(process.env['P'] ?? 1),
    sends: Number(process.env['S'] ?? 2),
    declines: Number(process.env['D'] ?? 2),
    waits: (process.env['W'] ?? 'processing').split(',') as 'processing'[],
    late: Number(process.env['L'] ?? 1),
    staleReads: !!process.env['STALE'],
    cancels: !process.env['NC'],
    refusals: !!process.env['REF'],
  });
  const found = explore(world, { maxStates: 3_000_000 });
  console.log(
    found.states,
    found.transitions,
    found.seconds.toFixed(1),
    found.complete,
    found.violations,
    world.sizes,
  );
  for (const text of found.traces.values()) console.log(text);
  console.log(process.cpuUsage().user / 1e6, process.memoryUsage().rss / 1e6);
  expect(found.violations.size).toBe(0);
});
