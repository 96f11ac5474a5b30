import type { CaseResult } from '../support/proof.js';
import { Workbench } from './lab.js';
import { Play, type Played } from './play.js';
import { drawScene } from './scene.js';

/** A browser behind a network that fails on purpose. */
export interface Lab {
  /**
   * Plays the scenario of a seed.
   * @param patienceMs how long a screen may take to tell the truth before that is a finding
   */
  run(seed: number, patienceMs?: number): Promise<Played>;
  /** `false` once the browser has crashed: what was played meanwhile says nothing of the product. */
  readonly isAlive: boolean;
  close(): Promise<void>;
}

export async function openLab(): Promise<Lab> {
  const bench = await Workbench.open();
  return {
    run: async (seed, patienceMs) => {
      const played = await new Play(bench, drawScene(seed), patienceMs).run();
      return { ...played, findings: [...played.findings, ...(await afterScenario(bench))] };
    },
    get isAlive() {
      return bench.isAlive;
    },
    close: async () => bench.close(),
  };
}

/** What is looked at after every scenario, whatever it was about: the token, the card and the shopper's data are where they belong. */
async function afterScenario(bench: Workbench): Promise<CaseResult['findings']> {
  const leaks = await bench.leaks();
  return leaks.map((leak) => ({
    invariant: /event|console|error/.test(leak.sink) ? 'S-5' : /[sS]torage/.test(leak.sink) ? 'S-4' : 'S-3',
    message: `a secret came to light: ${JSON.stringify(leak)}`,
  }));
}

/** The command that plays a seed again. */
export const replayCommand = (seed: number): string => `npm run test:faults -- --replay C:${String(seed)}`;

/** A scenario that failed, told so that a reader needs no other source. */
export const story = ({ scene, findings, trace }: Played): string =>
  [
    ...findings.map(({ invariant, message }) => `${invariant}: ${message}`),
    replayCommand(scene.seed),
    JSON.stringify(scene),
    ...trace,
  ].join('\n');
