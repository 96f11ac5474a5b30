import { expect, test } from 'vitest';
import { status, payButton } from '../support/shopper.js';
import { useRig } from './rig.js';
import type { Scene } from './scenes.js';
import { examine } from './walk.js';

/** Walks over scenes, each once, with every check on it. */
export function walkScenes(scenes: readonly Scene[]): void {
  const rig = useRig();
  test.each(scenes)('$name', async (scene) => {
    const { page, release } = await scene.open(rig);
    expect(await status(page)).toBe(scene.status);
    await expectFactsAtThePayButton(page, scene);
    const { tree, faults } = await examine(page);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    await expect(tree).toMatchFileSnapshot(`./trees/${fileName(scene)}`);
    expect(await status(page)).toBe(scene.status);
    await page.close();
    release?.();
  });
}

export const fileName = ({ name }: Scene): string => `${name.replaceAll(/[^\w]+/g, '-').toLowerCase()}.yaml`;

/** U-5: how much, to whom and by what, on the button and in the line that describes it. */
async function expectFactsAtThePayButton(page: Parameters<typeof payButton>[0], { status: at, method }: Scene): Promise<void> {
  if (at !== 'ready' || method === undefined) return;
  await payButton(page).waitFor();
  const text = await page.locator('pay-button').evaluate(({ shadowRoot }) => shadowRoot?.textContent ?? '');
  expect(text).toMatch(/\d[\d.,]*\d/);
  expect(text).toContain('Café do Porto');
  expect(text).toMatch(/ by | with |·/);
}
