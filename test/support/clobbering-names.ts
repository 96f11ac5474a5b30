import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { nodesOf, parseSource } from './sources.js';

const DIST = path.resolve(import.meta.dirname, '../..', process.env['CHECKOUT_DIST'] ?? 'dist');

/** Whose members an element of the page may stand in for: `window` by its id, a document or a form by its name. */
const CLOBBERED = /^(globalThis|window|self|document|documentElement|body)$/;

/** What a script asks such an object for, and every name it uses without having declared it, in one built file. */
function* namesIn(file: string): Generator<string> {
  const { tree } = parseSource(file, readFileSync(path.join(DIST, file), 'utf8'));
  const declared = new Set<string>();
  const used = new Set<string>();
  const aliases = new Set<string>();
  for (const node of nodesOf(tree)) {
    if (
      (ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isParameter(node)) &&
      ts.isIdentifier(node.name)
    ) {
      declared.add(node.name.text);
      if (node.initializer && CLOBBERED.test(node.initializer.getText(tree))) aliases.add(node.name.text);
    }
    if (ts.isPropertyAccessExpression(node)) {
      const owner = node.expression.getText(tree);
      if (CLOBBERED.test(owner) || aliases.has(owner)) yield node.name.text;
    } else if (ts.isIdentifier(node) && !isNameOfMember(node)) used.add(node.text);
  }
  for (const name of used) if (!declared.has(name) && name.length > 2) yield name;
}

const isNameOfMember = ({ parent }: ts.Identifier): boolean =>
  ts.isPropertyAccessExpression(parent) ||
  ts.isPropertyAssignment(parent) ||
  ts.isMethodDeclaration(parent) ||
  ts.isClassDeclaration(parent);

/** Ids and names that stand in for something the built script may ask a page for, or that anybody may look up by mistake. */
export function clobberingNames(): readonly string[] {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.js') && !/npm|card-frame/.test(file),
  );
  return [...new Set([...files.flatMap((file) => [...namesIn(file)]), ...BY_LIBRARIES, ...BY_HABIT])].sort();
}

/** Globals that Lit, zod and i18next look for in other builds than ours. */
const BY_LIBRARIES = [
  ...['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions', 'litPropertyMetadata', 'litNonce'],
  ...[
    'litHtmlPolyfillSupport',
    'litElementPolyfillSupport',
    'reactiveElementPolyfillSupport',
    'litIssuedWarnings',
  ],
  ...['litElementHydrateSupport', 'ShadyCSS', 'ShadyDOM', 'trustedTypes', 'emitLitDebugLogEvents'],
  ...[
    '__zod_globalConfig',
    '__zod_globalRegistry',
    'i18next',
    'process',
    'global',
    'require',
    'define',
    'exports',
    'module',
  ],
];

/** What a hurried hand looks up by its id, and members of a document or a form that an element can hide. */
const BY_HABIT = [
  ...[
    'apiBase',
    'api-base',
    'apiUrl',
    'token',
    'config',
    'options',
    'checkout',
    'checkout-session',
    'session',
    'payment',
  ],
  ...[
    'order-summary',
    'pay-button',
    'payment-method-picker',
    'card-form',
    'pix-payment',
    'customer-fields',
    'state',
    'status',
  ],
  ...[
    'parent',
    'frames',
    'name',
    'origin',
    'event',
    'self',
    'top',
    'opener',
    'length',
    'closed',
    'location',
    'history',
  ],
  ...[
    'action',
    'method',
    'submit',
    'elements',
    'target',
    'children',
    'childNodes',
    'firstChild',
    'nextSibling',
    'parentNode',
  ],
  ...[
    'attributes',
    'nodeType',
    'nodeName',
    'tagName',
    'innerHTML',
    'textContent',
    'ownerDocument',
    'isConnected',
    'style',
  ],
  ...[
    'cookie',
    'domain',
    'referrer',
    'title',
    'URL',
    'baseURI',
    'head',
    'body',
    'forms',
    'images',
    'links',
    'scripts',
    'anchors',
  ],
  ...[
    'currentScript',
    'defaultView',
    'readyState',
    'visibilityState',
    'hidden',
    'activeElement',
    'adoptedStyleSheets',
  ],
  ...[
    'createElement',
    'createComment',
    'createTreeWalker',
    'importNode',
    'getElementById',
    'querySelector',
    'querySelectorAll',
  ],
  ...[
    'addEventListener',
    'removeEventListener',
    'dispatchEvent',
    'documentElement',
    'implementation',
    'lang',
    'dir',
  ],
];
