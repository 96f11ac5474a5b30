/** Every text the card frame shows or speaks. The host translates them; the frame has English for each. */
export const CARD_FRAME_TEXTS = [
  // Name of the frame itself, for assistive technology.
  'title',
  'cardNumber',
  'cardNumberPlaceholder',
  'expiry',
  'expiryPlaceholder',
  'securityCode',
  'securityCodeHint',
  'securityCodeHintFront',
  'holderName',
  'cardNumberRequired',
  'cardNumberIncomplete',
  'cardNumberInvalid',
  'brandNotAccepted',
  'expiryRequired',
  'expiryIncomplete',
  'expiryInvalid',
  'expiryPast',
  'securityCodeRequired',
  'securityCodeIncomplete',
  'securityCodeInvalid',
  'holderNameRequired',
  'holderNameInvalid',
] as const;
export type CardFrameText = (typeof CARD_FRAME_TEXTS)[number];

/** The words of one language. A text that is missing is shown in English. */
export interface CardFrameStrings {
  /** BCP 47, for the frame document's `lang`. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: Readonly<Partial<Record<CardFrameText, string>>>;
}
