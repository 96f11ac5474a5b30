/** What is read here of a custom elements manifest. */
interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly Declaration[];
  }[];
}

/** Of an element. */
interface Declaration {
  readonly tagName?: string;
  readonly summary?: string;
  readonly cssProperties?: readonly Token[];
  readonly cssParts?: readonly Named[];
  readonly slots?: readonly Named[];
}

/** A part or a slot. */
export interface Named {
  readonly name: string;
  readonly description?: string;
}

/** A custom property that an element is documented to read. */
export interface Token {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}

/** Written by `npm run manifest`: not there in a fresh clone, which has to compile all the same. */
export const manifest: unknown = Object.values(
  import.meta.glob('../../dist/custom-elements.json', { eager: true, import: 'default' }),
)[0];

/** Every element, the whole checkout first. */
export const elementsOf = (from = manifest): readonly (Declaration & { readonly tagName: string })[] =>
  (from as Manifest).modules
    .flatMap(({ declarations }) => declarations)
    .flatMap((one) => (one.tagName === undefined ? [] : [{ ...one, tagName: one.tagName }]))
    .sort(
      (a, b) =>
        Number(b.tagName === 'checkout-session') - Number(a.tagName === 'checkout-session') ||
        a.tagName.localeCompare(b.tagName),
    );

/** The custom properties of an element, as its doc block lists them. */
export const tokensOf = (tag: string): readonly Token[] =>
  elementsOf().find(({ tagName }) => tagName === tag)?.cssProperties ?? [];
