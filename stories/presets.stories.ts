import { PRESETS } from '../src/theme/presets.js';
import { pick } from './support/acts.js';
import { find } from './support/deep.js';
import type { CheckoutMeta, Story } from './support/scene.js';

/** The ready looks, each a stylesheet of tokens. The toolbar dresses every other story in them. */
const meta: CheckoutMeta = {
  title: 'Design/Presets',
  component: 'checkout-session',
  parameters: { scene: { session: { requiredFields: ['name', 'email'] } } },
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'pix');
    await find(canvasElement, '[name="email"]');
  },
};
export default meta;

const wearing = (preset: string): Story => ({
  globals: { preset },
  parameters: {
    docs: {
      description: { story: PRESETS.find(({ name }) => name === preset)?.description },
    },
  },
});

export const Default = wearing('default');
export const Soft = wearing('soft');
export const Sharp = wearing('sharp');
export const Compact = wearing('compact');
export const Warm = wearing('warm');
export const HighContrast = wearing('high-contrast');
