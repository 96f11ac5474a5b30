#!/usr/bin/env node
/**
 * Finds a Chrome or Chromium for the tests, or installs one; and its shell without windows, which does the same work in
 * less than half the time.
 *
 * As a module: `useBrowser()`. As a command: `node test/support/find-browser.mjs [--no-install]` prints the
 * path on stdout. What it does on the way is said on stderr, so that stdout holds the path and nothing else.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ path: string, version: string, source: string }} Browser  `source` says where it was found. */
/** @typedef {{ path: string | undefined, source: string }} Candidate */

const ENVIRONMENT_VARIABLES = ['CHROME_PATH', 'CHROMIUM_PATH', 'PUPPETEER_EXECUTABLE_PATH'];
const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];
/** The same engine and network without a window around it; autofill and page caches are tested in the whole browser. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
const INSTALL_TIMEOUT_MS = 600_000;
const VERSION_TIMEOUT_MS = 20_000;

const APT = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
const APT_INSTALL = [...APT, 'install', '-y', '--no-install-recommends'];
/** What root may run to install a Chromium, by package manager; the first manager that exists is used. */
const PACKAGE_MANAGERS = {
  'apt-get': [
    [...APT, 'update'],
    [...APT_INSTALL, 'chromium'],
  ],
  apk: [['add', '--no-cache', 'chromium']],
  dnf: [['install', '-y', '-q', 'chromium']],
};

/**
 * The path of a browser that really starts. Looks in the environment, on the PATH, in the usual places and in
 * Playwright's cache; then, unless `install` is false, installs one. Throws one error that names all that was tried.
 *
 * @param {{ install?: boolean, say?: (message: string) => void }} [options]
 * @returns {Browser}
 */
export function findBrowser({ install = true, say = (message) => console.error(message) } = {}) {
  /** @type {string[]} */
  const tried = [];
  const pick = (/** @type {Candidate[]} */ candidates) => firstThatStarts(candidates, tried, say);

  const present = pick([
    ...fromEnvironment(),
    ...COMMANDS.map((name) => ({ path: onPath(name), source: `${name} on the PATH` })),
    ...usualPlaces().map((place) => ({ path: executable(place), source: place })),
    ...playwrightCache(),
  ]);
  if (present) return present;
  tried.push('the PATH', 'the usual places', 'Playwright’s cache');

  if (install) {
    for (const installer of [withPackageManager, withPlaywright]) {
      const outcome = installer(say);
      const browser = pick(outcome.candidates);
      if (browser) return browser;
      tried.push(outcome.report);
    }
  }
  throw new Error(
    `No Chrome or Chromium was found${install ? ', and none could be installed' : ''}.\n` +
      `Tried: ${tried.join('; ')}.\n` +
      'Install Chrome or Chromium and try again, or set CHROME_PATH to the path of its executable.',
  );
}

/**
 * Finds both and tells Vitest's configuration and the tests by `CHROME_PATH` and `HEADLESS_SHELL_PATH`. Where there is no
 * shell of the browser's own version, the browser does all.
 *
 * @returns {Browser}
 */
export function useBrowser() {
  const browser = findBrowser();
  process.env['CHROME_PATH'] = browser.path;
  process.env['HEADLESS_SHELL_PATH'] = findShell(browser) ?? browser.path;
  return browser;
}

/** @param {Browser} browser */
function findShell({ version }) {
  const number = /[\d.]{5,}/.exec(version)?.[0];
  const present = () =>
    [process.env['HEADLESS_SHELL_PATH'], ...SHELLS.map(onPath)].find(
      (file) => file && number && versionOf(file)?.includes(number),
    );
  const found = present();
  if (found !== undefined || !onPath('apt-get') || process.getuid?.() !== 0) return found;
  run('apt-get', [...APT_INSTALL, 'chromium-headless-shell'], (message) => console.error(message));
  return present();
}

/**
 * @param {Candidate[]} candidates
 * @param {string[]} tried
 * @param {(message: string) => void} say
 * @returns {Browser | undefined}
 */
function firstThatStarts(candidates, tried, say) {
  for (const candidate of candidates) {
    if (!candidate.path) continue;
    const version = versionOf(candidate.path);
    if (version) return { path: candidate.path, version, source: candidate.source };
    say(`${candidate.path} (${candidate.source}) does not start as a browser; looking further.`);
    tried.push(`${candidate.path} (${candidate.source}), which does not start`);
  }
  return undefined;
}

/** A variable that names nothing executable is kept as a candidate: it is a mistake worth a word. */
const fromEnvironment = () =>
  ENVIRONMENT_VARIABLES.map((name) => ({ path: process.env[name], source: `the variable ${name}` }));

/** @param {string} file */
function versionOf(file) {
  // On Windows `chrome.exe --version` opens a window and prints nothing: being there has to be enough.
  if (process.platform === 'win32') return executable(file) && 'unknown version';
  const { status, stdout } = spawnSync(file, ['--version'], {
    encoding: 'utf8',
    timeout: VERSION_TIMEOUT_MS,
  });
  return status === 0 && /Chrom|Edge/.test(stdout) ? stdout.trim() : undefined;
}

/** @param {string} file */
function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return file;
  } catch {
    return undefined;
  }
}

/** @param {string} name */
const onPath = (name) =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) => [
      path.join(folder, name),
      ...(process.platform === 'win32' ? [path.join(folder, `${name}.exe`)] : []),
    ])
    .find(executable);

/** @returns {string[]} */
function usualPlaces() {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
        ['/Applications', path.join(homedir(), 'Applications')].map((folder) =>
          path.join(folder, `${name}.app/Contents/MacOS/${name}`),
        ),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
        const folder = process.env[variable];
        const names = [
          'Google/Chrome/Application/chrome.exe',
          'Chromium/Application/chrome.exe',
          'Microsoft/Edge/Application/msedge.exe',
        ];
        return folder ? names.map((name) => path.join(folder, name)) : [];
      });
    default:
      return [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome-stable',
        '/usr/bin/google-chrome',
        '/opt/google/chrome/chrome',
        '/usr/lib/chromium/chromium',
        '/snap/bin/chromium',
        '/var/lib/flatpak/exports/bin/org.chromium.Chromium',
        '/usr/bin/microsoft-edge',
      ];
  }
}

/** Where Playwright keeps its downloads. @see https://playwright.dev/docs/browsers#managing-browser-binaries */
function playwrightFolder() {
  const set = process.env['PLAYWRIGHT_BROWSERS_PATH'];
  if (set === '0')
    return path.join(path.dirname(playwrightCommand() ?? ''), '../playwright-core/.local-browsers');
  if (set) return set;
  if (process.platform === 'darwin') return path.join(homedir(), 'Library/Caches/ms-playwright');
  if (process.platform === 'win32')
    return path.join(process.env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright');
  return path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'ms-playwright');
}

/** Every Chromium Playwright has downloaded, newest first. @returns {Candidate[]} */
function playwrightCache() {
  const folder = playwrightFolder();
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux-arm64/chrome',
    'chrome-linux/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
  ];
  return entries(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice('chromium-'.length)) - Number(a.slice('chromium-'.length)))
    .flatMap((name) => inside.map((file) => executable(path.join(folder, name, file))))
    .map((file) => ({ path: file, source: 'Playwright’s cache' }));
}

/** @param {string} folder */
function entries(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * @param {(message: string) => void} say
 * @returns {{ candidates: Candidate[], report: string }}
 */
function withPackageManager(say) {
  const name = Object.keys(PACKAGE_MANAGERS).find(onPath);
  if (!name) return { candidates: [], report: 'the system’s package manager (none that is known here)' };
  if (process.getuid?.() !== 0) return { candidates: [], report: `${name} (needs root)` };
  let status = '';
  for (const args of PACKAGE_MANAGERS[/** @type {keyof typeof PACKAGE_MANAGERS} */ (name)])
    status = run(name, args, say);
  // Judged by what is there afterwards: `update` may complain of one list and the install still succeed.
  const candidates = COMMANDS.map((command) => ({ path: onPath(command), source: `installed by ${name}` }));
  return { candidates, report: `${name} install chromium (${status})` };
}

/**
 * @param {(message: string) => void} say
 * @returns {{ candidates: Candidate[], report: string }}
 */
function withPlaywright(say) {
  const command = playwrightCommand();
  if (!command)
    return { candidates: [], report: 'playwright install (playwright is not in node_modules: run npm ci)' };
  // Root on Linux may also install the libraries the download needs; a system it does not know refuses that part.
  const withLibraries = process.platform === 'linux' && process.getuid?.() === 0;
  let status = withLibraries
    ? run(process.execPath, [command, 'install', '--with-deps', 'chromium'], say)
    : '';
  if (status !== 'done') status = run(process.execPath, [command, 'install', 'chromium'], say);
  return { candidates: playwrightCache(), report: `playwright install chromium (${status})` };
}

/** Playwright’s command line, started with this Node: `npx` is a script of another name on each system. */
function playwrightCommand() {
  try {
    return path.join(
      path.dirname(createRequire(import.meta.url).resolve('playwright/package.json')),
      'cli.js',
    );
  } catch {
    return undefined;
  }
}

/**
 * Runs a command with its output on stderr; answers `done` or why not.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {(message: string) => void} say
 */
function run(command, args, say) {
  const shown = command === process.execPath ? ['playwright', ...args.slice(1)] : [command, ...args];
  say(`Not found yet. Running: ${shown.join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    timeout: INSTALL_TIMEOUT_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (error) return error.message;
  return status === 0 ? 'done' : `exit code ${status}`;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(findBrowser({ install: !process.argv.includes('--no-install') }).path);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
