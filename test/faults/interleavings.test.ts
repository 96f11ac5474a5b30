import { describe, expect, test } from 'vitest';
import { seedsOf, type SceneKind } from './scene.js';
import { useLab } from './volume.js';

const lab = useLab();

describe('however the network fails', () => {
  test.each<[about: string, kind: SceneKind, scenes: number]>([
    ['one charge at most, and a screen that says what the books say', 'mixed', 70],
    ['offline at any moment: nothing is lost, nothing is sent twice', 'offline', 24],
    ['loaded again, or left and come back to: nothing is sent that nobody pressed', 'reload', 28],
    ['a session whose time ends at any moment: the truth, and not “expired” over a payment', 'expiry', 24],
    ['a shopper who gives up or leaves: never away from a payment', 'leaving', 24],
  ])('%s', async (_about, kind, scenes) => {
    expect(await lab.play(seedsOf(kind, scenes))).toHaveLength(scenes);
  });
});
