import type { CaseResult } from '../support/proof.js';
import { Workbench } from './lab.js';
import { Play, type Played } from './play.js';
import { drawScene, type Scene } from './scene.js';

/** A browser behind a network that fails on purpose. */
export interface Lab {
  /** Plays the scenario of a seed. */
  run(seed: number): Promise<Played>;
  play(scene: Scene): Promise<Played>;
  close(): Promise<void>;
}

export async function openLab(): Promise<Lab> {
  const bench = await Workbench.open();
  const play = async (scene: Scene): Promise<Played> => {
    const played = await new Play(bench, scene).run();
    return { ...played, findings: [...played.findings, ...(await afterScenario(bench))] };
  };
  return {
    run: async (seed) => play(drawScene(seed)),
    play,
    close: async () => bench.close(),
  };
}

/** What is looked at after every scenario, whatever it was about. */
async function afterScenario(_bench: Workbench): Promise<CaseResult['findings']> {
  return Promise.resolve([]);
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
