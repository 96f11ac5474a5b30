import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { METHOD_TYPES } from '../src/core/payment-methods/index.js';
import { PROVIDERS } from '../src/core/providers/dialect.js';
import { importsOf, lineOf, nodesOf, parseSource, readSources, type Source } from './support/sources.js';

/**
 * Who may import whom: for each part of the product the parts, and the packages, that it may import. Read from the
 * top: nothing may import what stands further down, and what is not listed is not allowed.
 */
const LAYERS: Readonly<Record<string, { parts: readonly string[]; packages: readonly RegExp[] }>> = {
  'src/core': { parts: [], packages: [/^zod\/mini$/] },
  'src/theme': { parts: [], packages: [/^lit$/] },
  'src/i18n': { parts: ['src/core'], packages: [/^i18next$/] },
  'src/stripe': { parts: ['src/core'], packages: [/^@stripe\/stripe-js\/pure$/] },
  'src/card-frame/shared': { parts: ['src/core'], packages: [/^zod\/mini$/] },
  'src/card-frame/host': { parts: ['src/core', 'src/card-frame/shared'], packages: [] },
  'src/card-frame/frame': {
    parts: ['src/core', 'src/card-frame/shared', 'src/theme'],
    packages: [/^zod\/mini$/, /^credit-card-type\/dist\/lib\/card-types\.js$/],
  },
  'src/events.ts': { parts: ['src/core'], packages: [] },
  'src/controllers': {
    parts: [
      'src/core',
      'src/i18n',
      'src/stripe',
      'src/card-frame/shared',
      'src/card-frame/host',
      'src/events.ts',
    ],
    packages: [/^lit(\/|$)/],
  },
  'src/elements': {
    parts: [
      'src/core',
      'src/i18n',
      'src/theme',
      'src/card-frame/shared',
      'src/card-frame/host',
      'src/controllers',
      'src/events.ts',
    ],
    packages: [/^lit(\/|$)/, /^lean-qr(\/|$)/],
  },
  'src/index.ts': {
    parts: [
      'src/core',
      'src/i18n',
      'src/card-frame/shared',
      'src/controllers',
      'src/elements',
      'src/events.ts',
    ],
    packages: [],
  },
  'src/define.ts': { parts: ['src/elements', 'src/index.ts'], packages: [] },
  // The API as a fetch handler, beside the product: nothing of the product knows it.
  'src/sandbox': { parts: ['src/core'], packages: [/^zod\/mini$/, /^hono(\/|$)/] },
};

/** Parts of a part that are closed to an importer, even for a type. */
const CLOSED: Readonly<Record<string, readonly string[]>> = {
  'src/elements': ['src/core/providers', 'src/core/transport'],
};

/** Loaded when it is needed and by nobody sooner: a value of it comes by `import()` only. */
const ONLY_DYNAMIC = ['src/stripe'];

/** Where a method or a provider may be asked for by its name: in what is its own. */
const OF_ONE_METHOD_OR_PROVIDER = [
  /^src\/core\/payment-methods\/(?!index\.ts|record\.ts)/,
  /^src\/core\/providers\/(native|z2pay|plugtopay|conomy|payonify)\b/,
  /^src\/elements\/(card|pix|boleto|mobile-money)-/,
  /^src\/stripe\//,
  /^src\/card-frame\//,
  /^src\/sandbox\/providers\//,
];

/** Lines a file may have; the first pattern that fits counts. */
const LENGTH_LIMITS: readonly (readonly [RegExp, number])[] = [
  [/^src\/i18n\/locales\//, 600], // words, not code
  [/^src\/core\/session\/session\.ts$/, 300], // types only, read as one page
  [/^src\/core\//, 200],
  [/^src\//, 350],
];

/** Ways to turn text into code or markup, all blocked by a strict policy on the host page. */
const TEXT_INTO_CODE = new Set([
  'DOMParser',
  'Function',
  'createContextualFragment',
  'eval',
  'innerHTML',
  'insertAdjacentHTML',
  'outerHTML',
  'setHTMLUnsafe',
  'srcdoc',
  'styleMap',
  'unsafeCSS',
  'unsafeHTML',
  'unsafeSVG',
]);

type Rule = (source: Source) => readonly string[];

const isIn = (file: string, part: string): boolean => file === part || file.startsWith(`${part}/`);

const layerOf = (file: string): string | undefined => Object.keys(LAYERS).find((part) => isIn(file, part));

const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

/** A rule over the nodes of a file: `wrong` says what is wrong with a node, if anything. */
const nodeRule =
  (wrong: (node: ts.Node, source: Source) => string | undefined): Rule =>
  (source) =>
    [...nodesOf(source.tree)].flatMap((node) => {
      const message = wrong(node, source);
      return message === undefined ? [] : [`${source.file}:${lineOf(source, node)} ${message}`];
    });

const importsWhatItMay: Rule = (source) => {
  const own = layerOf(source.file);
  const layer = own === undefined ? undefined : LAYERS[own];
  if (own === undefined || !layer) return [`${source.file} belongs to no part of the table`];
  const isAllowed = (target: string, isOurs: boolean): boolean =>
    isOurs
      ? isIn(target, own) ||
        (layer.parts.some((part) => isIn(target, part)) &&
          !(CLOSED[own] ?? []).some((part) => isIn(target, part)))
      : layer.packages.some((pattern) => pattern.test(target));
  return importsOf(source)
    .filter(({ target, isOurs }) => !isAllowed(target, isOurs))
    .map(({ target }) => `${source.file} imports ${target}`);
};

const loadsOnDemand: Rule = (source) =>
  importsOf(source)
    .filter(({ target, kind }) => kind === 'static' && ONLY_DYNAMIC.some((part) => isIn(target, part)))
    .filter(({ target }) => layerOf(target) !== layerOf(source.file))
    .map(({ target }) => `${source.file} imports ${target} at once`);

const importsDeclaredPackages: Rule = (source) => {
  const declared = declaredPackages();
  return importsOf(source)
    .filter(({ target, isOurs }) => !isOurs && !declared.has(packageOf(target)))
    .map(({ target }) => `${source.file} imports ${target}, which package.json does not list`);
};

const hasKebabCaseName: Rule = ({ file }) => {
  const isLocale = /^src\/i18n\/locales\/[a-z]{2,3}(-([A-Z][A-Za-z]+|\d{3}))?(-more|-action)?\.ts$/.test(
    file,
  ); // named as BCP 47 has it
  const isKebab = file.split('/').every((part) => /^[a-z0-9]+([-.][a-z0-9]+)*$/.test(part));
  return isKebab || isLocale ? [] : [`${file} is not in kebab-case`];
};

const exportsByName: Rule = nodeRule((node) => {
  const isDefault =
    (ts.isExportAssignment(node) && !node.isExportEquals) ||
    node.kind === ts.SyntaxKind.DefaultKeyword ||
    (ts.isExportSpecifier(node) && node.name.text === 'default');
  // A `default:` clause has no keyword node of its own, so that only the modifier is met here.
  return isDefault ? 'exports a default' : undefined;
});

const hasNoAny: Rule = nodeRule((node) =>
  node.kind === ts.SyntaxKind.AnyKeyword ? 'says any instead of unknown' : undefined,
);

const turnsNoTextIntoCode: Rule = nodeRule((node) => {
  if (ts.isIdentifier(node) && TEXT_INTO_CODE.has(node.text)) return `uses ${node.text}`;
  // In a lit template the property is bound as `.innerHTML=`.
  const bound = isTemplateText(node)
    ? /[.\s](innerHTML|outerHTML|srcdoc)\s*=/i.exec(node.text)?.[1]
    : undefined;
  return bound && `binds ${bound}`;
});

const hasNoStyleAttribute: Rule = nodeRule((node) => {
  if (isTemplateText(node) && /(^|\s)style\s*=|<style/i.test(node.text)) return 'has style in a template';
  const isSetAttribute =
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'setAttribute' &&
    isName(node.arguments[0], ['style']);
  return isSetAttribute ? 'sets the attribute style' : undefined;
});

const asksForNoName: Rule = (source) =>
  OF_ONE_METHOD_OR_PROVIDER.some((pattern) => pattern.test(source.file)) ? [] : namesAskedFor(source);

const namesAskedFor: Rule = nodeRule((node) => {
  const names = [...METHOD_TYPES, ...PROVIDERS];
  if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(node.operatorToken.getText())) {
    const [one, other] = [node.left, node.right];
    const isAsked =
      (isName(one, names) && !isAnswerOfRecord(other)) || (isName(other, names) && !isAnswerOfRecord(one));
    return isAsked ? `asks ${node.getText()}` : undefined;
  }
  if (
    ts.isCaseClause(node) &&
    isName(node.expression, names) &&
    !isAnswerOfRecord(node.parent.parent.expression)
  )
    return `has a case for ${node.expression.getText()}`;
  const isIncludes =
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'includes' &&
    ts.isArrayLiteralExpression(node.expression.expression) &&
    node.expression.expression.elements.some((element) => isName(element, names));
  return isIncludes ? `asks ${node.getText()}` : undefined;
});

/** `record.form` says which form a method has, and shares a word with the method that has it alone. */
const isAnswerOfRecord = (node: ts.Node): boolean =>
  ts.isPropertyAccessExpression(node) && node.name.text === 'form';

const isName = (node: ts.Node | undefined, names: readonly string[]): boolean =>
  node !== undefined && ts.isStringLiteralLike(node) && names.includes(node.text);

const isTemplateText = (
  node: ts.Node,
): node is ts.NoSubstitutionTemplateLiteral | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail =>
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node);

const isShortEnough: Rule = ({ file, tree }) => {
  const limit = LENGTH_LIMITS.find(([pattern]) => pattern.test(file))?.[1] ?? 0;
  const lines = tree.text.trimEnd().split('\n').length;
  return lines <= limit ? [] : [`${file} has ${lines} lines, ${limit} are the limit`];
};

const titled = ([file, text]: readonly [string, string]): [string, string, string] => [
  `${file} ${text.split('\n')[0] ?? ''}`.trim(),
  file,
  text,
];

const root = path.dirname(import.meta.dirname);

function declaredPackages(): ReadonlySet<string> {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  return new Set(Object.keys({ ...dependencies, ...devDependencies }));
}

const sources = readSources(root, 'src');
const product = sources.filter(({ file }) => !isIn(file, 'src/sandbox'));

/** Per rule: where it holds, sources it must refuse, and near misses it must let pass, each as file and text. */
const RULES: readonly {
  title: string;
  rule: Rule;
  holdsIn: readonly Source[];
  refused: readonly (readonly [file: string, text: string])[];
  fine: readonly (readonly [file: string, text: string])[];
}[] = [
  {
    title: 'every part imports only what the table allows',
    rule: importsWhatItMay,
    holdsIn: sources,
    refused: [
      ['src/core/a.ts', `import { LitElement } from 'lit';`],
      ['src/core/a.ts', `import * as z from 'zod';`],
      ['src/core/a.ts', `import type { Theme } from '../controllers/checkout-store.js';`],
      ['src/core/a.ts', `const later = () => import('../i18n/create-i18n.js');`],
      ['src/core/a.ts', `export { t } from '../i18n/create-i18n.js';`],
      ['src/core/a.ts', `let later: import('../events.js').CheckoutReadyEvent;`],
      ['src/core/a.ts', `const later = (name: string) => import(name);`],
      ['src/controllers/a.ts', `import { createSandbox } from '../sandbox/index.js';`],
      ['src/index.ts', `export { createSandbox } from './sandbox/index.js';`],
      ['src/elements/a/a.ts', `import type { Dialect } from '../../core/providers/dialect.js';`],
      ['src/elements/a/a.ts', `import { send } from '../../core/transport/request.js';`],
      ['src/elements/a/a.ts', `import { createSandbox } from '../../sandbox/index.js';`],
      ['src/card-frame/host/a.ts', `import { main } from '../frame/main.js';`],
      ['src/card-frame/frame/a.ts', `import { link } from '../host/frame-link.js';`],
      ['src/card-frame/frame/a.ts', `import { html } from 'lit';`],
      ['src/card-frame/shared/a.ts', `import { link } from '../host/frame-link.js';`],
      ['src/stripe/a.ts', `import { loadStripe } from '@stripe/stripe-js';`],
      ['src/controllers/a.ts', `import { loadStripe } from '@stripe/stripe-js/pure';`],
      ['src/new-part/a.ts', ``],
    ],
    fine: [
      ['src/core/a.ts', `import * as z from 'zod/mini'; import { b } from './session/b.js';`],
      ['src/elements/a/a.ts', `import type { CheckoutSession } from '../../core/session/session.js';`],
      ['src/controllers/a.ts', `import { loadDialect } from '../core/providers/index.js';`],
      ['src/card-frame/frame/a.ts', `import { parseHello } from '../shared/messages.js';`],
    ],
  },
  {
    title: 'what is loaded on demand is imported by import() or for its types',
    rule: loadsOnDemand,
    holdsIn: product,
    refused: [['src/controllers/a.ts', `import { mount } from '../stripe/mount.js';`]],
    fine: [
      ['src/controllers/a.ts', `const load = () => import('../stripe/mount.js');`],
      ['src/controllers/a.ts', `import type { Mount } from '../stripe/mount.js';`],
      ['src/stripe/a.ts', `import { mount } from './mount.js';`],
    ],
  },
  {
    title: 'every package that is imported is one package.json lists',
    rule: importsDeclaredPackages,
    holdsIn: sources,
    refused: [['src/core/a.ts', `import leftPad from 'left-pad/lib';`]],
    fine: [['src/controllers/a.ts', `import { html } from 'lit/html.js';`]],
  },
  {
    title: 'files have kebab-case names',
    rule: hasKebabCaseName,
    holdsIn: sources,
    refused: [
      ['src/core/brCode.ts', ''],
      ['src/elements/PayButton/pay-button.ts', ''],
      ['src/core/br_code.ts', ''],
    ],
    fine: [
      ['src/elements/pay-button/pay-button.styles.ts', ''],
      ['src/i18n/locales/pt-BR.ts', ''],
      ['src/core/pix/crc16.ts', ''],
    ],
  },
  {
    title: 'nothing is exported as default',
    rule: exportsByName,
    holdsIn: sources,
    refused: [
      ['src/a.ts', `export default class A {}`],
      ['src/a.ts', `const a = 1; export default a;`],
      ['src/a.ts', `const a = 1; export { a as default };`],
    ],
    fine: [['src/a.ts', `export const a = (b: number) => { switch (b) { default: return 1; } };`]],
  },
  {
    title: 'no type is any',
    rule: hasNoAny,
    holdsIn: sources,
    refused: [
      ['src/a.ts', `export const a = (b: any) => b;`],
      ['src/a.ts', `export type A = Record<string, any>;`],
    ],
    fine: [['src/a.ts', `// any\nexport const any: unknown = 'any';`]],
  },
  {
    title: 'no text becomes code or markup',
    rule: turnsNoTextIntoCode,
    holdsIn: sources,
    refused: [
      ['src/a.ts', `element.innerHTML = text;`],
      ['src/a.ts', `import { unsafeHTML } from 'lit/directives/unsafe-html.js';`],
      ['src/a.ts', `eval(text);`],
      ['src/a.ts', `new Function(text)();`],
      ['src/a.ts', 'html`<p .innerHTML=${text}></p>`;'],
    ],
    fine: [['src/a.ts', `// innerHTML\nelement.textContent = text; element.append('eval');`]],
  },
  {
    title: 'no template styles an element by itself',
    rule: hasNoStyleAttribute,
    holdsIn: product,
    refused: [
      ['src/a.ts', 'html`<p style="color: red"></p>`;'],
      ['src/a.ts', 'html`<p class=${a} style=${b}></p>`;'],
      ['src/a.ts', 'html`<style>p { color: red }</style>`;'],
      ['src/a.ts', `element.setAttribute('style', text);`],
    ],
    fine: [['src/a.ts', 'html`<p class="style"></p>`; element.style.setProperty(name, value);']],
  },
  {
    title: 'no shared file asks for a payment method or a provider by name',
    rule: asksForNoName,
    holdsIn: sources,
    refused: [
      ['src/core/checkout.ts', `if (method.type === 'pix') wait();`],
      ['src/core/checkout.ts', `const isCard = 'card' == method.type;`],
      ['src/core/transport/api.ts', `if (dialect.id !== 'z2pay') send();`],
      ['src/controllers/a.ts', `switch (type) { case 'boleto': print(); }`],
      ['src/elements/pay-button/a.ts', `if (['pix', 'boleto'].includes(type)) show();`],
      ['src/core/payment-methods/index.ts', `if (type === 'card') ask();`],
    ],
    fine: [
      ['src/core/payment-methods/pix.ts', `export const isPix = (type: string) => type === 'pix';`],
      ['src/core/providers/conomy-rails.ts', `if (type === 'pix') rail();`],
      ['src/elements/pix-payment/pix-payment.ts', `if (scheme === 'pix') draw();`],
      ['src/controllers/a.ts', `if (record.form === 'card') tokenize();`],
      ['src/core/checkout.ts', `if (state.status === 'ready') pay('pix');`],
    ],
  },
  {
    title: 'no file is too long to read at once',
    rule: isShortEnough,
    holdsIn: sources,
    refused: [
      ['src/core/a.ts', 'a();\n'.repeat(201)],
      ['src/elements/a/a.ts', 'a();\n'.repeat(351)],
    ],
    fine: [
      ['src/core/a.ts', 'a();\n'.repeat(200)],
      ['src/elements/a/a.ts', 'a();\n'.repeat(350)],
    ],
  },
];

describe.each(RULES.map((row) => [row.title, row] as const))('%s', (_title, row) => {
  const { rule, holdsIn, refused, fine } = row;

  test('holds in the sources', () => {
    const wrong = holdsIn.flatMap((source) => rule(source));
    expect(wrong, wrong.join('\n')).toEqual([]);
  });

  test.each(refused.map(titled))('refuses %s', (_title, file, text) => {
    expect(rule(parseSource(file, text))).not.toEqual([]);
  });

  test.each(fine.map(titled))('lets %s pass', (_title, file, text) => {
    expect(rule(parseSource(file, text))).toEqual([]);
  });
});

/** Packages that are loaded, sooner or later, with the files of a part. */
function packagesReached(all: readonly Source[], part: string): ReadonlySet<string> {
  const byFile = new Map(all.map((source) => [source.file, source]));
  const seen = new Set(all.map(({ file }) => file).filter((file) => isIn(file, part)));
  const packages = new Set<string>();
  // A set that grows while it is walked is walked to its new end.
  for (const file of seen) {
    const source = byFile.get(file);
    for (const { target, isOurs, kind } of source ? importsOf(source) : [])
      if (kind !== 'type') (isOurs ? seen : packages).add(isOurs ? target : packageOf(target));
  }
  return packages;
}

describe('the card frame uses no Lit, nor does anything it imports', () => {
  const reached = (all: readonly Source[]): readonly string[] =>
    [...packagesReached(all, 'src/card-frame/frame')].filter((name) =>
      /^(lit|lit-html|lit-element|@lit)/.test(name),
    );
  const frame = parseSource('src/card-frame/frame/main.ts', `import { styles } from '../../theme/a.js';`);

  test('holds in the sources', () => {
    expect(reached(sources)).toEqual([]);
    expect(packagesReached(sources, 'src/card-frame/frame').size).toBeGreaterThan(0);
  });

  test('refuses one that is reached by way of another file', () => {
    const theme = parseSource('src/theme/a.ts', `import { css } from 'lit';`);
    expect(reached([frame, theme])).toEqual(['lit']);
  });

  test('lets a type of it pass', () => {
    const theme = parseSource('src/theme/a.ts', `import type { CSSResult } from 'lit';`);
    expect(reached([frame, theme])).toEqual([]);
  });
});

test('every part of the table that exists has files, and their imports are seen', () => {
  const parts = new Set(sources.map(({ file }) => layerOf(file)));
  // Those without which there is no product; a typing error in the table would leave one of them empty.
  for (const part of ['src/core', 'src/theme', 'src/controllers', 'src/elements', 'src/sandbox'])
    expect(parts).toContain(part);
  const kinds = sources.flatMap((source) => importsOf(source)).map(({ kind }) => kind);
  for (const kind of ['static', 'dynamic', 'type']) expect(kinds).toContain(kind);
});
