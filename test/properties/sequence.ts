import type { CaseResult } from '../support/proof.js';
import { judgeClock, judgeScreens, judgeWaiting } from './judge.js';
import { planOf } from './plan.js';
import { dropSandbox } from './server.js';
import { payerPays, payLate, take } from './steps.js';
import { Broken, World, type Less } from './world.js';

/** A browser has it; faults in the page's own listeners end there. */
(globalThis as { reportError?: (fault: unknown) => void }).reportError ??= () => undefined;

export interface Run extends CaseResult {
  readonly trace: readonly string[];
  /** Numbers of the requests that met something. */
  readonly fates: readonly number[];
  readonly commands: number;
}

let before: Promise<unknown> = Promise.resolve();

/** Runs the sequence of a seed, or what `less` leaves of it. One after the other: they share a sandbox. */
export async function play(seed: number, less: Less = {}, isTraced = false): Promise<Run> {
  const run = before.then(async () => playNow(seed, less, isTraced));
  before = run.catch(() => undefined);
  return run;
}

async function playNow(seed: number, less: Less, isTraced: boolean): Promise<Run> {
  const plan = planOf(seed);
  const world = await World.create(plan, less, isTraced);
  let healedMs: number | undefined;
  try {
    for (const skew of plan.skews) await world.openTab(skew);
    for (const [index, command] of plan.commands.entries()) {
      if (less.commands?.has(index)) continue;
      await take(world, command);
      for (const tab of world.tabs) judgeClock(world, tab);
      world.check();
    }
    healedMs = await heal(world);
  } catch (fault) {
    if (!(fault instanceof Broken))
      world.context.broken('P-26', `the harness or the client threw: ${String((fault as Error).stack)}`);
  }
  for (const tab of world.tabs) tab.destroy();
  if (world.findings.length > 0) dropSandbox();
  else world.server.close();
  return {
    invariants: [...world.invariants],
    findings: world.findings,
    doubleArrivals: world.network.doubles,
    healedMs,
    trace: world.trace ?? [],
    fates: world.fates,
    commands: plan.commands.length,
  };
}

/** The network is whole again, time passes, and everything must come to rest in the truth. */
async function heal(world: World): Promise<number | undefined> {
  const { network, server, plan } = world;
  world.note('- the network is whole again');
  await take(world, { type: 'online' });
  network.isHealed = true;
  for (const tab of world.tabs) tab.saysOnline = true;
  const healedMs = await judgeWaiting(world);
  world.check();
  world.note(`- at the end the payer ${plan.atEnd}`);
  if (plan.atEnd === 'late') payLate(world);
  else if (server.record.status === 'processing') {
    if (plan.atEnd === 'pays') payerPays(world);
    if (plan.atEnd === 'declines') server.sandbox.decline(server.id);
  }
  await judgeWaiting(world);
  world.check();
  await judgeScreens(world);
  world.check();
  return healedMs;
}

/** A failure is to be read soon: the last request that could still be left out is not worth minutes. */
const MAX_TRIES = 150;

/** Leaves out what the failure does not need, one by one, for as long as that goes on helping. */
async function shrink(seed: number, invariant: string): Promise<Less> {
  const commands = new Set<number>();
  const fates = new Set<number>();
  let triesLeft = MAX_TRIES;
  const stillFails = async (): Promise<Run | undefined> => {
    if (triesLeft-- <= 0) return undefined;
    const run = await play(seed, { commands, fates });
    return run.findings.some((finding) => finding.invariant === invariant) ? run : undefined;
  };
  let run = await stillFails();
  for (let isSmaller = true; isSmaller && run;) {
    isSmaller = false;
    const left = (size: number, gone: ReadonlySet<number>): number[] =>
      Array.from({ length: size }, (_, index) => size - 1 - index).filter((index) => !gone.has(index));
    for (const [set, candidates] of [
      [commands, left(run.commands, commands)],
      [fates, run.fates.filter((index) => !fates.has(index))],
    ] as const)
      for (const candidate of candidates) {
        set.add(candidate);
        const smaller = await stillFails();
        if (smaller) {
          run = smaller;
          isSmaller = true;
        } else set.delete(candidate);
      }
  }
  return { commands, fates };
}

/** One sequence, from one number: the same number, the same sequence. */
export async function runSequence(seed: number): Promise<CaseResult> {
  const { invariants, findings, doubleArrivals, healedMs } = await play(seed);
  if (findings.length === 0) return { invariants, findings, doubleArrivals, healedMs };
  const [{ invariant, message } = { invariant: '', message: '' }] = findings;
  const smallest = await play(seed, await shrink(seed, invariant), true);
  return {
    invariants,
    doubleArrivals,
    healedMs,
    findings: [
      {
        invariant,
        message: [
          message,
          `replay: npm run test:faults -- --replay F:${String(seed)}`,
          'the smallest sequence of this seed that still fails:',
          ...smallest.trace,
        ].join('\n'),
      },
    ],
  };
}
