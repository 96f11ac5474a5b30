/** Which of comma and point begins the decimals in a language. */
export const decimalMark = (locale: string): string => (0.5).toLocaleString(locale).charAt(1);
