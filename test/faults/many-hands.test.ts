import { describe, expect, test } from 'vitest';
import { seedsOf, type SceneKind } from './scene.js';
import { useLab } from './volume.js';

const lab = useLab();

describe('however often and wherever it is pressed', () => {
  test.each<[about: string, kind: SceneKind, scenes: number]>([
    ['two to five tabs at once: one charge, and every tab says so', 'tabs', 20],
    ['2 to 50 presses before anything else can run: one payment request', 'presses', 24],
    ['an amount that changed after it was shown: what is charged is what the button said', 'reprice', 16],
  ])('%s', async (_about, kind, scenes) => {
    expect(await lab.play(seedsOf(kind, scenes))).toHaveLength(scenes);
  });
});
