import { describe, expect, test } from 'vitest';
import type { CheckoutState } from '../../src/core/machine/state.js';
import { PROVIDERS } from '../../src/core/providers/dialect.js';
import { checkCells, type Cell } from '../support/bad-cells.js';
import { mutations } from '../support/bad-fields.js';
import { Desk } from '../support/bad-rig.js';
import { collectSamples, type Sample } from '../support/bad-samples.js';
import { stateAfter, submitting, wrongWith } from '../support/bad-verdict.js';

const FILE = 'test/bad-input/fields.test.ts';

/** A cell may take this long on average. */
const AVERAGE_MS = 50;

/** Where a read may come in: on a page that has just opened, and on pages that ask what becomes of a payment. */
function placesOf(desk: Desk, sample: Sample): readonly CheckoutState[] {
  const sent = submitting(desk.dialect, sample);
  if (sample.kind === 'pay' || sent.status !== 'submitting') return [sent];
  const { session, methodId, attempt } = sent;
  return [
    { status: 'loading' },
    { status: 'unknown', session, methodId, attempt, gaveUp: false },
    { status: 'processing', session, methodId },
  ];
}

function* fieldCells(desk: Desk, provider: string, samples: readonly Sample[]): Generator<Cell> {
  for (const [index, sample] of samples.entries())
    for (const from of placesOf(desk, sample)) {
      const truth = stateAfter(desk.dialect, sample, sample.body, from);
      for (const mutation of mutations(sample.body, index === 0))
        yield {
          name: `${provider}, ${sample.kind}, ${sample.name}, in ${from.status}, ${mutation.path} ${mutation.how}`,
          run: () => wrongWith(truth, stateAfter(desk.dialect, sample, mutation.body, from), mutation),
        };
    }
}

/** Every so many cells also go through a whole page, over the wire: what it shows, and that it gets well again. */
const WIRE_EVERY = 40;

async function onPage(desk: Desk, sample: Sample, body: unknown): Promise<string | undefined> {
  let isWell = false;
  const page = desk.page({}, ({ kind }) =>
    kind === 'read' ? Promise.resolve(Response.json(isWell ? sample.body : body)) : undefined,
  );
  await page.load();
  // The first read of a page is forgiven twice.
  await page.until(['unavailable', 'ready', 'succeeded', 'processing', 'action_required', 'expired'], 30_000);
  const shown = page.state;
  isWell = true;
  page.checkout.dispatch({ type: 'session_requested' });
  await page.settle();
  await page.until([sample.status], 30_000);
  page.close();
  if (page.faults.length > 0) return `a fault of ours: ${String(page.faults[0])}`;
  if (shown.status === 'loading') return 'never stops loading';
  return undefined;
}

function* wireCells(desk: Desk, provider: string, samples: readonly Sample[]): Generator<Cell> {
  let count = 0;
  for (const sample of samples.filter(({ kind }) => kind === 'read'))
    for (const { path, how, body } of mutations(sample.body, false))
      if (count++ % WIRE_EVERY === 0)
        yield {
          name: `${provider}, over the wire, ${sample.name}, ${path} ${how}`,
          run: () => onPage(desk, sample, body),
        };
}

describe.each(PROVIDERS)('P-24: every field of every answer of %s', (provider) => {
  test(
    'changed in every way: a safe state, and no success, failure or open form that was not there',
    { timeout: 240_000 },
    async () => {
      const desk = await Desk.open(provider);
      const samples = await collectSamples(desk, provider);
      const began = performance.now();
      const count = await checkCells(FILE, fieldCells(desk, provider, samples));
      const wired = await checkCells(FILE, wireCells(desk, provider, samples));
      const ms = performance.now() - began;
      console.log(
        `P-24 ${provider}: ${String(count)} cells of ${String(samples.length)} answers, ${String(wired)} over the wire, ${(ms / 1000).toFixed(1)} s`,
      );
      expect(count).toBeGreaterThan(1_000);
      expect(ms / count).toBeLessThan(AVERAGE_MS);
    },
  );
});
