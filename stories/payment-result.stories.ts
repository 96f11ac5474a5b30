import type { PaymentResultElement } from '../src/elements/payment-result/payment-result.js';
import { until } from './support/acts.js';
import { find, waitFor } from './support/deep.js';
import { sceneOf } from './support/render-scene.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/payment-result',
  component: 'payment-result',
  parameters: { scene: { elements: ['payment-result'], widest: 560 } },
};
export default meta;

/** Amount, method and reference, and the way to the shop. */
export const Paid: Story = {
  parameters: { scene: { before: async ({ pay }) => pay({ type: 'card' }), until: 'succeeded' } },
};

export const Processing: Story = {
  parameters: {
    scene: {
      agoSeconds: 0,
      before: async ({ pay }) => pay({ type: 'card', card: '4000000000000077' }),
      until: 'processing',
    },
  },
};

export const Expired: Story = {
  parameters: { scene: { before: ({ sandbox, session }) => sandbox.expire(session.id), until: 'expired' } },
};

/** With the shop's own contacts. */
export const Locked: Story = {
  parameters: {
    scene: {
      before: async ({ pay }) => {
        for (let attempt = 0; attempt < 5; attempt++) await pay({ type: 'card', card: '4000000000000002' });
      },
      until: 'locked',
    },
  },
};

export const Unavailable: Story = {
  parameters: {
    scene: { before: ({ sandbox }) => sandbox.setFault({ mode: '500', on: 'read' }), until: 'unavailable' },
  },
};

/** Patience ended, after a minute and a half, and the question stays open. By the element's own property. */
export const UnknownGivenUp: Story = {
  play: async ({ canvasElement, id }) => {
    await until(canvasElement, 'ready');
    await sceneOf(id).prepared;
    const result = await waitFor('element', () =>
      canvasElement.querySelector<PaymentResultElement>('payment-result'),
    );
    const { state } = sceneOf(id).checkout;
    if ('session' in state && state.session)
      result.state = { status: 'unknown', session: state.session, attempt: 1, gaveUp: true };
    await find(canvasElement, '[part="title"]');
  },
};

/** Paid, and then the server said otherwise: the shop has to look into it. By the element's own property. */
export const Contradicted: Story = {
  play: async ({ canvasElement, id }) => {
    await until(canvasElement, 'ready');
    await sceneOf(id).prepared;
    const result = await waitFor('element', () =>
      canvasElement.querySelector<PaymentResultElement>('payment-result'),
    );
    const { state } = sceneOf(id).checkout;
    if ('session' in state && state.session)
      result.state = { status: 'succeeded', session: state.session, stalled: false, contradicted: true };
    await find(canvasElement, '[part="title"]');
  },
};
