import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'The checkout runs as the page around it does, whatever language it speaks.',
  file: 'src/elements/checkout-session/checkout-session.ts',
  find: `      dir=\${i18n.direction}
`,
  replace: '',
  test: 'test/elements/direction.test.ts',
};
