/**
 * `npm run a11y:report`: runs the tests that `criteria.mjs` names and writes what they say to `conformance.md`.
 * With `-- --from a.json,b.json` it reads reports of Vitest's JSON reporter in place of running anything, such as those of
 * the last `npm test` in `test/.report`. A criterion whose tests did not all run and pass is never called passed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { useBrowser } from '../support/find-browser.mjs';
import { CRITERIA } from './criteria.mjs';

/** @typedef {{ file: string, title: string, passed: boolean }} Ran */
/** @typedef {{ title: string, ancestorTitles: string[], status: string }} TestResult */
/** @typedef {{ testResults: { name: string, assertionResults: TestResult[] }[] }} Report */

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');

/** Which project a folder of tests belongs to. */
const PROJECTS = /** @type {const} */ ([
  ['a11y', /^test\/a11y\//],
  ['e2e', /^test\/e2e\//],
  ['browser', /^test\/(elements|card-frame|flows)\//],
]);

const browser = useBrowser();
const ran = readAll(reportFiles());
const rows = CRITERIA.map((criterion) => ({ ...criterion, ...resultOf(criterion) }));
writeFileSync(path.join(here, 'conformance.md'), page());
const bad = rows.filter(({ result }) => result === 'fails' || result === 'not tested');
console.log(`test/a11y/conformance.md: ${rows.length} criteria, ${ran.length} tests read.`);
for (const { id, name, result, missing } of bad)
  console.log(`${id} ${name}: ${result}${missing ? ` (${missing})` : ''}`);
process.exitCode = rows.some(({ result, missing }) => result === 'fails' || missing) ? 1 : 0;

/** @returns {string[]} */
function reportFiles() {
  const from = process.argv.indexOf('--from');
  if (from > 0) return (process.argv[from + 1] ?? '').split(',');
  mkdirSync(path.join(root, 'test/.report'), { recursive: true });
  const files = [...new Set(CRITERIA.flatMap(({ tests }) => tests).map(fileOf))];
  return PROJECTS.map(([project, pattern]) => {
    const report = path.join(root, `test/.report/a11y-${project}.json`);
    const own = project === 'a11y' ? ['test/a11y'] : files.filter((file) => pattern.test(file));
    spawnSync(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project',
        project,
        ...own,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { cwd: root, stdio: 'inherit' },
    );
    return report;
  });
}

/**
 * @param {readonly string[]} files
 * @returns {Ran[]}
 */
function readAll(files) {
  return files.flatMap((file) => {
    /** @type {Report} */
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'passed' || status === 'failed')
        .map(({ title, ancestorTitles, status }) => ({
          file: path.relative(root, name),
          title: [...ancestorTitles, title].join(' > '),
          passed: status === 'passed',
        })),
    );
  });
}

/** @param {string} test */
function fileOf(test) {
  return test.split(' > ')[0] ?? test;
}

/** The tests that a name stands for, of those that ran. @param {string} test */
function found(test) {
  const file = fileOf(test);
  const title = test.slice(file.length + 3);
  return ran.filter((one) => one.file === file && one.title.includes(title));
}

/** @param {import('./criteria.mjs').Criterion} criterion */
function resultOf({ applies, tests }) {
  if (applies === 'no') return { result: 'does not apply' };
  const missing = tests.find((test) => found(test).length === 0);
  if (tests.length === 0 || missing) return { result: 'not tested', missing };
  const failed = tests.flatMap(found).filter(({ passed }) => !passed);
  return failed.length > 0 ? { result: 'fails', missing: failed[0]?.title } : { result: 'pass' };
}

/** @param {string} name */
function versionOf(name) {
  return JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}

function page() {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const screens = readdirSync(path.join(here, 'trees')).length;
  const count = (/** @type {string} */ result) => rows.filter((row) => row.result === result).length;
  const cell = (/** @type {string} */ text) => text.replaceAll('|', '\\|');
  const named = (/** @type {readonly string[]} */ tests) =>
    tests.map((test) => `\`${test.replace('test/', '').replace('.test.ts', '')}\``).join('<br>') || '–';
  const lines = rows.map(
    ({ id, name, level, result, how, because, tests, person }) =>
      `| ${id} ${name} | ${level} | ${result} | ${cell(how ?? because ?? '')} | ${cell(named(tests))} | ${cell(person)} |`,
  );
  return `# Conformance to WCAG 2.2, levels A and AA

Written by \`npm run a11y:report\` on ${new Date().toISOString().slice(0, 10)}, for checkout-session ${version}, in
${browser.version}, with axe-core ${versionOf('axe-core')}, Playwright ${versionOf('playwright')} and Vitest ${versionOf('vitest')}.

**No one who uses assistive technology has tested it, and no screen reader was run.** What is here is what a machine can
tell: “pass” means that the named tests ran on the date above and passed, in Chromium, in English, on the built files, with
the colours the checkout has of itself. What a person still has to look at stands in the last column. The merchant’s page,
the bank’s pages and Stripe’s fields are their makers’.

${screens} screens (each status of the checkout with each method and each thing to be done) are walked once, with every check
on each: axe (tags wcag2a to wcag22aa and best-practice; violations and undecided results, no rule switched off), the
accessibility tree, live regions, motion, dark colours, 320 px, text spacing, letters of twice the size, target sizes, and
Tab over every control in usual and in forced colours. The trees lie in \`test/a11y/trees\`.

Of ${rows.length - 1} criteria (and 4.1.1, which WCAG 2.2 has dropped): ${count('pass')} pass in the tests named,
${count('does not apply') - 1} do not apply, ${count('not tested')} are not tested, ${count('fails')} fail.

| criterion | level | result | how | tests | what a person still has to check |
| --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}
