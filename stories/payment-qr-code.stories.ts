import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/payment-qr-code',
  component: 'payment-qr-code',
  parameters: { scene: { elements: ['payment-qr-code'], widest: 240 } },
};
export default meta;

/** Dark on light in every theme: scanners do not read the reverse. */
export const Code: Story = { args: { text: 'https://shop.example/pay/ses_1', name: 'Payment code' } };

/** As dense as a Pix code is. */
export const Dense: Story = {
  args: {
    text: '00020101021226730014br.gov.bcb.pix2551pix.sandbox.example/v2/pay_'.repeat(3),
    name: 'Pix code',
  },
};
