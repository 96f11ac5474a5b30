import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'theme',
  about:
    'The corners of the whole are a number in the stylesheet: the token for them is documented, and does nothing.',
  file: 'src/theme/tokens.styles.ts',
  find: 'var(--checkout-radius-card, 16px)',
  replace: '16px',
  test: 'test/theme-tokens.test.ts',
};
