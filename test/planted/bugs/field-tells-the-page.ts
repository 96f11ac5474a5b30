import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-2',
  about: 'The page is told what stands in a field, for a preview of the card.',
  file: 'src/card-frame/frame/field.ts',
  find: 'this.#before = shown.value;',
  replace: "this.#before = shown.value; parent.postMessage(shown.value, '*');",
  test: 'test/e2e/integrity/hostile-card.test.ts',
  title: 'hears its own field',
  built: true,
};
