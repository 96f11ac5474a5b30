import { pick } from './support/acts.js';
import { find } from './support/deep.js';
import { pressPay } from './support/acts.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/payment-method-picker',
  component: 'payment-method-picker',
  parameters: { scene: { elements: ['payment-method-picker'], widest: 480 } },
};
export default meta;

/** Several methods, none picked. */
export const Methods: Story = {};

/** One is picked. */
export const Picked: Story = { play: async ({ canvasElement }) => pick(canvasElement, 'pix') };

/** One alone is picked from the start. */
export const OnlyOne: Story = { parameters: { scene: { session: { paymentMethods: ['pix'] } } } };

/** Every type there is a mark for, in the words of each. */
export const EveryMark: Story = {
  parameters: {
    scene: {
      session: {
        currency: 'USD',
        paymentMethods: [
          { type: 'card', brands: ['visa', 'mastercard', 'amex', 'elo', 'hipercard', 'diners'] },
          { type: 'mobile_money', networks: ['ecocash', 'onemoney', 'innbucks'] },
          'zimswitch',
          { type: 'bank_redirect', label: 'Banco Sandbox' },
          'bank_transfer',
          'boleto',
          'pix',
        ],
      },
    },
  },
};

/** Pay was pressed and nothing is picked. */
export const NothingPicked: Story = {
  parameters: { scene: { elements: ['payment-method-picker', 'pay-button'] } },
  play: async ({ canvasElement }) => {
    await pressPay(canvasElement);
    await find(canvasElement, '#error');
  },
};
