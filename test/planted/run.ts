/**
 * `npm run test:planted`: puts every bug of `bugs/` into the product, one at a time and never into a file, runs the test
 * that watches over its promise, and demands that it fails. Prints caught / planted.
 *
 * `npm run test:planted -- P-1 retry-with-new-key` runs only those of a promise, or of a name. Needs no build of its own.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { useBrowser } from '../support/find-browser.mjs';
import { readPlantedBugs, type PlantedBug } from './planted-bug.js';

const root = path.join(import.meta.dirname, '../..');
const reports = path.join(root, 'test/.report/planted');
/** Most of a test's time is its start, which is one core's work. */
const AT_A_TIME = 2;
const CONFIG = 'test/planted/vite.config.ts';

interface Report {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly { readonly message: string }[];
}

/** Runs a command with the bug in what it loads; answers what it printed. */
async function run(
  bin: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', bin), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      timeout: 600_000,
    });
    let output = '';
    for (const pipe of [child.stdout, child.stderr])
      pipe.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('close', () => {
      resolve(output);
    });
  });
}

/** What became of it: `undefined` where its test failed as it should. */
async function survives(name: string, bug: PlantedBug): Promise<string | undefined> {
  const file = path.join(reports, `${name}.json`);
  const dist = path.join(reports, `${name}-dist`);
  const env = {
    PLANTED_BUG: JSON.stringify(bug),
    ...(bug.built === true && { CHECKOUT_DIST: path.relative(root, dist) }),
  };
  rmSync(file, { force: true });
  if (bug.built === true) {
    const output = await run(
      'vite/bin/vite.js',
      ['build', '--app', '--config', CONFIG, '--logLevel', 'warn'],
      env,
    );
    if (/error/i.test(output)) return `the build failed: ${output}`;
  }
  const output = await run(
    'vitest/vitest.mjs',
    [
      'run',
      ...['--config', CONFIG, '--reporter=json', `--outputFile.json=${file}`, '--bail=1'],
      ...(bug.title === undefined ? [] : ['-t', bug.title]),
      bug.test,
    ],
    env,
  );
  rmSync(dist, { recursive: true, force: true });
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return `no test ran: ${output.slice(-2000)}`;
  }
  if (report.numFailedTests > 0) return undefined;
  // A file that does not load proves nothing of the test in it.
  return report.numPassedTests > 0
    ? 'its test passed'
    : `no test ran: ${report.testResults[0]?.message ?? output}`;
}

async function main(): Promise<void> {
  mkdirSync(reports, { recursive: true });
  useBrowser();
  const wanted = process.argv.slice(2);
  const all = [...(await readPlantedBugs())].filter(
    ([name, { invariant }]) => wanted.length === 0 || wanted.includes(name) || wanted.includes(invariant),
  );
  const survivors: string[] = [];
  const waiting = [...all];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await tryOne(...next);
  };
  const tryOne = async (name: string, bug: PlantedBug): Promise<void> => {
    const began = performance.now();
    const why = await survives(name, bug);
    if (why !== undefined) survivors.push(name);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `${why === undefined ? 'caught ' : 'MISSED '} ${bug.invariant.padEnd(5)} ${name} (${seconds} s)${why === undefined ? '' : `: ${why}`}`,
    );
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  const promises = new Set(all.map(([, { invariant }]) => invariant));
  console.log(
    `\n${all.length - survivors.length} caught / ${all.length} planted, for ${promises.size} promises`,
  );
  if (all.length === 0 || survivors.length > 0) process.exitCode = 1;
}

await main();
