import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { useBrowser } from '../support/find-browser.mjs';
import { MINI_BROWSER_PATHS } from './webdriver.js';

export const ENGINES = ['chromium', 'firefox', 'webkitgtk'] as const;
export type Engine = (typeof ENGINES)[number];

export type Found =
  | { readonly version: string; readonly environment: Readonly<Record<string, string>> }
  | { readonly missing: string };

const INSTALL_TIMEOUT_MS = 600_000;
const VERSION_TIMEOUT_MS = 60_000;
const APT = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, name))
    .find(isExecutable);

const versionOf = (file: string, ...args: readonly string[]): string | undefined => {
  const { status, stdout } = spawnSync(file, [...args, '--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: VERSION_TIMEOUT_MS,
  });
  return status === 0 ? stdout.trim().split('\n').at(-1) : undefined;
};

/** Installs packages where that is allowed; else says with which command it could be done. */
function install(packages: readonly string[]): string | undefined {
  const command = `apt-get install --no-install-recommends ${packages.join(' ')}`;
  if (onPath('apt-get') === undefined)
    return 'it is not installed, and there is no apt-get here to install it';
  if (process.getuid?.() !== 0) return `it is not installed; run as root: ${command}`;
  console.log(`Not found yet. Running: ${command}`);
  const apt = (...args: string[]): number | null =>
    spawnSync('apt-get', [...APT, ...args], {
      stdio: ['ignore', 2, 2],
      timeout: INSTALL_TIMEOUT_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status;
  apt('update');
  const status = apt('install', '-y', '--no-install-recommends', ...packages);
  return status === 0 ? undefined : `${command} ended with ${String(status)}`;
}

function findChromium(): Found {
  try {
    const { version } = useBrowser();
    return { version, environment: {} };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

function findFirefox(mayInstall: boolean): Found {
  const look = (): string | undefined =>
    [
      process.env['FIREFOX_PATH'],
      onPath('firefox-esr'),
      onPath('firefox'),
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ].find((file) => file !== undefined && isExecutable(file));
  let reason = look() === undefined ? 'it is not installed' : undefined;
  if (reason !== undefined && mayInstall) reason = install(['firefox-esr']);
  const file = look();
  if (file === undefined) return { missing: reason ?? 'it was installed and is not there' };
  const version = versionOf(file);
  if (version === undefined) return { missing: `${file} does not start` };
  return { version, environment: { FIREFOX_PATH: file } };
}

/** What drives WebKitGTK: its driver, its small browser, a screen and a message bus of its own. */
const WEBKIT_COMMANDS = ['WebKitWebDriver', 'xvfb-run', 'dbus-run-session'] as const;
const WEBKIT_PACKAGES = ['webkit2gtk-driver', 'xvfb', 'xauth', 'dbus', 'dbus-x11'] as const;

function findWebKit(mayInstall: boolean): Found {
  if (process.platform !== 'linux') return { missing: 'WebKitGTK and its driver are there for Linux only' };
  const browser = (): string | undefined =>
    [process.env['WEBKIT_PATH'], ...MINI_BROWSER_PATHS].find(
      (file) => file !== undefined && isExecutable(file),
    );
  const lacks = (): string[] => [
    ...WEBKIT_COMMANDS.filter((name) => onPath(name) === undefined),
    ...(browser() === undefined ? ['MiniBrowser'] : []),
  ];
  let reason: string | undefined;
  if (lacks().length > 0 && mayInstall) reason = install(WEBKIT_PACKAGES);
  const file = browser();
  if (file === undefined || lacks().length > 0)
    return { missing: [`there is no ${lacks().join(', no ')}`, ...(reason ? [reason] : [])].join('; ') };
  return {
    // It does not even say its version without a screen.
    version: versionOf('xvfb-run', '--auto-servernum', file) ?? 'WebKitGTK of an unknown version',
    environment: { WEBKIT_PATH: file },
  };
}

/** An engine that starts, installed first where it is missing and `mayInstall`; or why it could not be had. */
export function findEngine(engine: Engine, mayInstall: boolean): Found {
  switch (engine) {
    case 'chromium':
      return findChromium();
    case 'firefox':
      return findFirefox(mayInstall);
    case 'webkitgtk':
      return findWebKit(mayInstall);
  }
}
