import { expect, test } from 'vitest';
import { seedsOf } from './scene.js';
import { useLab } from './volume.js';

const lab = useLab();
const SCENES = 20;

test('a session whose time ends at any moment: the truth, and not “expired” over a payment', async () => {
  expect(await lab.play(seedsOf('expiry', SCENES))).toHaveLength(SCENES);
});
