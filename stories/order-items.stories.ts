import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/order-items',
  component: 'order-items',
  parameters: {
    scene: {
      elements: ['order-summary'],
      widest: 480,
      session: {
        items: Array.from({ length: 240 }, (_, index) => ({
          name: `Part no. ${String(index + 1)}`,
          quantity: 1 + (index % 3),
          unitAmount: 199 + index,
        })),
      },
    },
  },
};
export default meta;

/** 240 items in a view that scrolls. */
export const ManyItems: Story = {};
