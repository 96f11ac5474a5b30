import { type } from './support/acts.js';
import { renderScene, sceneOf } from './support/render-scene.js';
import type { CheckoutMeta, Story } from './support/scene.js';
import { TokenEditorElement } from './support/token-editor.js';

/** Every custom property of the checkout, on a checkout. What is set is given away as CSS and as DTCG tokens. */
const meta: CheckoutMeta = {
  title: 'Design/Token editor',
  component: 'checkout-session',
  render: (args, context) => {
    const holder = renderScene(args, context);
    if (!holder.querySelector('token-editor'))
      holder.prepend(Object.assign(new TokenEditorElement(), { subject: sceneOf(context.id).checkout }));
    return holder;
  },
};
export default meta;

/** Yours to dress. */
export const Edit: Story = {};

/** An accent that takes dark text, and round corners. */
export const Dressed: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await type(canvasElement, '[id="--checkout-color-accent"]', '#facc15');
    await type(canvasElement, '[id="--checkout-radius"]', '22px');
  },
};
