import { pressPay, type } from './support/acts.js';
import { find } from './support/deep.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/mobile-money-form',
  component: 'mobile-money-form',
  parameters: {
    scene: {
      elements: ['mobile-money-form', 'pay-button'],
      widest: 480,
      session: {
        currency: 'USD',
        paymentMethods: [{ type: 'mobile_money', networks: ['ecocash', 'onemoney'] }],
      },
    },
  },
};
export default meta;

/** The wallet is known by the number. */
export const Empty: Story = {};

export const Filled: Story = {
  play: async ({ canvasElement }) => type(canvasElement, 'input[type="tel"]', '0771234567'),
};

export const Refused: Story = {
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'input[type="tel"]', '12');
    await pressPay(canvasElement);
    await find(canvasElement, '[aria-invalid="true"]');
  },
};

/** One wallet is no question. */
export const OneWallet: Story = {
  parameters: { scene: { session: { paymentMethods: [{ type: 'mobile_money', networks: ['ecocash'] }] } } },
};

export const InKenya: Story = {
  parameters: {
    scene: {
      session: { currency: 'KES', paymentMethods: [{ type: 'mobile_money', networks: ['mpesa', 'airtel'] }] },
    },
  },
};
