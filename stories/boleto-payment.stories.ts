import type { CheckoutMeta, Story } from './support/scene.js';

const meta: CheckoutMeta = {
  title: 'Elements/boleto-payment',
  component: 'boleto-payment',
  parameters: {
    scene: {
      elements: ['boleto-payment'],
      agoSeconds: 0,
      session: { paymentMethods: ['boleto'] },
      before: async ({ pay }) => pay({ type: 'boleto' }),
      until: 'action_required',
    },
  },
};
export default meta;

/** The line to copy, the bars to scan, the slip to print, and until when. */
export const Slip: Story = {};

/** Without a slip to print. */
export const WithoutPdf: Story = {
  parameters: { scene: { rewrite: (answer: string) => answer.replaceAll('"pdfUrl"', '"x_pdfUrl"') } },
};
