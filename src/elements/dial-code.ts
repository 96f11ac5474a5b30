/** Keeps a number in one piece in text of the other direction (Unicode, FIRST STRONG ISOLATE). */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/** Whether a text is nothing but a code to dial, `*151#`. */
export const isDialled = (text: string): boolean => /^[*#\d]+$/.test(text);
