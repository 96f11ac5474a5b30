import { describe, expect, test } from 'vitest';
import { drawScene, seedsOf, type Scene, type SceneKind } from './scene.js';
import { useLab } from './volume.js';

/** Short, so that a bug that leaves the shopper without an answer fails soon. */
const lab = useLab(12_000);

const isPix = ({ provider, method }: Scene): boolean => provider === 'native' && method === 'pix';
const first = ({ pays }: Scene): string => pays[0]?.name ?? '';

/** One promise a row, on the few scenes that show it best: what a planted bug runs against. */
describe('each promise, on the scenes made for it', () => {
  test.each<[promise: string, about: string, kind: SceneKind, isWanted: (scene: Scene) => boolean]>([
    [
      'P-4',
      'a request that arrives twice with effect is charged once',
      'warm',
      (scene) => isPix(scene) && scene.bank === 'pays-at-once' && /^(drop|rst)-after|h2-/.test(first(scene)),
    ],
    [
      'P-6',
      'every tab learns what the bank said',
      'tabs',
      (scene) => isPix(scene) && scene.bank === 'pays-later',
    ],
    [
      'P-7',
      'a server that breaks after the effect is not taken for a refusal',
      'mixed',
      (scene) =>
        isPix(scene) &&
        first(scene) === '500-after' &&
        !scene.pays[0]?.withoutCors &&
        scene.bank !== 'declines-at-once',
    ],
    [
      'P-8',
      'what is unknown is asked until it is known',
      'mixed',
      (scene) => isPix(scene) && scene.outage && scene.healAfterMs > 800 && scene.deeds.length === 0,
    ],
    [
      'P-10',
      'a page that is loaded again sends nothing by itself',
      'reload',
      (scene) => isPix(scene) && scene.pays.length >= 2 && first(scene) === '500-before' && !scene.outage,
    ],
    [
      'P-17',
      'going offline over a payment is no proof that nothing was sent',
      'offline',
      (scene) =>
        isPix(scene) &&
        first(scene) === 'hold-then-drop' &&
        (scene.deeds[0]?.atMs ?? -1) >= 0 &&
        scene.bank === 'pays-at-once',
    ],
    [
      'P-25',
      'what is charged is what the button said',
      'reprice',
      (scene) =>
        isPix(scene) && scene.pays.length === 0 && scene.reads.length === 0 && scene.bank === 'pays-at-once',
    ],
    [
      'S-12',
      'a redirect is not followed with a payment in hand',
      'mixed',
      (scene) => isPix(scene) && first(scene) === 'redirect-307-cross-origin',
    ],
    [
      'S-25',
      'nobody else is asked for anything',
      'mixed',
      (scene) => isPix(scene) && scene.pays.length === 0,
    ],
  ])('%s: %s', async (promise, _about, kind, isWanted) => {
    const played = await lab.play(seedsOf(kind, 3, isWanted));
    expect(played.some(({ invariants }) => invariants.includes(promise))).toBe(true);
  });

  test('a seed draws the same scene every time', () => {
    const text = (seed: number): string =>
      JSON.stringify(drawScene(seed)).replaceAll(/"retryAfter":"[^"]*GMT"/g, '');
    for (let seed = 0; seed < 500; seed++) expect(text(seed)).toBe(text(seed));
  });
});
