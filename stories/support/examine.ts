import axe from 'axe-core';
import { showUnscaled } from './acts.js';
import { deepAll, isSeen, waitFor } from './deep.js';
import { applyLook, type Look } from './looks.js';
import { lookOf, sceneOf, type StoryContext } from './render-scene.js';
import type { Scene } from './scene.js';

/** The looks that every story is examined in. */
const LOOKS: readonly (readonly [name: string, look: Partial<Look>])[] = [
  ['light', { theme: 'light', direction: 'auto' }],
  ['dark', { theme: 'dark', direction: 'auto' }],
  ['right to left', { theme: 'light', locale: 'ar', direction: 'auto' }],
];

/** What a story must keep, whatever it shows: it reaches its state, shows its element, and axe finds nothing in any look. */
export async function examine(story: StoryContext): Promise<void> {
  showUnscaled();
  const { holder, checkout } = sceneOf(story.id);
  const { until = 'ready', shows = String(story.component) } = (story.parameters['scene'] ?? {}) as Scene;
  await waitFor(
    () => `${until}, but ${checkout.state.status}`,
    () => checkout.state.status === until,
  );
  await waitFor(`${shows} to see`, () => deepAll(story.canvasElement, shows).some(isSeen));
  const faults: string[] = [];
  for (const [name, look] of LOOKS) {
    const dressed = { ...lookOf(story.globals), ...look, motion: 'reduced' } as const;
    applyLook(holder, dressed);
    // The words of a language are fetched.
    await waitFor(`words of ${dressed.locale}`, () =>
      deepAll(holder, '[part~="root"]').every(({ lang }) => lang.startsWith(dressed.locale)),
    );
    await atRest(story.canvasElement);
    const found = [
      ...(await faultsIn(axe, story.canvasElement)),
      ...(await faultsInFrames(story.canvasElement)),
    ];
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
  applyLook(holder, lookOf(story.globals));
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** Every rule, best practices included. A story is no whole page, so that landmarks are the page's. */
async function faultsIn(rules: typeof axe, root: Element): Promise<readonly string[]> {
  // A frame answers for itself: the checkout's own below, the bank's page never.
  const { violations } = await rules.run(root, { iframes: false, rules: { region: { enabled: false } } });
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join(' ')}`,
  );
}

/** The card frame's document is our own, and in a story it is on the page's own origin. */
async function faultsInFrames(root: HTMLElement): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const frame of deepAll<HTMLIFrameElement>(root, 'iframe')) {
    const { contentDocument, contentWindow } = frame;
    // The form of a method that is not picked has no look to judge, and is told of none.
    if (!isSeen(frame)) continue;
    if (!contentDocument?.getElementById('cc-number') || !contentWindow) continue;
    const text = getComputedStyle((frame.getRootNode() as ShadowRoot).host).color;
    const label = contentDocument.querySelector('label') ?? contentDocument.body;
    await waitFor('look of the card frame', () => getComputedStyle(label).color === text);
    const inside = contentWindow as typeof contentWindow & { axe?: typeof axe };
    if (!inside.axe)
      contentDocument.head.append(
        Object.assign(contentDocument.createElement('script'), { text: axe.source }),
      );
    // The document lets through what lies behind it, which a check from within takes for white.
    contentDocument.documentElement.style.background = groundBehind(frame);
    if (inside.axe) faults.push(...(await faultsIn(inside.axe, contentDocument.body)));
  }
  return faults;
}

function groundBehind(element: Element): string {
  for (
    let node: Node | null = element;
    node;
    node = node instanceof ShadowRoot ? node.host : node.parentNode
  ) {
    const color = node instanceof Element ? getComputedStyle(node).backgroundColor : '';
    if (color && !/^rgba\(.*, 0\)$/.test(color)) return color;
  }
  return 'Canvas';
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

/** What only begins later is at rest until then. */
function isMoving({ playState, effect, currentTime }: Animation): boolean {
  const { delay = 0, iterations = 1 } = effect?.getTiming() ?? {};
  return playState === 'running' && iterations !== Infinity && Number(currentTime) >= delay;
}
