/**
 * Sum of the characters' values (`0`–`9` are 0–9, `A`–`Z` are 17–42) times the weights 2, 3 … `maxWeight`, 2 …
 * from the right, as Brazilian documents and payment slips use it.
 */
export function weightedSum(text: string, maxWeight: number): number {
  return [...text]
    .reverse()
    .reduce((sum, character, i) => sum + (character.charCodeAt(0) - 48) * (2 + (i % (maxWeight - 1))), 0);
}

/** Whether the last two characters are the check digits of what stands before them, and not all are one digit. */
export function hasCheckDigits(text: string, maxWeight: number): boolean {
  const isCheckDigit = (at: number): boolean => {
    const rest = weightedSum(text.slice(0, at), maxWeight) % 11;
    return Number(text[at]) === (rest < 2 ? 0 : 11 - rest);
  };
  return !/^(\d)\1*$/.test(text) && isCheckDigit(text.length - 2) && isCheckDigit(text.length - 1);
}
