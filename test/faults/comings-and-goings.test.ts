import { describe, expect, test } from 'vitest';
import { seedsOf, type SceneKind } from './scene.js';
import { useLab } from './volume.js';

const lab = useLab();

describe('however the shopper comes and goes', () => {
  test.each<[about: string, kind: SceneKind, scenes: number]>([
    ['offline at any moment: nothing is lost, nothing is sent twice', 'offline', 20],
    ['loaded again, or left and come back to: nothing is sent that nobody pressed', 'reload', 24],
    ['a shopper who gives up or leaves: never away from a payment', 'leaving', 20],
  ])('%s', async (_about, kind, scenes) => {
    expect(await lab.play(seedsOf(kind, scenes))).toHaveLength(scenes);
  });
});
