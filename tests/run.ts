/**
 * `npm test`: everything that must hold before a change goes in, from the cheapest check to the slowest. All of them run,
 * so that one look shows every failure. The last line counts them: `123 passed, 0 failed`.
 *
 * `npm test -- checks`, `-- unit components` and `-- site` run a part of it, so that machines may share the work.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from './site/browser.ts';

const REPORT = '.cache/tests.json';
const PROJECTS = ['unit', 'components', 'site'];
const named = process.argv.slice(2);
const unknown = named.filter((part) => part !== 'checks' && !PROJECTS.includes(part));
if (unknown.length > 0) {
  console.error(`"${unknown.join(' ')}": no such part of the tests. Write some of: checks, ${PROJECTS.join(', ')}; or nothing, for all.`);
  process.exit(1);
}
const wanted = (part: string): boolean => named.length === 0 || named.includes(part);
const projects = PROJECTS.filter(wanted);

/** Checks that pass or fail as a whole. */
const CHECKS: { name: string; command: string[] }[] = [
  { name: 'Lint and format', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'Types', command: ['astro', 'check', '--minimumFailingSeverity', 'hint'] },
  { name: 'One direction of dependence', command: ['depcruise', 'src', 'tests', '--config', '.dependency-cruiser.cjs'] },
  { name: 'Content', command: ['node', 'src/build/cli/check-content.ts'] },
];

const run = ([command, ...args]: string[]): boolean => {
  const path = join('node_modules', '.bin', command as string);
  const program = command === 'node' ? process.execPath : process.platform === 'win32' ? `${path}.cmd` : path;
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', PATH: `${join(process.cwd(), 'node_modules', '.bin')}:${process.env.PATH}` };
  return spawnSync(program, args, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status === 0;
};

if (wanted('site'))
  try {
    console.log(`Browser: ${chromiumPath()}`);
  } catch (error) {
    console.error((error as Error).message);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }

let passed = 0;
const failures: string[] = [];
for (const { name, command } of wanted('checks') ? CHECKS : []) {
  console.log(`\n${name}`);
  if (run(command)) passed++;
  else failures.push(name);
}

/** Runs the tests of the projects that are wanted, and adds up what their report says. */
function runTests(): void {
  console.log(`\nTests: ${projects.join(', ')}`);
  rmSync(REPORT, { force: true });
  const ended = run([
    'vitest',
    'run',
    ...projects.map((name) => `--project=${name}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
  ]);
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
    };
    passed += report.numPassedTests;
    for (const file of report.testResults) {
      const failed = file.assertionResults.filter(({ status }) => status === 'failed');
      failures.push(...failed.map(({ fullName }) => fullName));
      if (file.status === 'failed' && failed.length === 0) failures.push(`${file.name} could not run`);
    }
    if (!ended && failures.length === 0) failures.push('vitest ended with an error');
  } catch {
    failures.push('vitest wrote no report');
  }
}
if (projects.length > 0) runTests();

console.log('');
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
