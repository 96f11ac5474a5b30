import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-21',
  about: 'The card frame loads a file that is not in its inventory.',
  file: 'src/card-frame/frame/main.ts',
  find: 'document.body.append(form.element);',
  replace: "document.body.append(form.element); void fetch('more.json');",
  test: 'test/e2e/integrity/card-frame-served.test.ts',
  title: 'a purchase loads',
  built: true,
};
