import { pick, press, type, typeCard } from './support/acts.js';
import { find } from './support/deep.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/payment-split',
  component: 'payment-split',
  parameters: {
    scene: {
      elements: ['payment-method-picker', 'card-form', 'payment-split', 'pay-button'],
      widest: 480,
      session: { amount: 10_000, combined: { enabled: true, max: 3 }, paymentMethods: ['card', 'pix'] },
    },
  },
};
export default meta;

/** A way that is offered, and in nobody's way. */
export const Offered: Story = {};

/** An amount for the picked method. */
export const Opened: Story = {
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'card');
    await press(canvasElement, 'payment-split button.open, button.open');
    await find(canvasElement, '#amount');
  },
};

/** A card pays a part, and what is left is told. */
export const OnePart: Story = {
  play: async (context) => {
    await Opened.play?.(context);
    await typeCard(context.canvasElement);
    await type(context.canvasElement, '#amount', '60');
    await press(context.canvasElement, '#amount ~ button, button.secondary');
    await find(context.canvasElement, '#remove-0');
  },
};

/** More than there is to pay. */
export const TooMuch: Story = {
  play: async (context) => {
    await Opened.play?.(context);
    await type(context.canvasElement, '#amount', '600');
    await press(context.canvasElement, '#amount ~ button, button.secondary');
    await find(context.canvasElement, '#note');
  },
};
