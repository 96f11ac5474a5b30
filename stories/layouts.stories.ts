import { pick, press, pressPay, typeCard } from './support/acts.js';
import { find } from './support/deep.js';
import { withhold } from './support/withhold.js';
import type { CheckoutMeta, Story } from './support/scene.js';

/** What a merchant writes into the tag: children for its slots, elements in an arrangement of the shop's own, words. */
const meta: CheckoutMeta = { title: 'Checkout/Layouts', component: 'checkout-session' };
export default meta;

const SLOTS = `
  <p slot="header"><strong>Café do Porto</strong> · Rua das Flores 12</p>
  <div slot="summary">
    <h2>Your table on Friday</h2>
    <p>Two tasting menus, 20:30, by the window.</p>
    <p><strong>R$50.00</strong></p>
  </div>
  <div slot="success">
    <h2>See you on Friday</h2>
    <p>Your table is booked. We wrote you an e-mail with the way to us.</p>
  </div>
  <p slot="footer">Questions? Call us on (11) 3333-4444, every day from noon.</p>
`;

/** `header`, `summary` in place of the order, `footer`. */
export const Slots: Story = { parameters: { scene: { inside: SLOTS, session: { amount: 5000 } } } };

/** The same, paid: `success` in place of our own screen. */
export const SlotsPaid: Story = {
  parameters: {
    scene: {
      inside: SLOTS,
      session: { amount: 5000 },
      before: async ({ pay }) => pay({ type: 'card' }),
      until: 'succeeded',
    },
  },
};

const OWN = `
  <div style="display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: 32px; padding: 24px">
    <div>
      <h2>1. How would you like to pay?</h2>
      <payment-method-picker></payment-method-picker>
    </div>
    <div style="display: grid; gap: 16px; align-content: start">
      <h2>2. Almost there</h2>
      <card-form></card-form>
      <customer-fields></customer-fields>
      <pay-button></pay-button>
      <pix-payment></pix-payment>
      <payment-result></payment-result>
    </div>
    <div>
      <h2>Your order</h2>
      <order-summary></order-summary>
    </div>
  </div>
`;

/** The shop's own arrangement: the elements stand where the shop puts them, and each shows itself when it is its turn. */
export const Composed: Story = {
  parameters: {
    scene: {
      inside: OWN,
      session: { paymentMethods: ['card', 'pix'], requiredFields: ['email'] },
      shows: 'card-form',
    },
  },
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'card');
    await typeCard(canvasElement);
  },
};

/** The same, at the next step: the Pix code is where the shop put it. */
export const ComposedPix: Story = {
  parameters: {
    scene: {
      inside: OWN,
      session: { paymentMethods: ['card', 'pix'] },
      until: 'action_required',
      shows: 'pix-payment',
    },
  },
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'pix');
    await pressPay(canvasElement);
    await find(canvasElement, 'pix-payment');
  },
};

/** Words of the merchant's own, by the property `messages`: in English and Portuguese here, ours in every other language. */
export const OwnWords: Story = {
  args: {
    messages: {
      en: {
        picker: { legend: 'How would you like to pay?' },
        method: { card: 'Card or gift card' },
        pay: { pay: 'Order for {{amount}}' },
      },
      'pt-BR': {
        picker: { legend: 'Como você quer pagar?' },
        method: { card: 'Cartão ou vale-presente' },
        pay: { pay: 'Finalizar: {{amount}}' },
      },
    },
  },
};

/** A part of the checkout could not be fetched: why, and a way to try again (which here brings it). */
export const PartMissing: Story = {
  // It keeps a file from every checkout of the page, of which a page of docs has many.
  tags: ['!autodocs'],
  beforeEach: () => withhold('card-form'),
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'card');
    await find(canvasElement, '.notice.danger button');
  },
};

/** After another try it is there. */
export const PartFetchedAgain: Story = {
  ...PartMissing,
  parameters: { scene: { shows: 'card-form' } },
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'card');
    await press(canvasElement, '.notice.danger button');
    await find(canvasElement, 'card-form');
  },
};
