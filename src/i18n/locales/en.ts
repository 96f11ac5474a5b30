/**
 * Every word a shopper sees, in English: the language that is always there. A key that is added here is added to every
 * other language as well; `{{…}}` are filled in. `failure.*` and `unavailable.*` are looked up by code.
 */
export const en = {
  checkout: {
    label: 'Checkout',
    loading: 'Loading the checkout…',
    ready: 'The checkout is ready.',
    /** Stands for the merchant where the provider does not tell its name. */
    shop: 'the shop',
    testMode: 'Test mode',
    testModeHint: 'No money moves.',
    details: 'Your details',
    cancel: 'Cancel and return to {{merchant}}',
    canceling: 'Cancelling…',
    another: 'Pay another way',
    action: 'One more step to complete your payment.',
    partFailed: 'Part of this page could not be loaded. Check your connection and try again.',
    retry: 'Try again',
  },
  picker: {
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
    zimswitch: 'Zimswitch',
  },
  hint: {
    pix: 'Scan or copy a code and pay in your bank app',
    boleto: 'Pay the slip at a bank or in its app; confirmed in up to 3 business days',
    mobile_money: '{{networks}}: approve on your phone',
    bank_redirect: 'You continue on your bank’s page',
    zimswitch: 'You continue on the Zimswitch page',
  },
  summary: {
    title: 'Order summary',
    pay: 'Pay {{merchant}}',
    donate: 'Donate to {{merchant}}',
    book: 'Book with {{merchant}}',
    quantity: 'Qty {{quantity}}',
    each: '{{amount}} each',
    subtotal: 'Subtotal',
    discount: 'Discount',
    shipping: 'Shipping',
    tax: 'Taxes',
    total: 'Total',
    paid: 'Already paid',
    due: 'Amount due',
  },
  pay: {
    pay: 'Pay {{amount}}',
    donate: 'Donate {{amount}}',
    book: 'Book for {{amount}}',
    busy: 'Processing…',
    to: 'To {{merchant}}',
    toBy: 'To {{merchant}} · {{method}}',
  },
  error: {
    required: 'Fill in this field.',
    method: 'Choose how you want to pay.',
  },
  failure: {
    declined: 'The payment was not approved. You have not been charged. Try again or pay another way.',
    insufficient_funds:
      'There was not enough money for this payment. You have not been charged. Try again or pay another way.',
    expired_card: 'The card has expired. You have not been charged. Use another card or pay another way.',
    authentication_failed:
      'Your bank could not confirm that it is you. You have not been charged. Try again or pay another way.',
    canceled_by_payer: 'The payment was cancelled. You have not been charged.',
    wrong_pin: 'The PIN was not right. You have not been charged. You can try again.',
    limit_exceeded: 'This payment is above your limit. You have not been charged. Pay another way.',
    payer_not_found:
      'This number has no account with that network. You have not been charged. Check the number and the network.',
    payment_timeout: 'The payment was not approved in time. You have not been charged. You can try again.',
    processing_error: 'The payment could not be processed. You have not been charged. You can try again.',
    invalid_request: 'Some details were not accepted. You have not been charged. Check them and try again.',
    busy: 'The payment service is busy. Wait a moment and try again.',
    offline: 'You are offline, and nothing was sent. Check your connection and try again.',
    card_frame_failed:
      'The secure card form cannot be reached, and nothing was sent. Try again or pay another way.',
  },
  unavailable: {
    generic: {
      title: 'The checkout could not be loaded',
      text: 'Try again in a moment. If it keeps happening, go back to the shop.',
    },
    token: {
      title: 'This checkout is not valid',
      text: 'Go back to the shop and start the payment again.',
    },
    expired: {
      title: 'This checkout has expired',
      text: 'Go back to the shop and start the payment again.',
    },
    setup: {
      title: 'This checkout is not set up correctly',
      text: 'It is not your fault. Please tell the shop, so that it can be put right.',
    },
    duplicate: {
      title: 'This checkout is open twice',
      text: 'The same payment is already on this page. Please use that one.',
    },
    offline: {
      title: 'You are offline',
      text: 'Check your connection and try again.',
    },
    network: {
      title: 'The payment service cannot be reached',
      text: 'Check your connection and try again.',
    },
    answer: {
      title: 'The payment service is having trouble',
      text: 'Try again in a moment. If it keeps happening, go back to the shop.',
    },
    methods: {
      title: 'There is no way to pay here yet',
      text: 'None of the payment methods of this order can be shown. Please tell the shop.',
    },
  },
  result: {
    succeeded: {
      title: 'Payment received',
      text: 'Thank you. Your payment to {{merchant}} went through.',
    },
    processing: {
      title: 'Your payment is being processed',
      text: 'This page updates by itself. There is no need to pay again.',
    },
    unknown: {
      title: 'We are confirming your payment',
      text: 'Please do not pay again. The connection was interrupted, and we are asking what became of your payment.',
    },
    gaveUp: {
      title: 'We cannot confirm your payment yet',
      text: 'Please do not pay again: your payment may have gone through. Contact {{merchant}} and give this reference. We keep asking.',
    },
    expired: {
      title: 'This checkout has expired',
      text: 'The time to pay for this order has run out. Go back to {{merchant}} to start again.',
    },
    refreshable: {
      title: 'This checkout has expired',
      text: 'The time to pay for this order has run out. You can start again right here.',
    },
    canceled: {
      title: 'Checkout cancelled',
      text: 'You have not been charged.',
    },
    locked: {
      title: 'This payment could not be completed',
      text: 'You have not been charged, and this order cannot be tried again here.',
    },
    amount: 'Amount',
    method: 'Payment method',
    reference: 'Reference',
    errorCode: 'Error code',
    returning: 'Taking you back to {{merchant}}…',
    stalled: 'That takes longer than it should. Please use the button.',
    continue: 'Continue to {{merchant}}',
    back: 'Return to {{merchant}}',
    backIn: 'Taking you back to {{merchant}} in {{seconds}} s.',
    stay: 'Stay on this page',
    restart: 'Start again',
    contact: 'Contact {{merchant}}',
  },
};
