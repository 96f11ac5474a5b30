export { CheckoutSessionElement } from './elements/checkout-session/checkout-session.js';
export { OrderSummaryElement } from './elements/order-summary/order-summary.js';
export { PayButtonElement } from './elements/pay-button/pay-button.js';
export { PaymentMethodPickerElement } from './elements/payment-method-picker/payment-method-picker.js';
export { PaymentResultElement } from './elements/payment-result/payment-result.js';
export { BankTransferElement } from './elements/bank-transfer/bank-transfer.js';
export { PaymentPartsElement } from './elements/payment-parts/payment-parts.js';
export { PaymentSplitElement } from './elements/payment-split/payment-split.js';
export { BoletoPaymentElement } from './elements/boleto-payment/boleto-payment.js';
export { CardFormElement } from './elements/card-form/card-form.js';
export { CardInstallmentsElement } from './elements/card-installments/card-installments.js';
export { CurrencyPickerElement } from './elements/currency-picker/currency-picker.js';
export { CustomerFieldsElement } from './elements/customer-fields/customer-fields.js';
export { MobileMoneyFormElement } from './elements/mobile-money-form/mobile-money-form.js';
export { MobileMoneyPromptElement } from './elements/mobile-money-prompt/mobile-money-prompt.js';
export { OrderItemsElement } from './elements/order-items/order-items.js';
export { OneTimeCodeElement } from './elements/one-time-code/one-time-code.js';
export { PaymentMarkElement } from './elements/payment-mark/payment-mark.js';
export { PaymentQrCodeElement } from './elements/payment-qr-code/payment-qr-code.js';
export { PaymentRedirectElement } from './elements/payment-redirect/payment-redirect.js';
export { PixPaymentElement } from './elements/pix-payment/pix-payment.js';
export { StripeActionElement } from './elements/stripe-action/stripe-action.js';
export { StripeCardElement } from './elements/stripe-card/stripe-card.js';
export { ThreeDSecureElement } from './elements/three-d-secure/three-d-secure.js';
export { WalletCodeElement } from './elements/wallet-code/wallet-code.js';
export {
  CheckoutCancelEvent,
  CheckoutErrorEvent,
  CheckoutReadyEvent,
  CheckoutRedirectEvent,
  CheckoutStateChangeEvent,
  PaymentActionEvent,
  PaymentFailureEvent,
  PaymentMethodChangeEvent,
  PaymentStartEvent,
  PaymentSuccessEvent,
  PaymentUnknownEvent,
  SessionExpireEvent,
  type CheckoutEventMap,
  type PaymentFailureDetail,
  type PaymentStartDetail,
  type PublicSession,
} from './events.js';
export type { Theme } from './controllers/checkout-store.js';
export {
  createCheckout,
  type Checkout,
  type CheckoutOptions,
  type PreparedPart,
  type PreparedPayment,
} from './core/checkout.js';
export type { TabChannel } from './core/checkout-options.js';
export type { Clock } from './core/clock.js';
export type { Secret } from './core/session/secret.js';
export type { Fetch } from './core/transport/request.js';
export { CheckoutError, type CheckoutErrorData, type CheckoutErrorKind } from './core/errors.js';
export type { CheckoutState, CheckoutStatus } from './core/machine/state.js';
export type { Effect, MachineEvent, Notice, RedirectReason, Step } from './core/machine/events.js';
export { transition } from './core/machine/transition.js';
export type * from './core/session/session.js';
export { FAILURE_CODES } from './core/session/session.js';
export { loadDialect } from './core/providers/index.js';
export {
  PROVIDERS,
  type CardToken,
  type Dialect,
  type PaymentAnswer,
  type PaymentEntry,
  type PaymentRequest,
  type ProviderError,
  type ProviderId,
  type RawCard,
  type RouteName,
  type Routes,
} from './core/providers/dialect.js';
export type { DialectOptions } from './core/providers/index.js';
export { formatMoney } from './core/money/format-money.js';
export type { Messages, OwnMessages, SomeMessages } from './i18n/create-i18n.js';
export { cardFrameHeaders, type CardFrameHeadersOptions } from './card-frame/shared/headers.js';
