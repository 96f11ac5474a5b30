import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/payment-redirect',
  component: 'payment-redirect',
  parameters: {
    scene: {
      elements: ['payment-redirect'],
      widest: 480,
      session: { currency: 'CLP', amount: 13_990, paymentMethods: ['bank_redirect'] },
      before: async ({ pay }) => pay({ type: 'bank_redirect' }),
      until: 'action_required',
    },
  },
};
export default meta;

/** On to the bank's page. */
export const ToTheBank: Story = {};

/** ZimSwitch has a page of its own. */
export const ZimSwitch: Story = {
  parameters: {
    scene: {
      session: { currency: 'USD', amount: 2500, paymentMethods: ['zimswitch'] },
      before: async ({ pay }) => pay({ type: 'zimswitch' }),
    },
  },
};

/** An address that is not safe to follow. */
export const BrokenAddress: Story = {
  parameters: {
    scene: { rewrite: (answer: string) => answer.replaceAll(/"url":"[^"]*"/g, '"url":"ftp://bank.example"') },
  },
};
