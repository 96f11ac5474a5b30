/**
 * `npm run test:engines`: the tests of elements, of the card frame and of flows in Chromium, Firefox and WebKitGTK, one
 * engine after the other, and a purchase of each kind on the built files. `-- --engine firefox` takes one engine only;
 * `--allow-missing` lets an engine be missing that could not be had; `--no-install` installs nothing. All other arguments
 * but `--reporter` are Vitest's own. The last line is exactly `N passed, N failed`; an engine that is missing counts as one that failed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DRIVER_LIMITS } from './driver-limits.js';
import { ENGINES, findEngine, type Engine, type Found } from './engines.js';
import { reportFile, type Report } from './report.js';

const root = path.join(import.meta.dirname, '../..');
const VITEST = path.join(root, 'node_modules/vitest/vitest.mjs');
const VITE = path.join(root, 'node_modules/vite/bin/vite.js');

interface Outcome {
  readonly engine: Engine;
  readonly version: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failures: readonly string[];
  /** Tests that fail for what the driver cannot do, each with its reason. */
  readonly limits: readonly string[];
}

interface Wishes {
  readonly engines: readonly Engine[];
  readonly mayInstall: boolean;
  readonly mayMiss: boolean;
  readonly vitest: readonly string[];
}

function wishes(args: readonly string[]): Wishes {
  const engines: Engine[] = [];
  const vitest: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--engine' || arg.startsWith('--engine=')) {
      const name = arg === '--engine' ? args[++index] : arg.slice('--engine='.length);
      const engine = ENGINES.find((one) => one === name);
      if (!engine) throw new Error(`--engine is one of ${ENGINES.join(', ')}, and not ${String(name)}`);
      engines.push(engine);
    } else if (arg !== '--allow-missing' && arg !== '--no-install') vitest.push(arg);
  }
  return {
    engines: engines.length > 0 ? engines : ENGINES,
    mayInstall: !args.includes('--no-install'),
    mayMiss: args.includes('--allow-missing'),
    vitest,
  };
}

function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { files: [], strays: ['Vitest ended without a report, see above'] };
  }
}

/** Runs Vitest to its end, which is its exit code or the signal that stopped it. */
async function vitest(engine: Engine, environment: Record<string, string>, args: readonly string[]) {
  const config = path.join(import.meta.dirname, 'vitest.config.ts');
  const child = spawn(process.execPath, [VITEST, 'run', '--config', config, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment, ENGINE: engine },
  });
  return new Promise<number | string>((resolve) => {
    child.on('error', ({ message }) => {
      resolve(message);
    });
    child.on('close', (code, signal) => {
      resolve(code ?? signal ?? 'no exit code');
    });
  });
}

/** Counts a report; a listed test that fails is no failure, and one that passes is: the list is out of date. */
function judge(engine: Engine, report: Report, end: number | string): Omit<Outcome, 'version' | 'seconds'> {
  const listed = DRIVER_LIMITS.filter((limit) => limit.engine === engine);
  const failures: string[] = [];
  const limits: string[] = [];
  let passed = 0;
  for (const { file, faults, tests } of report.files) {
    failures.push(...faults.map((fault) => `${file}\n    ${fault}`));
    for (const { title, fullTitle, state, message } of tests) {
      const limit = listed.find((one) => one.file === file && one.test === title);
      const whole = `${file} > ${fullTitle}`;
      if (state === 'passed') passed += 1;
      if (state === 'passed' && limit)
        failures.push(`${whole}\n    passes: it is no longer a limit of the driver`);
      else if (state === 'failed' && limit) limits.push(`${whole}\n    ${limit.reason}`);
      else if (state === 'failed') failures.push(`${whole}\n    ${message}`);
    }
  }
  failures.push(...report.strays.map((stray) => `beside the tests\n    ${stray}`));
  if (failures.length === 0 && passed === 0) failures.push('no test ran');
  else if (failures.length === 0 && limits.length === 0 && end !== 0)
    failures.push(`Vitest ended with ${String(end)}, see above`);
  return { engine, passed, failures, limits };
}

/** How often an engine is started anew, for a part of the files each: keys go to a page of Firefox's that lost the focus. */
const GROUPS: Readonly<Record<Engine, number>> = { chromium: 1, firefox: 16, webkitgtk: 1 };

async function tryEngine(
  engine: Engine,
  found: Exclude<Found, { missing: string }>,
  args: readonly string[],
): Promise<Outcome> {
  const began = performance.now();
  const file = reportFile(engine);
  // A few files that are asked for make no groups.
  const groups = args.length > 0 ? 1 : GROUPS[engine];
  const reports: Report[] = [];
  let end: number | string = 0;
  for (let group = 1; group <= groups; group++) {
    rmSync(file, { force: true });
    const share = groups > 1 ? [`--shard=${String(group)}/${String(groups)}`] : [];
    const ended = await vitest(engine, { ...found.environment }, [...share, ...args]);
    if (ended !== 0) end = ended;
    reports.push(readReport(file));
  }
  const report = {
    files: reports.flatMap(({ files }) => files),
    strays: reports.flatMap(({ strays }) => strays),
  };
  const seconds = (performance.now() - began) / 1000;
  return { ...judge(engine, report, end), version: found.version, seconds };
}

const printed = (title: string, lines: readonly string[]): void => {
  if (lines.length > 0) console.log(`\n${title}:\n${lines.map((line) => `  ${line}`).join('\n')}`);
};

const { engines, mayInstall, mayMiss, vitest: vitestArgs } = wishes(process.argv.slice(2));
const outcomes: Outcome[] = [];
const missing: string[] = [];
const { status: built } = spawnSync(process.execPath, [VITE, 'build', '--app', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
});
if (built !== 0) throw new Error('the build failed');
for (const engine of engines) {
  const found = findEngine(engine, mayInstall);
  if ('missing' in found) missing.push(`${engine}: ${found.missing}`);
  else {
    console.log(`\n── ${engine}: ${found.version}`);
    outcomes.push(await tryEngine(engine, found, vitestArgs));
  }
}

console.log('\nEngine        seconds   passed   failed  driver cannot');
for (const { engine, seconds, passed, failures, limits, version } of outcomes) {
  const numbers = [seconds.toFixed(0), passed, failures.length].map((value) => String(value).padStart(9));
  console.log(`${engine.padEnd(12)}${numbers.join('')}${String(limits.length).padStart(15)}   ${version}`);
}
for (const { engine, limits } of outcomes) printed(`What the driver of ${engine} cannot do`, limits);
for (const { engine, failures } of outcomes) printed(`Failed in ${engine}`, failures);
printed(mayMiss ? 'Not tried, which was allowed' : 'Could not be had', missing);

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed =
  outcomes.reduce((sum, outcome) => sum + outcome.failures.length, 0) + (mayMiss ? 0 : missing.length);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
