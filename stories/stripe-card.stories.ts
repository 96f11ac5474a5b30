import { find } from './support/deep.js';
import type { CheckoutMeta, Story } from './support/scene.js';
import { standInForStripe } from './support/stripe-stand-in.js';

const withMode = (mode: string) => ({
  paymentMethods: [{ type: 'card', tokenizer: { name: 'stripe', publicKey: 'pk_test_story', mode } }],
});

const meta: CheckoutMeta = {
  title: 'Elements/stripe-card',
  component: 'stripe-card',
  parameters: {
    scene: { elements: ['card-form', 'pay-button'], widest: 480, session: withMode('payment_method') },
  },
  beforeEach: standInForStripe,
  play: async ({ canvasElement }) => {
    await find(canvasElement, 'stripe-card');
  },
};
export default meta;

/** Stripe's Payment Element has its place here. In the Storybook a stand-in does: there is no network. */
export const Fields: Story = {};

/** Its Card Element, which is one line. */
export const OneLine: Story = { parameters: { scene: { session: withMode('token') } } };
