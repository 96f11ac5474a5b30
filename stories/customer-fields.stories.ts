import { pressPay, type } from './support/acts.js';
import { find } from './support/deep.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/customer-fields',
  component: 'customer-fields',
  parameters: {
    scene: {
      elements: ['customer-fields', 'pay-button'],
      widest: 480,
      session: { paymentMethods: ['pix'], requiredFields: ['name', 'email', 'phone', 'document'] },
    },
  },
};
export default meta;

export const Empty: Story = {};

export const Filled: Story = {
  play: async ({ canvasElement }) => {
    await type(canvasElement, '[name="name"]', 'Ana Lima');
    await type(canvasElement, '[name="email"]', 'ana@example.com');
    await type(canvasElement, '[name="document"]', '52998224725');
  },
};

/** Every field says what is missing. */
export const Refused: Story = {
  play: async ({ canvasElement }) => {
    await type(canvasElement, '[name="document"]', '52998224724');
    await pressPay(canvasElement);
    await find(canvasElement, '[aria-invalid="true"]');
  },
};

/** An address in the form of its country. */
export const AddressInBrazil: Story = { parameters: { scene: { session: { requiredFields: ['address'] } } } };

export const AddressInTheUnitedStates: Story = {
  parameters: {
    scene: { session: { currency: 'USD', paymentMethods: ['card'], requiredFields: ['address'] } },
  },
};

/** A postal code before the town, no state. */
export const AddressInGermany: Story = {
  parameters: {
    scene: {
      session: { currency: 'EUR', paymentMethods: ['card'], requiredFields: ['name', 'phone', 'address'] },
    },
  },
};

/** A mobile number as it is written there, and an address that needs no postal code. */
export const AddressInKenya: Story = {
  parameters: {
    scene: {
      session: { currency: 'KES', paymentMethods: ['card'], requiredFields: ['name', 'phone', 'address'] },
    },
  },
};

/** What the shop knows is told and not asked. */
export const Known: Story = {
  parameters: {
    scene: { session: { customer: { name: 'Ana Lima', email: 'ana@example.com', phone: '+5511987654321' } } },
  },
};

/** What the shop knows and would be refused is asked again, with what is wrong; what is hidden of it stays hidden. */
export const KnownButRefused: Story = {
  parameters: {
    scene: {
      session: {
        requiredFields: ['name', 'email', 'document'],
        customer: { name: 'Ana Lima', email: 'ana@example', document: '***.982.247-**' },
      },
    },
  },
  play: async ({ canvasElement }) => {
    await find(canvasElement, '[name="email"]');
  },
};

/** Questions of the shop's own. */
export const OwnQuestions: Story = {
  parameters: {
    scene: {
      session: {
        requiredFields: ['email'],
        customFields: [
          { key: 'engraving', label: 'Engraving', type: 'text' },
          {
            key: 'slot',
            label: 'Delivery',
            type: 'select',
            required: true,
            options: [
              { value: 'am', label: 'Morning' },
              { value: 'pm', label: 'Afternoon' },
            ],
          },
          { key: 'terms', label: 'I have read the terms of sale', type: 'checkbox', required: true },
        ],
      },
    },
  },
};
