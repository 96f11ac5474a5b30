import { describe, expect, test } from 'vitest';
import { seedsOf, type SceneKind } from './scene.js';
import { useLab } from './volume.js';

const lab = useLab();

describe('however the network fails', () => {
  test.each<[about: string, kind: SceneKind, scenes: number]>([
    ['one charge at most, and a screen that says what the books say', 'mixed', 60],
    ['a session whose time ends at any moment: the truth, and not “expired” over a payment', 'expiry', 20],
  ])('%s', async (_about, kind, scenes) => {
    expect(await lab.play(seedsOf(kind, scenes))).toHaveLength(scenes);
  });
});
