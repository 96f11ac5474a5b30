/**
 * The words of the first screen, in English: the language that is always there. All others are in `en-more.ts`. A key
 * that is added is added to every other language as well; `{{…}}` are filled in.
 */
export const en = {
  checkout: {
    label: 'Checkout',
    /** Stands for the merchant where the provider does not tell its name. */
    shop: 'the shop',
    testMode: 'Test mode',
    cancel: 'Cancel and return to {{merchant}}',
    canceling: 'Cancelling…',
    another: 'Pay another way',
    partFailed: 'Part of this page could not be loaded. Check your connection and try again.',
    offline: 'You are offline. Check your connection and try again.',
    retry: 'Try again',
  },
  state: {
    loading: 'Loading the checkout…',
    ready: 'The checkout is ready.',
    submitting: 'Sending your payment…',
    action_required: 'One more step to complete your payment.',
    processing: 'Your payment is being processed.',
    succeeded: 'Payment received.',
    unknown: 'We are confirming your payment. Please do not pay again.',
    unavailable: 'The checkout could not be loaded.',
    expired: 'This checkout has expired.',
    canceled: 'The checkout was cancelled.',
    locked: 'The payment could not be completed.',
  },
  picker: {
    choose: 'Choose how you want to pay.',
    legend: 'Payment method',
    charged: 'You pay {{amount}}',
    rate: 'Exchange rate {{rate}}',
  },
  method: {
    card: 'Card',
    pix: 'Pix',
    boleto: 'Boleto',
    mobile_money: 'Mobile money',
    bank_redirect: 'Online banking',
    bank_transfer: 'Bank transfer',
    zimswitch: 'Zimswitch',
  },
  hint: {
    card: 'Credit or debit card',
    pix: 'Scan or copy a code and pay in your bank app',
    boleto: 'Bank slip, up to 3 business days',
    mobile_money: '{{networks}}',
    bank_redirect: 'You continue on your bank’s page',
    bank_transfer: 'You pay in your bank app',
    redirect: 'You continue on another page',
    zimswitch: 'You continue on the Zimswitch page',
  },
  summary: {
    title: 'Order summary',
    items: '{{count}} items',
    pay: 'Amount to pay',
    donate: 'Your donation',
    book: 'Your booking',
    settled: 'Paid',
    times: '{{quantity}} × {{amount}}',
    subtotal: 'Subtotal',
    discount: 'Discount',
    shipping: 'Shipping',
    tax: 'Taxes',
    total: 'Total',
    paid: 'Already paid',
    due: 'Amount due',
  },
  pay: {
    /**
     * What stands on the button. A language whose law wants its own words there and nothing else (§ 312j BGB:
     * "zahlungspflichtig bestellen") leaves `{{amount}}` out of the three and has it in both `to` and `toBy`, below it.
     */
    pay: 'Pay {{amount}}',
    donate: 'Donate {{amount}}',
    book: 'Book and pay {{amount}}',
    failed: 'The payment did not go through. You have not been charged.',
    busy: 'Processing…',
    to: 'To {{merchant}}',
    toBy: 'To {{merchant}} · {{method}}',
  },
};
