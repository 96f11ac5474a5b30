import axe from 'axe-core';
import { deepAll, isSeen, waitFor } from './deep.js';
import { applyLook, type Look } from './looks.js';
import { lookOf, sceneOf, type StoryContext } from './render-scene.js';
import type { Scene } from './scene.js';

/** The looks that every story is examined in. */
const LOOKS: readonly (readonly [name: string, look: Partial<Look>])[] = [
  ['light', { theme: 'light', direction: 'ltr' }],
  ['dark', { theme: 'dark', direction: 'ltr' }],
  ['right to left', { theme: 'light', direction: 'rtl' }],
];

/** What a story must keep, whatever it shows: it reaches its state, shows its element, and axe finds nothing in any look. */
export async function examine(story: StoryContext): Promise<void> {
  const { holder, checkout } = sceneOf(story.id);
  const { until = 'ready', shows = String(story.component) } = (story.parameters['scene'] ?? {}) as Scene;
  await waitFor(
    () => `${until}, but ${checkout.state.status}`,
    () => checkout.state.status === until,
  );
  await waitFor(`${shows} to see`, () => deepAll(story.canvasElement, shows).some(isSeen));
  const faults: string[] = [];
  for (const [name, look] of LOOKS) {
    applyLook(holder, { ...lookOf(story.globals), ...look, motion: 'reduced' });
    await atRest(story.canvasElement);
    const { violations } = await axe.run(story.canvasElement, { rules: { region: { enabled: false } } });
    for (const { id, nodes } of violations)
      faults.push(
        `${name}: ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join(' ')}`,
      );
  }
  applyLook(holder, lookOf(story.globals));
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** Nothing is fading in or out any more, so that every colour is the one that stays. */
async function atRest(root: HTMLElement): Promise<void> {
  // A style that was just set begins its transitions with the next frame.
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  await waitFor('rest', () => !animationsIn(root).some(isMoving));
}

const animationsIn = (root: HTMLElement): readonly Animation[] => [
  ...root.getAnimations({ subtree: true }),
  ...deepAll(root, '*').flatMap(({ shadowRoot }) => shadowRoot?.getAnimations() ?? []),
];

const isMoving = ({ playState, effect }: Animation): boolean =>
  playState === 'running' && effect?.getTiming().iterations !== Infinity;
