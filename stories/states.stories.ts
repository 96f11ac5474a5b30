import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = { title: 'Checkout/States', component: 'checkout-session' };
export default meta;

/** Order, methods, button. */
export const Ready: Story = {};
