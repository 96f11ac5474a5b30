/** What is read here of a custom elements manifest. */
interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly cssProperties?: readonly Token[];
    }[];
  }[];
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

/** The custom properties of an element, as its doc block lists them. */
export const tokensOf = (tag: string): readonly Token[] =>
  (manifest as Manifest).modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === tag)?.cssProperties ?? [];
