/** The tokens that are colours; a test holds them against `theme/tokens`. */
export const COLOR_TOKENS: readonly string[] = [
  'accent',
  'accent-text',
  'background',
  'surface',
  'field',
  'text',
  'text-muted',
  'border',
  'control-border',
  'danger',
  'danger-ground',
  'success',
  'success-ground',
  'warning',
  'warning-ground',
  'focus',
].map((name) => `--checkout-color-${name}`);

const ACCENT = '--checkout-color-accent';

const told = new Set<string>();

/** Why a value does not do as that colour; empty where it does. */
function faultOf(name: string, value: string): string {
  if (!CSS.supports('color', value))
    return 'is no colour here, and what it should colour has none: write #3b4cca or light-dark(#3b4cca, #a5b0ff)';
  // It would be the text's own colour wherever it stands, so that no text could be told from it.
  if (name === ACCENT && /currentcolor/i.test(value))
    return 'has no contrast that could be looked after: give it a colour of its own';
  return '';
}

/** Tells whoever builds the page, once, what a browser leaves out without a word: a colour token that is no colour. */
export function checkTokens(element: Element): void {
  const style = getComputedStyle(element);
  for (const name of COLOR_TOKENS) {
    const value = style.getPropertyValue(name).trim();
    const fault = value && faultOf(name, value);
    const text = `checkout-session: ${name}: ${value} ${fault}.`;
    if (!fault || told.has(text)) continue;
    told.add(text);
    console.warn(text);
  }
}
