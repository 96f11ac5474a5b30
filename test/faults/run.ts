/**
 * `npm run test:faults -- --minutes N --seed S`: for as long as it is told, Chromium behind a network that fails on
 * purpose (tier C), and between that sequences on the client alone (tier F). Builds first. Everything but time follows
 * from the seed. Prints what was put to the test for each promise, and for every failure the command that plays it again:
 * `npm run test:faults -- --replay C:123`.
 */
import { fork, spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { useBrowser } from '../support/find-browser.mjs';
import type { CaseResult } from '../support/proof.js';
import type { Played } from './play.js';
import { openLab, story, type Lab } from './scenario.js';
import { Tally } from './tally.js';

const root = path.join(import.meta.dirname, '../..');
/** Browsers at a time: most of a scenario is waiting. */
const LABS = 2;
const C_TURN_MS = 25_000;
const F_TURN_MS = 5_000;

/** Sequences in a process of their own: their simulated time must not wait for this one's sockets. */
class Sequences {
  readonly #child = fork(path.join(root, 'test/faults/sequences.ts'));

  async run(seed: number): Promise<CaseResult> {
    return new Promise((resolve, reject) => {
      this.#child.once('message', (result) => {
        resolve(result as CaseResult);
      });
      this.#child.once('exit', () => {
        reject(new Error(`the sequence of seed ${String(seed)} ended its process`));
      });
      this.#child.send(seed);
    }).finally(() => {
      this.#child.removeAllListeners();
    }) as Promise<CaseResult>;
  }

  close(): void {
    this.#child.disconnect();
  }
}

function build(): void {
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--app', '--logLevel', 'warn'],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('the build failed');
}

/** A laboratory that outlives its browser: a scenario in which the browser crashed is played again in a new one. */
class LastingLab {
  #lab: Lab | undefined;

  async run(seed: number): Promise<Played> {
    for (;;) {
      const lab = (this.#lab ??= await openLab());
      try {
        const played = await lab.run(seed);
        if (lab.isAlive) return played;
      } catch (error) {
        if (lab.isAlive) throw error;
      }
      console.log(`the browser crashed in C:${String(seed)}, which is played again`);
      await this.close();
    }
  }

  async close(): Promise<void> {
    await this.#lab?.close();
    this.#lab = undefined;
  }
}

/** The seed of case `index` of a run: neighbours, so that every kind of scene gets its turn. */
const caseSeed = (seed: number, index: number): number => (Math.imul(seed, 0x9e3779b1) + index) >>> 0;

const command = (tier: string, seed: number): string =>
  `npm run test:faults -- --replay ${tier}:${String(seed)}`;

class Run {
  readonly tallies: Readonly<Record<'C' | 'F', Tally>> = { C: new Tally(), F: new Tally() };
  readonly all = new Tally();
  readonly failures: string[] = [];
  readonly #next = { C: 0, F: 0 };
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** One case of a tier: the next in line. */
  async step(tier: 'C' | 'F', play: (seed: number) => Promise<CaseResult | Played>): Promise<void> {
    const seed = caseSeed(this.#seed, this.#next[tier]++);
    const result = await play(seed);
    this.tallies[tier].add(result);
    this.all.add(result);
    if (result.findings.length === 0) return;
    const found = result.findings.map(({ invariant, message }) => `  ${invariant}: ${message}`);
    const text = [`FAILED ${command(tier, seed)}`, ...found].join('\n');
    this.failures.push(text);
    // What depends on the moment may not come back in a replay: the story is told now.
    console.log('trace' in result ? `FAILED ${story(result)}` : text);
  }

  report(): void {
    const { C, F } = this.tallies;
    console.log(`\n${this.all.table()}`);
    console.log(`\ntier C: ${String(C.cases)} scenarios, ${String(C.failures)} failed; ${C.heals()}`);
    console.log(`        ${String(C.doubleArrivals)} with a proven double arrival of one request`);
    console.log(`tier F: ${String(F.cases)} sequences, ${String(F.failures)} failed`);
    if (this.failures.length > 0) console.log(`\n${this.failures.join('\n')}`);
    console.log(`\nseed ${String(this.#seed)}`);
    console.log(`${String(this.all.cases - this.all.failures)} passed, ${String(this.all.failures)} failed`);
  }
}

async function runFor(minutes: number, seed: number): Promise<void> {
  const sequences = new Sequences();
  const labs = Array.from({ length: LABS }, () => new LastingLab());
  const run = new Run(seed);
  const end = performance.now() + minutes * 60_000;
  const turn = async (ms: number, step: () => Promise<void>): Promise<void> => {
    const until = Math.min(end, performance.now() + ms);
    while (performance.now() < until) await step();
  };
  console.log(`seed ${String(seed)}, ${String(minutes)} min`);
  while (performance.now() < end) {
    await Promise.all(
      labs.map(async (lab) => turn(C_TURN_MS, async () => run.step('C', async (one) => lab.run(one)))),
    );
    await turn(F_TURN_MS, async () => run.step('F', async (one) => sequences.run(one)));
  }
  sequences.close();
  await Promise.all(labs.map(async (lab) => lab.close()));
  run.report();
  process.exitCode = run.failures.length > 0 ? 1 : 0;
}

/** Plays one case and tells its whole story. */
async function replay(which: string): Promise<void> {
  const [, tier, digits = ''] = /^([CF]):(\d+)$/.exec(which) ?? [];
  if (tier === undefined) throw new Error(`--replay takes C:<seed> or F:<seed>, not ${which}`);
  const seed = Number(digits);
  let failed: boolean;
  if (tier === 'F') {
    const sequences = new Sequences();
    const result = await sequences.run(seed);
    sequences.close();
    console.log(JSON.stringify(result, undefined, 2));
    failed = result.findings.length > 0;
  } else {
    const lab: Lab = await openLab();
    const played = await lab.run(seed);
    await lab.close();
    console.log(story(played));
    failed = played.findings.length > 0;
  }
  console.log(failed ? '\n0 passed, 1 failed' : '\n1 passed, 0 failed');
  process.exitCode = failed ? 1 : 0;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string' }, seed: { type: 'string' }, replay: { type: 'string' } },
  });
  useBrowser();
  build();
  if (values.replay !== undefined) await replay(values.replay);
  else await runFor(Number(values.minutes ?? 1), Number(values.seed ?? Date.now() % 1_000_000_000));
}

await main();
