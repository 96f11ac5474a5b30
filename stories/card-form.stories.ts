import { cardFrame, pressPay, typeCard } from './support/acts.js';
import { find, waitFor } from './support/deep.js';
import { staticUrl } from './support/render-scene.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/card-form',
  component: 'card-form',
  parameters: {
    scene: { elements: ['card-form', 'pay-button'], widest: 480, session: { paymentMethods: ['card'] } },
  },
};
export default meta;

/** The card frame: a document of its own, which the page cannot read. (In the Storybook it is on the page's own origin.) */
export const Empty: Story = {
  play: async ({ canvasElement }) => {
    await cardFrame(canvasElement);
  },
};

export const Filled: Story = { play: async ({ canvasElement }) => typeCard(canvasElement) };

/** A number with a wrong digit. */
export const WrongNumber: Story = {
  play: async ({ canvasElement }) => typeCard(canvasElement, '4242424242424241'),
};

/** A brand that the shop does not take. */
export const BrandNotTaken: Story = {
  play: async ({ canvasElement }) => typeCard(canvasElement, '378282246310005'),
};

/** Pay was pressed on an empty form. */
export const NothingTyped: Story = {
  play: async ({ canvasElement }) => {
    const frame = await cardFrame(canvasElement);
    await pressPay(canvasElement);
    await waitFor('refusal', () => frame.querySelector('[aria-invalid="true"]'));
  },
};

/** A card of two brands: the shopper chooses. */
export const TwoBrands: Story = {
  parameters: { scene: { session: { paymentMethods: [{ type: 'card', brands: ['visa', 'elo'] }] } } },
  play: async ({ canvasElement }) => typeCard(canvasElement, '4000007600000001'),
};

/** The frame cannot be had: why, and a way to try again. */
export const FrameMissing: Story = {
  parameters: {
    scene: {
      session: {
        paymentMethods: [
          { type: 'card', tokenizer: { name: 'sandbox', frameUrl: staticUrl('silent.html') } },
        ],
      },
    },
  },
  play: async ({ canvasElement }) => {
    await find(canvasElement, '.failed button, .notice button');
  },
};
