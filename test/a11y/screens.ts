import { expect, test } from 'vitest';
import { payButton, status } from '../support/shopper.js';
import type { Spoken } from './in-page.js';
import { useRig } from './rig.js';
import type { Scene } from './scenes.js';
import { examine, spoken } from './walk.js';

/** Walks over scenes, each once, with every check on it. */
export function walkScenes(scenes: readonly Scene[]): void {
  const rig = useRig();
  test.each(scenes)('$name', async (scene) => {
    const { page, release } = await scene.open(rig);
    expect(await status(page)).toBe(scene.status);
    await expectFactsAtThePayButton(page, scene);
    const { tree, faults } = await examine(page);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    expect(saidTwice(await spoken(page))).toEqual([]);
    await expect(tree).toMatchFileSnapshot(`./trees/${fileName(scene)}`);
    expect(await status(page)).toBe(scene.status);
    await page.close();
    release?.();
  });
}

/** U-6: of each step of the checkout its own two regions say one thing at most, and never twice. */
const saidTwice = (all: readonly Spoken[]): readonly string[] => {
  const own = all.filter(({ isOwn }) => isOwn);
  return own
    .filter(({ status: at, text }, index) => at === own[index - 1]?.status || text === own[index - 1]?.text)
    .map(({ text }) => text);
};

export const fileName = ({ name }: Scene): string => `${name.replaceAll(/[^\w]+/g, '-').toLowerCase()}.yaml`;

/** U-5: how much, to whom and by what, on the button and in the line that describes it. */
async function expectFactsAtThePayButton(
  page: Parameters<typeof payButton>[0],
  { status: at, method }: Scene,
): Promise<void> {
  if (at !== 'ready' || method === undefined) return;
  await payButton(page).waitFor();
  const text = await page.locator('pay-button').evaluate(({ shadowRoot }) => shadowRoot?.textContent ?? '');
  expect(text).toMatch(/\d[\d.,]*\d/);
  expect(text).toContain('Café do Porto');
  expect(text).toMatch(/ by | with |·/);
}
