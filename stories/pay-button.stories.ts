import { pick, pressPay, until } from './support/acts.js';
import { sceneOf } from './support/render-scene.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/pay-button',
  component: 'pay-button',
  parameters: { scene: { elements: ['pay-button'], widest: 480, session: { paymentMethods: ['pix'] } } },
};
export default meta;

/** The amount and whom it pays. */
export const Pay: Story = {};

export const Donate: Story = { parameters: { scene: { session: { submitType: 'donate' } } } };

export const Book: Story = { parameters: { scene: { session: { submitType: 'book' } } } };

/** Pressed, and on its way. */
export const Submitting: Story = {
  parameters: { scene: { until: 'submitting' } },
  play: async ({ canvasElement, id }) => {
    await until(canvasElement, 'ready');
    sceneOf(id).sandbox.setFault({ mode: 'hang', on: 'pay' });
    await pressPay(canvasElement);
  },
};

/** In a currency of its own the button says what is really charged. */
export const OtherCurrency: Story = {
  parameters: {
    scene: {
      elements: ['payment-method-picker', 'pay-button'],
      session: {
        currency: 'CLP',
        amount: 13_990,
        paymentMethods: [
          {
            type: 'bank_redirect',
            id: 'bank-usd',
            label: 'Banco Sandbox',
            currency: 'USD',
            amount: 1451,
            exchangeRate: '0.00109',
          },
          'card',
        ],
      },
    },
  },
  play: async ({ canvasElement }) => pick(canvasElement, 'bank-usd'),
};
