/**
 * Writes the characters of `value` into the `#` of a mask: `applyMask('12345', '###-###')` is `'123-45'`. What the
 * mask has no room for follows unpunctuated, so that nothing typed is lost.
 */
export function applyMask(value: string, mask: string): string {
  let used = 0;
  let text = '';
  for (const character of mask) {
    if (used === value.length) break;
    text += character === '#' ? value.charAt(used++) : character;
  }
  return text + value.slice(used);
}
