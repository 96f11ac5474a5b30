import { describe, expect, test } from 'vitest';
import { explore, type Exploration } from './explore.js';
import { OURS, type Bounds, type Scheme } from './scheme.js';
import { CheckoutWorld } from './world.js';

/** Two pages with two presses each, and an answer that comes late while the server moves on. */
const TWO_PAGES: Bounds = {
  tabs: 2,
  presses: 2,
  sends: 1,
  declines: 2,
  waits: ['processing'],
  late: 1,
  staleReads: false,
  leaves: false,
  givesUp: false,
  slips: false,
  busy: false,
};
const SMALL: Bounds = { ...TWO_PAGES, presses: 1, late: 0 };

/** Explores, prints what was seen, and what led into the first violation of each promise. */
function seen(name: string, scheme: Scheme, bounds: Bounds, stopAt = 'any'): Exploration {
  const world = new CheckoutWorld(scheme, bounds);
  const found = explore(world, { stopAt, maxStates: 1_500_000 });
  const violations = [...found.violations].map(([invariant, count]) => `${invariant} ${String(count)}`);
  console.log(
    `${name}: ${String(found.states)} states, ${String(found.transitions)} transitions, ` +
      `${found.seconds.toFixed(1)} s (${world.sizes}); violations: ${violations.join(', ') || 'none'}`,
  );
  return found;
}

/** Zero violations, told by a trace where there is one, and nothing left unseen. */
function expectClean(found: Exploration): void {
  expect([...found.traces.values()].join('\n\n')).toBe('');
  expect(found.complete).toBe(true);
}

describe('our scheme on the real machine, every interleaving there is', () => {
  test.each<[string, Partial<Bounds>]>([
    ['one page that sends twice and loses patience', { tabs: 1, sends: 2, late: 2 }],
    ['one page with a slip in the form', { tabs: 1, sends: 2, slips: true }],
    [
      'one page that gives up an action, and leaves',
      { tabs: 1, late: 0, leaves: true, givesUp: true, waits: ['requires_action'] },
    ],
    ['two pages that send twice', { presses: 1, sends: 2, late: 0 }],
    ['two pages with slips in the form', { presses: 1, sends: 2, late: 0, slips: true }],
    ['two pages that read from a copy which is behind', { presses: 1, late: 0, staleReads: true }],
    ['two pages that may leave', { presses: 1, late: 0, leaves: true }],
    [
      'two pages that may give up an action',
      { presses: 1, late: 0, declines: 1, givesUp: true, waits: ['requires_action'] },
    ],
  ])('%s: at most one charge, and no screen lies', (name, over) => {
    expectClean(seen(name, OURS, { ...TWO_PAGES, ...over }));
  });

  test('two pages, two presses each, over a network that loses, repeats, delays and reorders: at most one charge, and no screen lies', () => {
    const found = seen('two pages, two presses each', OURS, TWO_PAGES);
    expectClean(found);
    expect(found.states).toBeGreaterThanOrEqual(250_000);
  });
});

/** Ways that others have shipped: the same machine, another key or another server. */
const unguarded: Scheme = { ...OURS, guard: false };
const controls: readonly [name: string, invariant: string, scheme: Scheme][] = [
  ['a new key for each press', 'P-1', { ...unguarded, key: 'click' }],
  ['a key in memory', 'P-1', { ...unguarded, key: 'memory' }],
  ['a key in the storage of each tab', 'P-1', { ...unguarded, key: 'tab-storage' }],
  ['a server that keeps no keys and guards nothing', 'P-1', { ...unguarded, remembersKeys: false }],
  ['"payment failed" on a timeout', 'P-2', { ...OURS, printsFailedOnTimeout: true }],
];

describe('the model can fail', () => {
  test.each(controls)('%s breaks %s', (name, invariant, scheme) => {
    const found = seen(name, scheme, SMALL, invariant);
    expect(found.violations.get(invariant)).toBe(1);
    expect(found.traces.get(invariant)).toContain('start');
  });

  test('one page alone, loaded anew, pays twice with a key in memory', () => {
    const bounds = { ...TWO_PAGES, tabs: 1 };
    const found = seen('a key in memory, one page', { ...unguarded, key: 'memory' }, bounds, 'P-1');
    expect(found.violations.get('P-1')).toBe(1);
  });

  test('"payment failed" on a timeout still charges once: the key holds where the words lie', () => {
    const scheme = { ...OURS, printsFailedOnTimeout: true };
    const found = seen('"payment failed" on a timeout, to the end', scheme, SMALL, 'P-1');
    expect(found.complete).toBe(true);
    expect(found.violations.get('P-1') ?? 0).toBe(0);
  });

  test('our keys charge once even where the server guards nothing', () => {
    const bounds = { ...SMALL, presses: 2, declines: 1 };
    expectClean(seen('our keys, a server that guards nothing', unguarded, bounds));
  });
});
