/**
 * `npm test`: everything, one step after the other, in a real browser.
 *
 * The last line is exactly `N passed, N failed`: each test counts as one, and so does each of typecheck, lint, build,
 * Storybook's static build and size. `npm test -- --project node test/core` runs only those tests; all such arguments are
 * Vitest's own.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { useBrowser } from './support/find-browser.mjs';

/** @typedef {{ name: string, seconds: number, passed: number, failed: number, skipped: number, failures: string[] }} Step */
/** @typedef {{ title: string, ancestorTitles: string[], status: string, failureMessages?: string[] | null }} TestResult */
/** @typedef {{ name: string, status: string, message: string, assertionResults: TestResult[] }} FileResult */
/** @typedef {{ testResults: FileResult[] }} Report  What is read here of the file Vitest's JSON reporter writes. */

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const reports = path.join(root, 'test/.report');

/** Longer than any step takes on two slow cores: a step that hangs is to end as a failure and not as silence. */
const STEP_TIMEOUT_MS = 600_000;

/** @type {Step[]} */
const steps = [];
const args = process.argv.slice(2);
await (args.length > 0 ? runSome() : runAll());
conclude();

async function runAll() {
  if (!hasBrowser()) return;
  // They only read the sources and use one core each: the only steps that run beside each other.
  const [isBuilt] = await Promise.all([
    check('typecheck', 'held').then(() => check('build', 'held')),
    check('lint', 'held'),
  ]);
  await test('node', ['--project', 'node']);
  await test('proofs', ['--project', 'proofs']);
  await test('browser', ['--project', 'browser']);
  if (isBuilt) {
    await test('e2e', ['--project', 'e2e']);
    await test('a11y', ['--project', 'a11y']);
    await test('stories', ['--config', 'stories/support/vitest.config.ts']);
    await check('storybook:static', 'held');
    await test('faults', ['--project', 'faults']);
    await check('size');
  } else {
    // What lies in dist is not made of these sources.
    for (const name of ['e2e', 'a11y', 'stories', 'storybook:static', 'faults', 'size'])
      add({ name, failures: [`${name}: not run, as there is no build`] });
  }
}

async function runSome() {
  const projects = args.flatMap((arg, index) =>
    args[index - 1] === '--project' ? [arg] : arg.startsWith('--project=') ? [arg.slice(10)] : [],
  );
  const needsBrowser =
    projects.length === 0 || projects.some((project) => project !== 'node' && project !== 'proofs');
  if (needsBrowser && !hasBrowser()) return;
  await test('vitest', args);
}

function hasBrowser() {
  try {
    const { path: file, source, version } = useBrowser();
    console.log(`Browser: ${file} (${source}; ${version}), and ${process.env['HEADLESS_SHELL_PATH']}`);
    return true;
  } catch (error) {
    add({ name: 'browser', failures: [error instanceof Error ? error.message : String(error)] });
    return false;
  }
}

/**
 * An npm script, which succeeds or fails as a whole.
 *
 * @param {string} name
 * @param {'live' | 'held'} [output]
 */
async function check(name, output) {
  // Inside `npm test` npm says where it lies; started by hand, it is looked for on the PATH.
  const npm = process.env['npm_execpath'] ? [process.execPath, process.env['npm_execpath']] : ['npm'];
  const { seconds, end } = await run(name, [...npm, 'run', '--silent', name], output);
  const failures = end === 0 ? [] : [`${name}: npm run ${name} ended with ${end}`];
  add({ name, seconds, passed: end === 0 ? 1 : 0, failures });
  return end === 0;
}

/**
 * One run of Vitest, counted from its JSON report. What is wrong without being a test (a file that does not load, an
 * error outside every test, a crash) counts as one failure.
 *
 * @param {string} name
 * @param {string[]} vitestArgs
 */
async function test(name, vitestArgs) {
  const file = path.join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(file, { force: true });
  const { seconds, end } = await run(name, [
    process.execPath,
    path.join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...vitestArgs,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);

  const files = readReport(file).testResults;
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const count = (/** @type {string} */ status) => tests.filter((result) => result.status === status).length;
  const [passed, failed] = [count('passed'), count('failed')];
  const failures = files.flatMap(failuresOf);
  if (failures.length === 0 && passed === 0) failures.push(`${name}: no test ran`);
  else if (failures.length === 0 && end !== 0) failures.push(`${name}: Vitest ended with ${end}, see above`);
  add({ name, seconds, passed, skipped: tests.length - passed - failed, failures });
}

/** @param {FileResult} file */
function failuresOf({ name, status, message, assertionResults }) {
  const file = path.relative(root, name);
  const failed = assertionResults.filter((result) => result.status === 'failed');
  // Without a failed test it is the file: it does not load, or a hook around its tests throws.
  if (failed.length === 0) return status === 'failed' ? [`${file}\n    ${firstLine(message)}`] : [];
  return failed.map(
    ({ ancestorTitles, title, failureMessages }) =>
      `${[file, ...ancestorTitles, title].join(' > ')}\n    ${firstLine(failureMessages?.[0])}`,
  );
}

/** @param {string | undefined} message */
function firstLine(message) {
  return message?.split('\n').find((line) => line.trim()) ?? 'no message';
}

/**
 * @param {string} file
 * @returns {Report}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { testResults: [] };
  }
}

/**
 * Runs a command to its end, which is its exit code or the signal that stopped it.
 *
 * @param {string} name
 * @param {string[]} command
 * @param {'live' | 'held'} [output] `held` prints all of it at the end, for commands that run beside each other.
 * @returns {Promise<{ seconds: number, end: number | string }>}
 */
function run(name, [file = '', ...rest], output = 'live') {
  const began = performance.now();
  if (output === 'live') console.log(`\n── ${name}`);
  return new Promise((resolve) => {
    const stream = output === 'live' ? 'inherit' : 'pipe';
    const child = spawn(file, rest, {
      cwd: root,
      stdio: ['ignore', stream, stream],
      timeout: STEP_TIMEOUT_MS,
    });
    let held = '';
    for (const pipe of [child.stdout, child.stderr])
      pipe?.setEncoding('utf8').on('data', (text) => (held += text));
    const finish = (/** @type {number | string} */ end) => {
      const seconds = (performance.now() - began) / 1000;
      if (output === 'held') console.log(`\n── ${name}\n${held.trimEnd()}`);
      console.log(`── ${name}: ${end === 0 ? 'ok' : `ended with ${end}`}, ${seconds.toFixed(1)} s`);
      resolve({ seconds, end });
    };
    child.on('error', (error) => finish(error.message));
    child.on('close', (code, signal) => finish(code ?? signal ?? 'no exit code'));
  });
}

/** @param {Partial<Step> & { name: string, failures: string[] }} step */
function add(step) {
  steps.push({ seconds: 0, passed: 0, skipped: 0, failed: step.failures.length, ...step });
}

function conclude() {
  console.log('\nStep                seconds   passed   failed  skipped');
  for (const { name, seconds, passed, failed, skipped } of steps) {
    const numbers = [seconds.toFixed(1), passed, failed, skipped].map((value) => String(value).padStart(9));
    console.log(name.padEnd(18) + numbers.join(''));
  }
  const failures = steps.flatMap((step) => step.failures);
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);

  const sum = (/** @type {'passed' | 'failed'} */ key) => steps.reduce((total, step) => total + step[key], 0);
  const [passed, failed] = [sum('passed'), sum('failed')];
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
}
