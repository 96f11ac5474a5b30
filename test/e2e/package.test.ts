import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { TOKENS } from '../../src/theme/tokens.js';

const root = path.resolve(import.meta.dirname, '../..');

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly files: readonly string[];
  readonly customElements: string;
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

interface Locked {
  readonly version: string;
  readonly hasInstallScript?: true;
  readonly devOptional?: true;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Bom {
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly properties: readonly { readonly name: string }[];
  }[];
}

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly cssProperties?: readonly { readonly name: string }[];
    }[];
  }[];
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;

const pkg = readJson<Package>('package.json');

/** What is installed together with the package: its dependencies, and theirs, by name. */
function installed(): ReadonlyMap<string, Locked> {
  const { packages } = readJson<Lock>('package-lock.json');
  const found = new Map<string, Locked>();
  const add = (name: string): void => {
    const locked = packages[`node_modules/${name}`];
    if (!locked) throw new Error(`the lock file has no ${name}`);
    if (found.has(name)) return;
    found.set(name, locked);
    Object.keys(locked.dependencies ?? {}).forEach(add);
  };
  Object.keys(pkg.dependencies).forEach(add);
  return found;
}

/** Runs a module in a plain Node, outside the test's own environment, and gives what it prints as JSON. */
function inNode<T>(code: string): T {
  const args = ['--input-type=module', '--eval', code];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })) as T;
}

/** What the entry exports, beside types: somebody's import breaks with every name that is taken away. */
const OTHER_NAMES = [
  'CheckoutError',
  'FAILURE_CODES',
  'PROVIDERS',
  'cardFrameHeaders',
  'createCheckout',
  'formatMoney',
  'loadDialect',
  'transition',
];

const EVENTS = [
  'CheckoutCancelEvent',
  'CheckoutErrorEvent',
  'CheckoutReadyEvent',
  'CheckoutRedirectEvent',
  'CheckoutStateChangeEvent',
  'PaymentActionEvent',
  'PaymentFailureEvent',
  'PaymentMethodChangeEvent',
  'PaymentStartEvent',
  'PaymentSuccessEvent',
  'PaymentUnknownEvent',
  'SessionExpireEvent',
];

/** By their sources: each of them is exported. */
const ELEMENTS = readdirSync(path.join(root, 'src/elements'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => [
    ...readFileSync(path.join(root, 'src/elements', name), 'utf8').matchAll(/^export class (\w+Element)\b/gm),
  ])
  .map(([, name]) => name)
  .sort();

const targetsOf = (entry: Package['exports'][string]): readonly string[] =>
  typeof entry === 'string' ? [entry] : Object.values(entry);

const targets = Object.entries(pkg.exports).flatMap(([entry, target]) =>
  targetsOf(target).map((file) => [entry, file] as const),
);

describe('package.json', () => {
  test.each(Object.entries({ ...pkg.dependencies, ...pkg.devDependencies }))(
    'names one exact version of %s',
    (_name, version) => {
      expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    },
  );

  test.each(['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'])(
    'runs nothing at %s on the machine of who installs it',
    (script) => {
      expect(pkg.scripts).not.toHaveProperty(script);
    },
  );

  test('installs what the lock file names exactly, and none of it runs anything there', () => {
    const { packages } = readJson<Lock>('package-lock.json');
    for (const [name, version] of Object.entries(pkg.dependencies))
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    const running = [...installed()].filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(running.map(([name]) => name)).toEqual([]);
  });

  test('ships no test and no tool', () => {
    const allowed = ['dist', 'README.md', 'CHANGELOG.md', 'LICENSE'];
    expect(pkg.files.filter((file) => !allowed.includes(file))).toEqual([]);
    const shipped = readdirSync(path.join(root, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(shipped.filter((file) => /\.(test|spec|stories)\.|(^|\/)tests?\//.test(file))).toEqual([]);
  });

  test('has a bill of materials that lists what is installed with it, and nothing else', () => {
    const npm = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64e6,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { packages } = readJson<Lock>('package-lock.json');
    const listed = (JSON.parse(npm) as Bom).components.filter(
      ({ name, properties }) =>
        properties.every((property) => property.name !== 'cdx:npm:package:development') &&
        // A peer that is no must (TypeScript), and is here for our own work.
        !packages[`node_modules/${name}`]?.devOptional,
    );
    expect(listed.map(({ name, version }) => `${name} ${version}`).sort()).toEqual(
      [...installed()].map(([name, { version }]) => `${name} ${version}`).sort(),
    );
  });

  test.each(targets)('exports %s from %s, which is there and is shipped', (_entry, target) => {
    // `*` stands for each preset; `default` is one of them.
    expect(existsSync(path.join(root, target.replace('*', 'default')))).toBe(true);
    const shipped = [...pkg.files, 'package.json'];
    expect(shipped).toContain(path.normalize(target).split(path.sep)[0]);
  });

  test('points at the manifest of its elements', () => {
    const file = path.normalize(pkg.customElements);
    expect(pkg.files).toContain(file.split(path.sep)[0]);
    const { modules } = readJson<Manifest>(file);
    const tags = modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName));
    expect(tags).toContain('checkout-session');
    expect(tags).toContain('payment-method-picker');
    const checkout = modules
      .flatMap(({ declarations }) => declarations)
      .find(({ tagName }) => tagName === 'checkout-session');
    expect(checkout?.cssProperties?.map(({ name }) => name)).toEqual(TOKENS.map(({ name }) => name));
    expect(modules.map((module) => module.path).filter((name) => !existsSync(path.join(root, name)))).toEqual(
      [],
    );
  });
});

describe('the package in plain Node', () => {
  test('is imported without a page, and leaves nothing of one behind', () => {
    const { names, added } = inNode<{ names: string[]; added: string[] }>(`
      const before = new Set(Object.getOwnPropertyNames(globalThis));
      const names = Object.keys(await import('./dist/npm/index.js'));
      const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
      console.log(JSON.stringify({ names, added }));`);
    expect(names.filter((name) => !/(Element|Event)$/.test(name))).toEqual(OTHER_NAMES);
    expect(names.filter((name) => name.endsWith('Element'))).toEqual(ELEMENTS);
    expect(names.filter((name) => name.endsWith('Event'))).toEqual(EVENTS);
    expect(added).not.toContain('window');
    expect(added).not.toContain('document');
    expect(added).not.toContain('HTMLElement');
    // What is left are notes of libraries to themselves, and the registry Lit keeps for servers.
    expect(added.filter((name) => !/^(customElements$|lit[A-Z]|reactiveElement|__zod_)/.test(name))).toEqual(
      [],
    );
  });

  test('defines no element by being imported', () => {
    const defined = inNode<boolean>(`
      await import('./dist/npm/index.js');
      console.log(JSON.stringify(Boolean(globalThis.customElements?.get('checkout-session'))));`);
    expect(defined).toBe(false);
  });

  test('defines the elements by its entry for that, and a second time does nothing', () => {
    const defined = inNode<boolean[]>(`
      await import('./dist/npm/define.js');
      await import('./dist/npm/define.js?again');
      const tags = ['checkout-session', 'payment-method-picker', 'order-summary', 'pay-button'];
      console.log(JSON.stringify(tags.map((tag) => Boolean(globalThis.customElements?.get(tag)))));`);
    expect(defined).toEqual([true, true, true, true]);
  });

  test('gives a sandbox that answers', () => {
    const status = inNode<number>(`
      const { createSandbox } = await import('./dist/npm/sandbox/index.js');
      const answer = await createSandbox().fetch(new Request('http://localhost/native/checkout-sessions/current'));
      console.log(JSON.stringify(answer.status));`);
    expect(status).toBe(401);
  });
});

describe('the built files', () => {
  const scripts = readdirSync(path.join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.js') && !/^(npm|types)\b/.test(name),
  );

  test.each(scripts)('%s knows nothing of the machine it was built on', (name) => {
    const text = readFileSync(path.join(root, 'dist', name), 'utf8');
    expect(text).not.toContain(root);
    expect(text).not.toMatch(/\bprocess\.env\b|\brequire\(/);
  });

  test('the card frame names the integrity of the script that is there', async () => {
    const html = readFileSync(path.join(root, 'dist/card-frame/index.html'), 'utf8');
    const script = readFileSync(path.join(root, 'dist/card-frame/card-frame.js'));
    const digest = Buffer.from(await crypto.subtle.digest('SHA-384', script)).toString('base64');
    expect(html).toContain(`integrity="sha384-${digest}"`);
  });
});
