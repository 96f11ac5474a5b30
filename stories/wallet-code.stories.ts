import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/wallet-code',
  component: 'wallet-code',
  parameters: {
    scene: {
      elements: ['wallet-code'],
      agoSeconds: 0,
      session: { currency: 'USD', paymentMethods: [{ type: 'mobile_money', networks: ['innbucks'] }] },
      before: async ({ pay }) =>
        pay({ type: 'mobile_money', details: { phone: '0771234567', network: 'innbucks' } }),
      until: 'action_required',
    },
  },
};
export default meta;

/** A code for the wallet's app. */
export const Code: Story = {};

/** Its time is over. */
export const Over: Story = { parameters: { scene: { agoSeconds: 119 } } };

/** A code that any bank's app of the country reads. */
export const BankCode: Story = {
  parameters: {
    scene: {
      session: { currency: 'ARS', paymentMethods: [{ type: 'bank_transfer', id: 'PCT' }] },
      before: async ({ pay }) => pay({ type: 'bank_transfer', methodId: 'PCT' }),
    },
  },
};
