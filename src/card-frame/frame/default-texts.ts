import type { CardFrameText } from '../shared/strings.js';

/** The frame's own English: it can be used before the host's words arrive, and where one is missing. */
export const DEFAULT_TEXTS: Readonly<Record<CardFrameText, string>> = {
  title: 'Card details',
  cardNumber: 'Card number',
  cardNumberPlaceholder: '1234 1234 1234 1234',
  brandChoice: 'Pay with',
  expiry: 'Expiry date',
  expiryPlaceholder: 'MM/YY',
  securityCode: 'Security code',
  securityCodeHint: '3 digits, on the back of the card',
  securityCodeHintFront: '4 digits, on the front of the card',
  holderName: 'Name on card',
  cardNumberRequired: 'Enter the card number.',
  cardNumberIncomplete: 'The card number is too short.',
  cardNumberInvalid: 'Check the card number.',
  brandNotAccepted: 'This card is not accepted here. Use another one.',
  expiryRequired: 'Enter the expiry date.',
  expiryIncomplete: 'Enter month and year, such as 09/30.',
  expiryInvalid: 'Check the expiry date.',
  expiryPast: 'This card has expired.',
  securityCodeRequired: 'Enter the security code.',
  securityCodeIncomplete: 'The security code is too short.',
  securityCodeInvalid: 'Check the security code.',
  holderNameRequired: 'Enter the name on the card.',
  holderNameInvalid: 'Check the name on the card.',
};
