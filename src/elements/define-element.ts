/** The version of this package; the test that reads package.json keeps it true. */
export const VERSION = '0.1.0';

let warned = false;

/**
 * Registers a tag. One that is ours already is left alone; one that something else took (another version of this script,
 * another library) is skipped with one warning for the page, because a page that loads us twice must still work.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const existing = customElements.get(tag);
  if (!existing) {
    customElements.define(tag, element);
    return;
  }
  if (existing === element || warned) return;
  warned = true;
  const theirs = (existing as { readonly version?: unknown }).version;
  console.warn(
    `checkout-session ${VERSION}: <${tag}> is already defined by ${theirs === undefined ? 'something else' : `version ${String(theirs)}`}; this copy leaves it as it is.`,
  );
}
