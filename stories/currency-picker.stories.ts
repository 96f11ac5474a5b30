import { choose } from './support/acts.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const BANK = { type: 'bank_redirect', label: 'Banco Sandbox' };

const meta: CheckoutMeta = {
  title: 'Elements/currency-picker',
  component: 'currency-picker',
  parameters: {
    scene: {
      elements: ['currency-picker', 'payment-method-picker', 'pay-button'],
      widest: 480,
      session: {
        currency: 'CLP',
        amount: 13_990,
        paymentMethods: [
          BANK,
          'card',
          { ...BANK, id: 'bank-usd', currency: 'USD', amount: 1451, exchangeRate: '0.00109' },
          { type: 'card', id: 'card-usd', currency: 'USD', amount: 1399, exchangeRate: '0.00109' },
        ],
      },
    },
  },
};
export default meta;

/** The shop's own currency. */
export const OwnCurrency: Story = {};

/** Another: its methods, with what each charges. */
export const OtherCurrency: Story = {
  play: async ({ canvasElement }) => choose(canvasElement, '#currency', 'USD'),
};
