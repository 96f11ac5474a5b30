import { pick, press, pressPay, type, typeCard } from './support/acts.js';
import { find } from './support/deep.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/payment-parts',
  component: 'payment-parts',
  parameters: {
    scene: {
      widest: 480,
      session: {
        amount: 10_000,
        combined: { enabled: true, max: 3 },
        customer: { name: 'Ana Lima', email: 'ana@example.com', document: '52998224725' },
        paymentMethods: ['card', 'pix'],
      },
      until: 'action_required',
    },
  },
};
export default meta;

/** A card paid its part, and Pix is to pay the rest. */
export const CardAndPix: Story = {
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'card');
    await press(canvasElement, 'button.open');
    await typeCard(canvasElement);
    await type(canvasElement, '#amount', '60');
    await press(canvasElement, '#amount ~ button, button.secondary');
    await find(canvasElement, '#remove-0');
    await pick(canvasElement, 'pix');
    await pressPay(canvasElement);
  },
};
