import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/order-summary',
  component: 'order-summary',
  parameters: { scene: { elements: ['order-summary'] } },
};
export default meta;

export const OneItem: Story = {};
