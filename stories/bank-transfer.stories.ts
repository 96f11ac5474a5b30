import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/bank-transfer',
  component: 'bank-transfer',
  parameters: {
    scene: {
      elements: ['bank-transfer'],
      widest: 640,
      agoSeconds: 0,
      session: { currency: 'MXN', amount: 125_050, expiresIn: 7200, paymentMethods: ['bank_transfer'] },
      before: async ({ pay }) => pay({ type: 'bank_transfer' }),
      until: 'action_required',
    },
  },
};
export default meta;

/** SPEI: a CLABE. */
export const Mexico: Story = {};

/** CVU and alias. */
export const Argentina: Story = { parameters: { scene: { session: { currency: 'ARS' } } } };

/** ACH: routing and account number. */
export const UnitedStates: Story = { parameters: { scene: { session: { currency: 'USD' } } } };

/** Pago móvil. */
export const Venezuela: Story = { parameters: { scene: { session: { currency: 'VES' } } } };

/** IBAN and BIC. */
export const Euro: Story = { parameters: { scene: { session: { currency: 'EUR' } } } };

/** The time for it is over. */
export const Over: Story = { parameters: { scene: { agoSeconds: 1801 } } };
