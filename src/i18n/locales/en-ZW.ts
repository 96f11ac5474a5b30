import type { SomeMessages } from '../create-i18n.js';

/** Zimbabwean English, where it says something in another way. */
export const enZW: SomeMessages = {
  method: {
    bank_redirect: 'Internet banking',
  },
  hint: {
    bank_transfer: 'You pay in your banking app',
    zimswitch: 'Pay with your local bank card on the Zimswitch page',
  },
  summary: {
    tax: 'VAT and taxes',
    shipping: 'Delivery',
  },
};
