import { cardFrame } from './support/acts.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const offers = (...counts: readonly number[]) =>
  counts.map((count) => ({
    count,
    amount: Math.ceil(12_990 / count),
    total: count > 6 ? Math.ceil(12_990 / count) * count : 12_990,
    ...(count > 6 && { interestRate: '1.99' }),
  }));

const meta: CheckoutMeta = {
  title: 'Elements/card-installments',
  component: 'card-installments',
  parameters: {
    scene: {
      elements: ['card-form', 'pay-button'],
      widest: 480,
      session: { paymentMethods: [{ type: 'card', installments: offers(1, 2, 3, 6, 10, 12) }] },
    },
  },
  play: async ({ canvasElement }) => {
    await cardFrame(canvasElement);
  },
};
export default meta;

/** Some without interest, some with. */
export const Offers: Story = {};

/** One offer is no question, but it is told. */
export const OneOffer: Story = {
  parameters: { scene: { session: { paymentMethods: [{ type: 'card', installments: offers(3) }] } } },
};
