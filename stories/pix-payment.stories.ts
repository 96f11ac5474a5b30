import { press } from './support/acts.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/pix-payment',
  component: 'pix-payment',
  parameters: {
    scene: {
      elements: ['pix-payment'],
      session: { paymentMethods: ['pix'], expiresIn: 7200 },
      before: async ({ pay }) => pay({ type: 'pix' }),
      until: 'action_required',
    },
  },
};
export default meta;

/** The code to scan or to copy, and the time that is left for it. */
export const Code: Story = {};

/** In little room the code to copy comes first. */
export const Narrow: Story = { parameters: { scene: { widest: 320 } } };

/** Less than a minute is left. */
export const NearlyOver: Story = { parameters: { scene: { agoSeconds: 860 } } };

/** The code's time is over, and the server has not said yet that nobody paid. */
export const Over: Story = { parameters: { scene: { agoSeconds: 901 } } };

/** Asked by the shopper, and not paid yet. */
export const Checked: Story = { play: async ({ canvasElement }) => press(canvasElement, 'button.secondary') };
