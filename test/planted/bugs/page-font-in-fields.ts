import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-16',
  about: 'A style of the page says in which font the shopper types.',
  file: 'src/theme/controls.styles.ts',
  find: 'font-family: system-ui, sans-serif !important;',
  replace: '',
  test: 'test/e2e/integrity/hostile-card.test.ts',
  title: 'learns no character',
  built: true,
};
