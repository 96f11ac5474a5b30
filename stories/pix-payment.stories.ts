import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/pix-payment',
  component: 'pix-payment',
  parameters: {
    scene: { session: { paymentMethods: ['pix'] }, elements: ['pix-payment'], until: 'action_required' },
  },
};
export default meta;

/** The code to scan or to copy, and the time that is left for it. */
export const Code: Story = {
  parameters: { scene: { before: async ({ pay }) => pay({ type: 'pix' }) } },
};
