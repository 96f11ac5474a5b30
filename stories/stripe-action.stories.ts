import type { CheckoutMeta, Story } from './support/scene.js';
import { standInForStripe } from './support/stripe-stand-in.js';

/** The bank's question as an API tells it that has Stripe ask it. */
const asSdk =
  (name: string) =>
  (answer: string): string =>
    answer.replaceAll(
      /"nextAction":\{"type":"three_d_secure"[^}]*\}/g,
      `"nextAction":{"type":"sdk","name":"${name}","data":{"clientSecret":"pi_1_secret_2"}}`,
    );

const meta: CheckoutMeta = {
  title: 'Elements/stripe-action',
  component: 'stripe-action',
  parameters: {
    scene: {
      elements: ['stripe-action'],
      widest: 480,
      session: { paymentMethods: ['card'] },
      before: async ({ pay }) => pay({ type: 'card', card: '4000002500003155' }),
      rewrite: asSdk('stripe'),
      until: 'action_required',
    },
  },
  beforeEach: standInForStripe,
};
export default meta;

/** After a reload the shopper is asked before Stripe goes on. */
export const GoOn: Story = {};

/** Another's script, which nothing here knows. */
export const OfAnother: Story = { parameters: { scene: { rewrite: asSdk('someone') } } };
