import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-4',
  about: 'What is wrong is said, and the focus stays on the button: nobody is taken to it.',
  file: 'src/controllers/session-controller.ts',
  find: 'if (wrong) wrong.focus();\n    else if',
  replace: 'if (wrong) void wrong;\n    else if',
  test: 'test/a11y/fields.test.ts',
  title: 'is wrong says so',
  built: true,
};
