import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-23',
  about: 'Who selects and copies the number of a boleto by hand gets its dots and spaces as well.',
  file: 'src/elements/action-screen/copy-controller.ts',
  find: "event.clipboardData?.setData('text/plain', text);\n    event.preventDefault();",
  replace: '',
  test: 'test/elements/action-screens.test.ts',
  title: 'copies them bare',
};
