import { defineElement } from './elements/define-element.js';
import { CheckoutSessionElement } from './elements/checkout-session/checkout-session.js';
import { OrderSummaryElement } from './elements/order-summary/order-summary.js';
import { PayButtonElement } from './elements/pay-button/pay-button.js';
import { PaymentMethodPickerElement } from './elements/payment-method-picker/payment-method-picker.js';

/** Registers what the first screen needs; the other elements register when they are first needed. */
defineElement('order-summary', OrderSummaryElement);
defineElement('payment-method-picker', PaymentMethodPickerElement);
defineElement('pay-button', PayButtonElement);
defineElement('checkout-session', CheckoutSessionElement);

// The types of all elements, for a page that imports nothing else.
export type {} from './index.js';
