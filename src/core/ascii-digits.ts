/**
 * How many digits stand right before this one in Unicode. Each script has its ten in a row, from nought to nine; where
 * one row touches the next, tens of them are counted too much.
 */
const valueOf = (codePoint: number): number =>
  /\p{Nd}/u.test(String.fromCodePoint(codePoint - 1)) ? valueOf(codePoint - 1) + 1 : 0;

/** The same text with the decimal digits of every script (`٣`, `۳`, `৩`, `३`) as ASCII. */
export const asciiDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0) ?? 0) % 10));
