/** Every text the card frame shows or speaks. The host translates them; the frame has English for each. */
export const CARD_FRAME_TEXTS = [
  // Name of the frame itself, for assistive technology.
  'title',
  'cardNumber',
  'cardNumberPlaceholder',
  // Asked of a card with two brands, before their names.
  'brandChoice',
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
  'document',
  'documentRequired',
  'documentInvalid',
  'documentDigitsOnly',
] as const;
export type CardFrameText = (typeof CARD_FRAME_TEXTS)[number];

/** The words of one language. A text that is missing is shown in English. */
export interface CardFrameStrings {
  /** BCP 47, for the frame document's `lang`. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: Readonly<Partial<Record<CardFrameText, string>>>;
}

/** Long enough for any language; a longer text is no label. */
const MAX_TEXT_LENGTH = 300;

/** Reads what a host sent as strings: known texts only, whatever else it holds. Never throws for structured-cloned data. */
export function parseCardFrameStrings(value: unknown): CardFrameStrings {
  const { lang, dir, texts } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const source = (typeof texts === 'object' && texts !== null ? texts : {}) as Readonly<
    Record<string, unknown>
  >;
  const known = CARD_FRAME_TEXTS.flatMap((name) => {
    const text = Object.hasOwn(source, name) ? source[name] : undefined;
    return typeof text === 'string' && text.length <= MAX_TEXT_LENGTH ? [[name, text] as const] : [];
  });
  return {
    lang: typeof lang === 'string' && /^[\da-z-]{1,35}$/i.test(lang) ? lang : 'en',
    dir: dir === 'rtl' ? 'rtl' : 'ltr',
    texts: { ...Object.fromEntries(known) },
  };
}
