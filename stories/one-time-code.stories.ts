import { press, type } from './support/acts.js';
import { find } from './support/deep.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/one-time-code',
  component: 'one-time-code',
  parameters: {
    scene: {
      elements: ['one-time-code'],
      widest: 480,
      agoSeconds: 0,
      session: { currency: 'USD', paymentMethods: [{ type: 'mobile_money', networks: ['ecocash'] }] },
      before: async ({ pay }) =>
        pay({ type: 'mobile_money', details: { phone: '0775555555', network: 'ecocash' } }),
      until: 'action_required',
    },
  },
};
export default meta;

/** The code that came by message. */
export const Asked: Story = {};

/** A while later it can be sent again. */
export const SendAgain: Story = { parameters: { scene: { agoSeconds: 70 } } };

/** A wrong code. */
export const Refused: Story = {
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'input', '000000');
    await press(canvasElement, 'button.primary');
    await find(canvasElement, '[aria-invalid="true"]');
  },
};

/** No code is sent: the shopper dials for it. */
export const DialForIt: Story = {
  parameters: {
    scene: {
      session: { currency: 'XOF', paymentMethods: [{ type: 'mobile_money', networks: ['orange'] }] },
      before: async ({ pay }) =>
        pay({ type: 'mobile_money', details: { phone: '0701020304', network: 'orange' } }),
    },
  },
};
