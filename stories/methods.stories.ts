import type { SessionInput } from '../src/sandbox/index.js';
import { pick, typeCard } from './support/acts.js';
import type { CheckoutMeta, PaymentMade, Story } from './support/scene.js';

/** Each method of payment in a whole checkout: its form, what the shopper has to do, and that it is paid. */
const meta: CheckoutMeta = { title: 'Methods/In a whole checkout', component: 'checkout-session' };
export default meta;

const REAIS: SessionInput = { currency: 'BRL', expiresIn: 7200 };
const DOLLARS: SessionInput = { currency: 'USD', amount: 2500, expiresIn: 7200 };
const PESOS: SessionInput = { currency: 'CLP', amount: 13_990, expiresIn: 7200 };
const TRANSFER: SessionInput = {
  currency: 'MXN',
  amount: 125_050,
  expiresIn: 7200,
  paymentMethods: ['bank_transfer', 'card'],
};
const ECOCASH = { phone: '0779999999', network: 'ecocash' };

/** The method is picked, and asks what it asks. */
const form = (session: SessionInput, methodId: string): Story => ({
  parameters: { scene: { session } },
  play: async ({ canvasElement }) => pick(canvasElement, methodId),
});

/** The payment waits for the shopper. */
const action = (session: SessionInput, payment: PaymentMade, shows: string): Story => ({
  parameters: {
    scene: {
      session,
      shows,
      agoSeconds: 0,
      before: async ({ pay }) => pay(payment),
      until: 'action_required',
    },
  },
});

/** The server said that it is paid. */
const paid = (session: SessionInput, payment: PaymentMade): Story => ({
  parameters: {
    scene: {
      session,
      shows: 'payment-result',
      before: async (past) => {
        await past.pay(payment);
        const { status, payments } = past.sandbox.session(past.session.id);
        const isPaid = payments.length > 0 && status !== 'open' && status !== 'processing';
        if (!isPaid) past.sandbox.pay(past.session.id);
      },
      until: 'succeeded',
    },
  },
});

/** The server said no: the same form again, with the reason. */
const declined = (session: SessionInput, payment: PaymentMade, code?: string): Story => ({
  parameters: {
    scene: {
      session,
      before: async (past) => {
        await past.pay(payment);
        if (code !== undefined) past.sandbox.decline(past.session.id, code);
      },
    },
  },
});

export const CardForm: Story = {
  parameters: { scene: { session: REAIS } },
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'card');
    await typeCard(canvasElement);
  },
};
export const CardChallenge: Story = action(
  REAIS,
  { type: 'card', card: '4000002500003155' },
  'three-d-secure',
);
export const CardRedirect: Story = action(
  REAIS,
  { type: 'card', card: '4000002760003184' },
  'payment-redirect',
);
export const CardDeclined: Story = declined(REAIS, { type: 'card', card: '4000000000000002' });
export const CardExpired: Story = declined(REAIS, { type: 'card', card: '4000000000000069' });
export const CardPaid: Story = paid(REAIS, { type: 'card' });

export const PixForm: Story = form(REAIS, 'pix');
export const PixCode: Story = action(REAIS, { type: 'pix' }, 'pix-payment');
export const PixPaid: Story = paid(REAIS, { type: 'pix' });

export const BoletoForm: Story = form(REAIS, 'boleto');
export const BoletoSlip: Story = action(REAIS, { type: 'boleto' }, 'boleto-payment');
export const BoletoPaid: Story = paid(REAIS, { type: 'boleto' });

export const MobileMoneyForm: Story = form(DOLLARS, 'mobile_money');
export const MobileMoneyPrompt: Story = action(
  DOLLARS,
  { type: 'mobile_money', details: ECOCASH },
  'mobile-money-prompt',
);
export const MobileMoneyOneTimeCode: Story = action(
  DOLLARS,
  { type: 'mobile_money', details: { ...ECOCASH, phone: '0775555555' } },
  'one-time-code',
);
export const MobileMoneyWalletCode: Story = action(
  DOLLARS,
  { type: 'mobile_money', details: { ...ECOCASH, phone: '0771000006' } },
  'wallet-code',
);
export const MobileMoneyNoWallet: Story = declined(DOLLARS, {
  type: 'mobile_money',
  details: { ...ECOCASH, phone: '0771000003' },
});
export const MobileMoneyWrongPin: Story = declined(
  DOLLARS,
  { type: 'mobile_money', details: ECOCASH },
  'wrong_pin',
);
export const MobileMoneyPaid: Story = paid(DOLLARS, { type: 'mobile_money', details: ECOCASH });

export const BankForm: Story = form(PESOS, 'bank_redirect');
export const BankRedirect: Story = action(PESOS, { type: 'bank_redirect' }, 'payment-redirect');
export const BankTurnedDown: Story = declined(PESOS, { type: 'bank_redirect' }, 'canceled_by_payer');
export const BankPaid: Story = paid(PESOS, { type: 'bank_redirect' });

export const TransferForm: Story = form(TRANSFER, 'bank_transfer');
export const TransferDetails: Story = action(TRANSFER, { type: 'bank_transfer' }, 'bank-transfer');
export const TransferPaid: Story = paid(TRANSFER, { type: 'bank_transfer' });

export const ZimSwitchForm: Story = form(DOLLARS, 'zimswitch');
export const ZimSwitchRedirect: Story = action(DOLLARS, { type: 'zimswitch' }, 'payment-redirect');
export const ZimSwitchPaid: Story = paid(DOLLARS, { type: 'zimswitch' });
