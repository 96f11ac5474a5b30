import { tsImport } from 'tsx/esm/api';

/** What `npm run manifest` writes: dist/custom-elements.json, from the doc blocks of the elements. */
export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*.styles.ts', '**/*.test.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false, // the default writes into package.json
  plugins: [publicOnly(), namedUnions(), tokens(), shippedPaths()],
};

/** The manifest is for a page's author: no helper modules, and nothing a class keeps to itself. */
function publicOnly() {
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest: manifest }) {
      manifest.modules = manifest.modules.filter(({ declarations }) =>
        declarations.some(({ tagName }) => tagName),
      );
      for (const declaration of manifest.modules.flatMap(({ declarations }) => declarations)) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        // What elements ask of each other is no event of the page's.
        if (declaration.events)
          declaration.events = declaration.events.filter(({ name }) => !name.endsWith('-request'));
      }
    },
  };
}

const LIFECYCLE = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'createRenderRoot',
  'firstUpdated',
  'render',
  'shouldUpdate',
  'update',
  'updated',
  'willUpdate',
]);

const isPublic = ({ name, privacy }) =>
  privacy !== 'private' && privacy !== 'protected' && !/^[_#]/.test(name) && !LIFECYCLE.has(name);

const { TOKENS } = await tsImport('./src/theme/tokens.ts', import.meta.url);

const { PROVIDERS } = await tsImport('./src/core/providers/dialect.ts', import.meta.url);
const { SUBMIT_TYPES } = await tsImport('./src/core/session/session.ts', import.meta.url);

/** Unions that have a name in the sources. An editor, and a control of the Storybook, needs what is in them. */
const UNIONS = { ProviderId: PROVIDERS, SubmitType: SUBMIT_TYPES };

/** A type that is one of them is written out. */
function namedUnions() {
  const written = (text) =>
    text.replace(/\w+/g, (name) => UNIONS[name]?.map((value) => `'${value}'`).join(' | ') ?? name);
  return {
    name: 'named-unions',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const { members = [], attributes = [] } of modules.flatMap(({ declarations }) => declarations))
        for (const { type } of [...members, ...attributes])
          if (type && Object.keys(UNIONS).some((name) => type.text.split(' | ').includes(name)))
            type.text = written(type.text);
    },
  };
}

/** The custom properties stand in a table of their own; they are the whole checkout's, whatever it is made of. */
function tokens() {
  return {
    name: 'tokens',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const checkout = modules
        .flatMap(({ declarations }) => declarations)
        .find(({ tagName }) => tagName === 'checkout-session');
      checkout.cssProperties = TOKENS.map(({ name, light, dark, description }) => ({
        name,
        default: dark === undefined ? light : `light-dark(${light}, ${dark})`,
        description,
      }));
    },
  };
}

/** The package ships no sources: every path becomes the one of the module it is built to. */
function shippedPaths() {
  const shipped = (file) => file?.replace(/^\/?src\/(.*)\.ts$/, 'dist/npm/$1.js');
  return {
    name: 'shipped-paths',
    packageLinkPhase({ customElementsManifest }) {
      // Paths stand at modules, and in every reference from one module to another.
      const visit = (node) => {
        if (node === null || typeof node !== 'object') return;
        for (const key of ['path', 'module'])
          if (typeof node[key] === 'string') node[key] = shipped(node[key]);
        Object.values(node).forEach(visit);
      };
      visit(customElementsManifest.modules);
    },
  };
}
