/**
 * The same text with the decimal digits of every script (`٣`, `۳`, `৩`, `३`) as ASCII. In Unicode the ten of a script
 * stand in a row: each is one more than the character before it, and the first follows what is no digit, or a nine.
 */
export const asciiDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const before = String.fromCodePoint((digit.codePointAt(0) ?? 0) - 1);
    return String((Number(asciiDigits(before)) + 1 || 0) % 10);
  });
