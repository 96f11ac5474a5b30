import { pick, pressPay, press, until } from './support/acts.js';
import { deepAll, waitFor } from './support/deep.js';
import { PaymentDeskElement } from './support/payment-desk.js';
import { renderScene, sceneOf } from './support/render-scene.js';
import type { CheckoutMeta, Story } from './support/scene.js';

/** A payment from end to end, on the sandbox in this page. The panel is everybody else: shop, payer, bank, network. */
const meta: CheckoutMeta = {
  title: 'Checkout/Play a whole payment',
  component: 'checkout-session',
  render: (args, context) => {
    const holder = renderScene(args, context);
    if (!holder.querySelector('payment-desk'))
      holder.prepend(Object.assign(new PaymentDeskElement(), { scene: sceneOf(context.id) }));
    return holder;
  },
};
export default meta;

/** Yours to play. Cards and phones to try are in the README; a Pix, a boleto or a bank waits for the panel. */
export const Play: Story = {};

/** The same, played: a Pix that the payer pays. */
export const PaidByThePanel: Story = {
  tags: ['!autodocs'],
  parameters: { scene: { until: 'succeeded' } },
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'pix');
    await pressPay(canvasElement);
    await until(canvasElement, 'action_required');
    await press(canvasElement, '[aria-label="Payer and network"] button');
    await until(canvasElement, 'succeeded');
  },
};

/** A session whose time the panel ends: nothing happens until the checkout asks, and then it says so. */
export const ExpiredByThePanel: Story = {
  tags: ['!autodocs'],
  parameters: { scene: { until: 'expired' } },
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'ready');
    await pick(canvasElement, 'pix');
    await press(canvasElement, '[aria-label="Session"] button:last-of-type');
    await waitFor('word on when it is heard', () =>
      deepAll(canvasElement, '[role="status"]').some(({ textContent }) =>
        textContent.includes('at its next request'),
      ),
    );
    await until(canvasElement, 'ready');
    await pressPay(canvasElement);
    await until(canvasElement, 'expired');
  },
};
