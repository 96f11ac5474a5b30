export { openLightSlot, type LightSlot } from './light-slot.js';
export { stripeFor } from './load-stripe.js';
export type { Look } from './look.js';
export { StripeField, stripeAction, type FieldSetup, type Payer } from './stripe-field.js';
