/**
 * `npm test`: everything, one step after the other, in a real browser.
 *
 * The last line is exactly `N passed, N failed`: each test counts as one, and so does each of typecheck, lint, build
 * and size. `npm test -- --project node test/core` runs only those tests, with Vitest's own arguments.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './support/find-browser.mjs';

/** @typedef {{ name: string, seconds: number, passed: number, failed: number, skipped: number, failures: string[] }} Step */
/** @typedef {{ title: string, ancestorTitles: string[], status: string, failureMessages?: string[] | null }} Assertion */
/** @typedef {{ name: string, status: string, message: string, assertionResults: Assertion[] }} TestFile */
/** @typedef {{ testResults: TestFile[] }} JsonReport  What Vitest's JSON reporter writes, as far as it is read here. */

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const reports = path.join(root, 'test/.report');
const vitestCommand = path.join(root, 'node_modules/vitest/vitest.mjs');

/** Longer than any step takes on two slow cores, so that a step that hangs ends as a failure and not as silence. */
const STEP_TIMEOUT_MS = 480_000;
const KILL_AFTER_MS = 10_000;

const args = process.argv.slice(2);
/** @type {Step[]} */
const steps = [];

try {
  if (args.length > 0) await runSome();
  else await runAll();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  steps.push({ ...step('browser', 0), failed: 1, failures: ['no browser to test in (see above)'] });
}
conclude();

async function runAll() {
  useBrowser();
  // The two look at the source only and leave one core idle each: the only steps that run beside each other.
  await Promise.all([check('typecheck', 'buffered'), check('lint', 'buffered')]);
  const built = await check('build', 'live');
  await vitest('node', ['--project', 'node']);
  await vitest('browser', ['--project', 'browser']);
  if (built) {
    await vitest('e2e', ['--project', 'e2e']);
    await check('size', 'live');
  } else {
    // Old files in dist would be tested in place of these sources.
    for (const name of ['e2e', 'size'])
      steps.push({ ...step(name, 0), failed: 1, failures: [`${name}: not run, because the build failed`] });
  }
}

async function runSome() {
  const projects = args.filter((arg, index) => args[index - 1] === '--project' || arg.startsWith('--project='));
  const onlyNode = projects.length > 0 && projects.every((project) => /^(--project=)?node$/.test(project));
  if (!onlyNode) useBrowser();
  await vitest('vitest', args);
}

/** Vitest's configuration and the end-to-end tests read the variable. */
function useBrowser() {
  const { path: file, version, source } = findBrowser();
  process.env['CHROME_PATH'] = file;
  console.log(`Browser: ${version}, ${file} (${source})`);
}

/**
 * An npm script that either succeeds or fails: one check.
 *
 * @param {string} script
 * @param {'live' | 'buffered'} output
 */
async function check(script, output) {
  const result = await start(script, npm(['run', '--silent', script]), output);
  const passed = result.code === 0;
  steps.push({
    ...step(script, result.seconds),
    passed: Number(passed),
    failed: Number(!passed),
    failures: passed ? [] : [`${script}: npm run ${script} ended with ${result.code}`],
  });
  return passed;
}

/**
 * One run of Vitest. Its results are counted from the JSON report, and what no test stands for (a file that does not
 * load, an error outside every test, a crash) counts as one failure each.
 *
 * @param {string} name
 * @param {string[]} vitestArgs
 */
async function vitest(name, vitestArgs) {
  const file = path.join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const command = [process.execPath, vitestCommand, 'run', ...vitestArgs, ...reporters];
  const result = await start(name, command, 'live');

  const report = readReport(file);
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const failures = report.testResults.flatMap(failuresOf);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length;
  if (tests.length === 0) failures.push(`${name}: no test ran`);
  else if (result.code !== 0 && failures.length === 0) failures.push(`${name}: Vitest ended with ${result.code} (see above)`);
  steps.push({
    ...step(name, result.seconds),
    passed,
    failed: Math.max(failed, failures.length),
    skipped: tests.length - passed - failed,
    failures,
  });
}

/** @param {TestFile} file */
function failuresOf({ name, status, message, assertionResults }) {
  const shown = path.relative(root, name);
  const failed = assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => [`${shown} > ${[...test.ancestorTitles, test.title].join(' > ')}`, reasonOf(test.failureMessages?.[0])].join('\n      '));
  // A file fails by itself when it does not load, or when a hook around its tests throws.
  return status === 'failed' && failed.length === 0 ? [`${shown}\n      ${reasonOf(message)}`] : failed;
}

/** @param {string | undefined} message */
const reasonOf = (message) => message?.split('\n').find((line) => line.trim() !== '') ?? 'no reason given';

/**
 * @param {string} file
 * @returns {JsonReport}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { testResults: [] };
  }
}

/**
 * Starts a command and waits for its end.
 *
 * @param {string} name
 * @param {string[]} command
 * @param {'live' | 'buffered'} output `buffered` prints everything at the end, for commands that run side by side.
 * @returns {Promise<{ code: number | string, seconds: number }>}
 */
function start(name, [file = '', ...rest], output) {
  const began = Date.now();
  if (output === 'live') console.log(`\n── ${name}`);
  return new Promise((resolve) => {
    const child = spawn(file, rest, { cwd: root, stdio: ['ignore', ...stdio[output]] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
    let late = false;
    const end = () => child.kill('SIGKILL');
    const timer = setTimeout(() => {
      late = true;
      child.kill();
      setTimeout(end, KILL_AFTER_MS).unref();
    }, STEP_TIMEOUT_MS);
    const finish = (/** @type {number | string} */ code) => {
      clearTimeout(timer);
      const seconds = (Date.now() - began) / 1000;
      if (output === 'buffered') console.log(`\n── ${name}`);
      if (text.trim()) console.log(text.trimEnd());
      console.log(`── ${name}: ${late ? 'stopped, too slow' : `done`} after ${seconds.toFixed(1)} s`);
      resolve({ code: late ? 'no end in time' : code, seconds });
    };
    child.on('error', (error) => finish(error.message));
    child.on('close', (code, signal) => finish(code ?? signal ?? 'no exit code'));
  });
}
