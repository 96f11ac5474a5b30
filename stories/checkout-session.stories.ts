import { pick, pressPay, type, until } from './support/acts.js';
import { find } from './support/deep.js';
import { LOCALES } from './support/looks.js';
import { sceneOf } from './support/render-scene.js';
import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Checkout/checkout-session',
  component: 'checkout-session',
  argTypes: { locale: { options: LOCALES } },
};
export default meta;

/** Nothing is asked yet: the form's outline. */
export const Idle: Story = {
  parameters: { scene: { before: () => new Promise(() => undefined), until: 'idle' } },
};

/** The outline, in the height of what comes. */
export const Loading: Story = {
  parameters: {
    scene: { before: ({ sandbox }) => sandbox.setFault({ mode: 'hang', on: 'read' }), until: 'loading' },
  },
};

/** Order, methods, form, button. */
export const Ready: Story = {};

/** A customer whom the shop knows, with what it knows told and not asked. */
export const ReadyForKnownCustomer: Story = {
  parameters: {
    scene: {
      session: {
        customer: { name: 'Ana Lima', email: 'ana@example.com' },
        requiredFields: ['name', 'email', 'document'],
      },
    },
  },
};

/** After a decline: why, and the same form again. */
export const ReadyAfterDecline: Story = {
  parameters: { scene: { before: async ({ pay }) => pay({ type: 'card', card: '4000000000009995' }) } },
};

/** The press was taken; a second one does nothing. */
export const Submitting: Story = {
  parameters: { scene: { until: 'submitting' } },
  play: async ({ canvasElement, id }) => {
    await until(canvasElement, 'ready');
    sceneOf(id).sandbox.setFault({ mode: 'hang', on: 'pay' });
    await pick(canvasElement, 'pix');
    await pressPay(canvasElement);
  },
};

/** Something to do: here a Pix code. Every other action is at its method. */
export const ActionRequired: Story = {
  parameters: { scene: { until: 'action_required' } },
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'pix');
    await pressPay(canvasElement);
    await find(canvasElement, 'pix-payment');
  },
};

/** Something to do that this version does not know: it waits for what becomes of it. */
export const ActionUnknown: Story = {
  parameters: {
    scene: {
      before: async ({ pay }) => pay({ type: 'pix' }),
      rewrite: (answer) => answer.replaceAll('"qr_code"', '"hologram"'),
      until: 'processing',
    },
  },
};

/** The provider works on it. */
export const Processing: Story = {
  parameters: {
    scene: {
      agoSeconds: 0,
      before: async ({ pay }) => pay({ type: 'card', card: '4000000000000077' }),
      until: 'processing',
    },
  },
};

/** Paid. */
export const Succeeded: Story = {
  parameters: { scene: { before: async ({ pay }) => pay({ type: 'card' }), until: 'succeeded' } },
};

/** Paid, where the shop asked for a gift. */
export const SucceededDonation: Story = {
  parameters: {
    scene: {
      session: { submitType: 'donate' },
      before: async ({ pay }) => pay({ type: 'card' }),
      until: 'succeeded',
    },
  },
};

/** Paid, where the shop takes bookings. */
export const SucceededBooking: Story = {
  parameters: {
    scene: {
      session: { submitType: 'book' },
      before: async ({ pay }) => pay({ type: 'card' }),
      until: 'succeeded',
    },
  },
};

/** No answer came: it is being found out, and nobody is to pay again. */
export const Unknown: Story = {
  parameters: { scene: { until: 'unknown' } },
  play: async ({ canvasElement, id }) => {
    await until(canvasElement, 'ready');
    await pick(canvasElement, 'pix');
    sceneOf(id).sandbox.setFault({ mode: 'network', when: 'after', on: 'all' });
    await pressPay(canvasElement);
  },
};

/** The network is down: why, and a way to try again. */
export const Unavailable: Story = {
  parameters: {
    scene: {
      before: ({ sandbox }) => sandbox.setFault({ mode: 'network', on: 'read' }),
      until: 'unavailable',
    },
  },
};

/** The session is not there: nothing the shopper could do. */
export const UnavailableForGood: Story = {
  parameters: {
    scene: { before: ({ sandbox, session }) => sandbox.deleteSession(session.id), until: 'unavailable' },
  },
};

/** Over, with a way to begin again. */
export const Expired: Story = {
  parameters: {
    scene: {
      session: { refreshable: true },
      before: ({ sandbox, session }) => sandbox.expire(session.id),
      until: 'expired',
    },
  },
};

/** Over, and only the shop can make another. */
export const ExpiredForGood: Story = {
  parameters: {
    scene: {
      session: { refreshable: false },
      before: ({ sandbox, session }) => sandbox.expire(session.id),
      until: 'expired',
    },
  },
};

/** The shopper left, or the shop took it back. */
export const Canceled: Story = {
  parameters: {
    scene: { before: ({ sandbox, session }) => sandbox.cancelSession(session.id), until: 'canceled' },
  },
};

/** Five declines: no further try. */
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

/** Nothing is picked: the list says so. */
export const NothingPicked: Story = {
  play: async ({ canvasElement }) => {
    await pressPay(canvasElement);
    await find(canvasElement, '#error');
  },
};

/** What was typed is wrong, or missing: each field says what, and how to put it right. */
export const FieldsRefused: Story = {
  parameters: { scene: { session: { requiredFields: ['name', 'email', 'phone', 'document', 'address'] } } },
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'pix');
    await type(canvasElement, '[name="email"]', 'ana@example');
    await pressPay(canvasElement);
    await find(canvasElement, '[aria-invalid="true"]');
  },
};
