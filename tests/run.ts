/**
 * `npm test`: everything that must hold before a change goes in, from the cheapest check to the slowest. All of them run,
 * so that one look shows every failure. The last line counts them: `123 passed, 0 failed`.
 *
 * `npm test -- checks`, `-- unit components` and `-- site` run a part of it, so that machines may share the work.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { chromiumPath } from './site/browser.ts';

/** Checks that pass or fail as a whole. Only one writes what Astro knows of the content: they run side by side. */
const CHECKS: { name: string; command: string[] }[] = [
  { name: 'Lint and format', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'Types', command: ['astro', 'check', '--minimumFailingSeverity', 'hint'] },
  { name: 'One direction of dependence', command: ['depcruise', 'src', 'tests', '--config', '.dependency-cruiser.cjs'] },
  { name: 'Nothing that nobody uses', command: ['knip', '--no-progress', '--no-config-hints'] },
  { name: 'Content', command: ['node', 'src/build/cli/check-content.ts'] },
];

/** Runs a program of the project and gives back what it prints. @param told whether that is also shown as it comes */
function run([command, ...args]: string[], told = false): Promise<{ passed: boolean; output: string }> {
  const path = join('node_modules', '.bin', command as string);
  const program = command === 'node' ? process.execPath : process.platform === 'win32' ? `${path}.cmd` : path;
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    // many programs of one run load the same modules
    NODE_COMPILE_CACHE: '.cache/node',
    PATH: `${join(process.cwd(), 'node_modules', '.bin')}:${process.env.PATH}`,
    ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
  };
  const child = spawn(program, args, { env, shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  if (told) for (const from of ['stdout', 'stderr'] as const) child[from].pipe(process[from], { end: false });
  return new Promise((ended) => child.on('close', (status) => ended({ passed: status === 0, output })));
}

const PARTS = ['checks', 'unit', 'components', 'site'];
const named = process.argv.slice(2);
const unknown = named.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`"${unknown.join(' ')}": no such part of the tests. Write some of: ${PARTS.join(', ')}; or nothing, for all.`);
  process.exit(1);
}
const wanted = (part: string): boolean => named.length === 0 || named.includes(part);

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
/** What failed once and passed when it was tried again: a browser's slip, or a fault that shows now and then. */
const secondTries: string[] = [];

/** Runs tests and counts them. @param projects of vitest.config.ts */
async function test(projects: string[]): Promise<void> {
  console.log(`\nTests: ${projects.join(', ')}`);
  const report = `.cache/tests-${projects[0]}.json`;
  rmSync(report, { force: true });
  const options = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...projects.flatMap((name) => ['--project', name]),
  ];
  const ended = await run(['vitest', 'run', ...options], true);
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      testResults: {
        name: string;
        status: string;
        assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
      }[];
    };
    passed += numPassedTests;
    const before = failures.length;
    for (const file of testResults) {
      const failed = file.assertionResults.filter(({ status }) => status === 'failed');
      failures.push(...failed.map(({ fullName }) => fullName));
      for (const { status, fullName, failureMessages } of file.assertionResults)
        if (status === 'passed' && failureMessages[0]) secondTries.push(`${fullName}: ${failureMessages[0].split('\n')[0]}`);
      if (file.status === 'failed' && failed.length === 0) failures.push(`${file.name} could not run`);
    }
    if (!ended.passed && failures.length === before)
      failures.push(
        `vitest ended with an error: ${projects.join(', ')}: ${/^\S*Error: .*$/m.exec(stripVTControlCharacters(ended.output))?.[0] ?? 'it does not say which'}`,
      );
  } catch {
    failures.push(`vitest wrote no report: ${projects.join(', ')}`);
  }
}

await Promise.all(
  (wanted('checks') ? CHECKS : []).map(async ({ name, command }) => {
    const ended = await run(command);
    console.log(`\n${name}\n${ended.output}`);
    if (ended.passed) passed++;
    else failures.push(name);
  }),
);
// builds keep one core busy and wait for pictures: the tests that look at no build run meanwhile
const builds = wanted('site') ? run(['node', 'tests/site/setup.ts']) : undefined;
const pageless = ['unit', 'components'].filter(wanted);
if (pageless.length > 0) await test(pageless);
const built = await builds;
if (built?.passed) await test(['site']);
else if (built) {
  console.log(built.output);
  failures.push('A build of the site');
}

console.log('');
for (const slip of secondTries) console.log(`passed at the second try: ${slip}`);
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
