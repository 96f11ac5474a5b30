import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/mobile-money-prompt',
  component: 'mobile-money-prompt',
  parameters: {
    scene: {
      elements: ['mobile-money-prompt'],
      widest: 480,
      agoSeconds: 0,
      session: {
        currency: 'USD',
        paymentMethods: [{ type: 'mobile_money', networks: ['ecocash', 'onemoney'] }],
      },
      before: async ({ pay }) =>
        pay({ type: 'mobile_money', details: { phone: '0779999999', network: 'ecocash' } }),
      until: 'action_required',
    },
  },
};
export default meta;

/** Approve it on the phone. */
export const Approve: Story = {};

/** A while later the message can be sent again. */
export const SendAgain: Story = { parameters: { scene: { agoSeconds: 70 } } };

/** The time of the prompt is over. */
export const Over: Story = { parameters: { scene: { agoSeconds: 119 } } };

/** A network that knows no number to dial. */
export const OneMoney: Story = {
  parameters: {
    scene: {
      before: async ({ pay }) =>
        pay({ type: 'mobile_money', details: { phone: '0719999999', network: 'onemoney' } }),
    },
  },
};
