import { expect, test } from 'vitest';
import { seedsOf } from './scene.js';
import { useLab } from './volume.js';

const lab = useLab();
const SCENES = 60;

test('however the network fails: one charge at most, and a screen that says what the books say', async () => {
  expect(await lab.play(seedsOf('mixed', SCENES))).toHaveLength(SCENES);
});
