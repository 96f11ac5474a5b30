import { press, pressPay, typeCard } from './support/acts.js';
import { find } from './support/deep.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/three-d-secure',
  component: 'three-d-secure',
  parameters: { scene: { session: { paymentMethods: ['card'] }, until: 'action_required' } },
};
export default meta;

/** The bank's page in a dialog, which opens by itself after the shopper's own press. */
export const Challenge: Story = {
  play: async ({ canvasElement }) => {
    await typeCard(canvasElement, '4000002500003155');
    await pressPay(canvasElement);
    await find(canvasElement, '#challenge iframe');
  },
};

/** It is closed: first it is asked what is meant. */
export const StopQuestion: Story = {
  play: async (context) => {
    await Challenge.play?.(context);
    await press(context.canvasElement, 'button.close');
    await find(context.canvasElement, '#question');
  },
};

/** After a reload, or in another tab, a button opens it. */
export const Resume: Story = {
  parameters: {
    scene: {
      elements: ['three-d-secure'],
      before: async ({ pay }) => pay({ type: 'card', card: '4000002500003155' }),
    },
  },
};

/** An address that is not safe to load. */
export const BrokenAddress: Story = {
  parameters: {
    scene: {
      elements: ['three-d-secure'],
      before: async ({ pay }) => pay({ type: 'card', card: '4000002500003155' }),
      rewrite: (answer: string) => answer.replaceAll(/"url":"[^"]*"/g, '"url":"ftp://bank.example"'),
    },
  },
};
