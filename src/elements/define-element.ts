/** The version of this package; a test compares it with package.json. */
export const VERSION = '0.1.0';

/** Where a class says which version it is of: readable by every copy of this script, minified or not. */
const VERSION_KEY = Symbol.for('checkout-session/version');

let warned = false;

/**
 * Registers a tag. One that is ours already is left alone; one that something else took (another version of this script,
 * another library) is skipped with one warning for the page, because a page that loads us twice must still work.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const existing = customElements.get(tag);
  if (!existing) {
    Object.defineProperty(element, VERSION_KEY, { value: VERSION });
    customElements.define(tag, element);
    return;
  }
  if (existing === element || warned) return;
  warned = true;
  const theirs: unknown = Reflect.get(existing, VERSION_KEY);
  const owner = typeof theirs === 'string' ? `version ${theirs}` : 'something else';
  console.warn(`checkout-session ${VERSION}: <${tag}> is already defined, by ${owner}; it is left as it is.`);
}
