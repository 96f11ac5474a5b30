import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/order-summary',
  component: 'order-summary',
  parameters: { scene: { elements: ['order-summary'], widest: 480 } },
};
export default meta;

const ITEMS = [
  { name: 'Coffee beans, dark roast', description: '1 kg, whole', quantity: 2, unitAmount: 4500 },
  { name: 'Paper filters', quantity: 1, unitAmount: 1990 },
];

/** Only a sum. */
export const SumAlone: Story = {};

/** Items, with what they are and how many. */
export const Items: Story = { parameters: { scene: { session: { items: ITEMS } } } };

/** What was taken off, and what was added. */
export const DiscountShippingTax: Story = {
  parameters: {
    scene: {
      session: {
        items: ITEMS,
        amount: { subtotal: 10_990, discount: 1_000, shipping: 1_500, tax: 880, total: 12_370 },
      },
    },
  },
};

/** Folded, as on a phone: the sum stays. */
export const Folded: Story = {
  args: { collapsible: true },
  parameters: { scene: { session: { items: ITEMS } } },
};

/** Names that do not fit on a line. */
export const LongNames: Story = {
  parameters: {
    scene: {
      session: {
        items: [
          {
            name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, limited edition',
            description: 'A gift for somebody who has everything, wrapped, with a card in your own words',
            quantity: 12,
            unitAmount: 1_234_567,
          },
        ],
      },
    },
  },
};
