import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { KINDS } from '../../../../src/guide/kinds.ts';
import { FIGURES } from '../../../../src/schemas/kinds.ts';

let folder: string;
beforeAll(() => {
  mkdirSync('.cache', { recursive: true });
  folder = mkdtempSync('.cache/cli-');
  cpSync('tests/fixtures/guide', join(folder, 'guide'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command of package.json on a copy of the fixture guide. */
const run = (name: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/build/cli/${name}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: `${folder}/guide`, NODE_NO_WARNINGS: '1' },
  });
  return { status, said: stdout.replaceAll(folder, 'X'), complained: stderr.replaceAll(folder, 'X').trim() };
};

/** Runs `npm run new` in this process: there are many kinds, and many slips. */
async function runNew(...args: string[]) {
  const said = vi.spyOn(console, 'log').mockReturnValue();
  const complained = vi.spyOn(console, 'error').mockReturnValue();
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('refused');
  });
  vi.stubEnv('CONTENT_DIR', `${folder}/guide`);
  const { argv } = process;
  process.argv = [...argv.slice(0, 2), ...args];
  try {
    // another name each time: a module runs once
    await import(/* @vite-ignore */ `../../../../src/build/cli/new-entry.ts?${args.join('&')}`);
  } catch (error) {
    if (exit.mock.calls.length === 0) throw error;
  } finally {
    process.argv = argv;
    vi.unstubAllEnvs();
  }
  const told = { status: exit.mock.calls[0]?.[0] ?? 0, said: said.mock.calls.join(), complained: complained.mock.calls.join() };
  for (const spy of [said, complained, exit]) spy.mockRestore();
  return { ...told, said: told.said.replaceAll(folder, 'X'), complained: told.complained.replaceAll(folder, 'X') };
}

describe('npm run check:content', () => {
  test('counts what it checked', () => {
    expect(run('check-content')).toEqual({ status: 0, said: '64 entries and 63 statements checked: no problems.\n', complained: '' });
  });
  test('lists every problem, counts them and fails', () => {
    const file = join(folder, 'guide/gaps/manuals.mdx');
    const right = readFileSync(file, 'utf8');
    writeFileSync(file, right.replace('at="results-1"', 'at="result-1"').replace('order: 2', 'order: two'));
    const { status, complained } = run('check-content');
    writeFileSync(file, right);
    expect(status).toBe(1);
    expect(complained).toMatch(/^\d+ problems in the content\n\n/);
    expect(complained).toContain('X/guide/gaps/manuals.mdx:');
    expect(complained).toContain('order: "two" must be a whole number');
  });
});

describe('npm run check:source', () => {
  test('holds a copy against the guide', () => {
    expect(run('check-source', 'tests/fixtures/invented-abstract.txt').said).toMatch(
      /^4 sentences found by fingerprint, 4 links fit, no run of more than eight words copied in \d+ texts of the content\.\n$/,
    );
  });
  test('holds a copy against a built site', () => {
    const { said } = run('check-source', 'tests/fixtures/invented-abstract.txt', '--built', 'tests/fixtures/figures');
    expect(said.split('\n')[1]).toMatch(
      /^Nor in \d+ texts of tests\/fixtures\/figures: read .*\d+ \.json.*; not read, as they hold pictures, fonts or machine code: .*\.$/,
    );
    expect(run('check-source', 'tests/fixtures/invented-abstract.txt', '--built', 'nowhere').complained).toBe(
      'There is no folder "nowhere". Build the site first: npm run build',
    );
    expect(run('check-source', 'tests/fixtures/invented-abstract.txt', '--bild').complained).toBe(
      '"--bild": no such option. Write --built to read the built site too.',
    );
  });
  test('says which file it needs', () => {
    expect(run('check-source')).toEqual({
      status: 1,
      said: '',
      complained: 'Name the file that holds the abstract: npm run check:source -- abstract.txt',
    });
    expect(run('check-source', 'nowhere.txt').complained).toBe('There is no file "nowhere.txt".');
  });
  test('tells another text', () => {
    const { status, complained } = run('check-source', 'README.md');
    expect(status).toBe(1);
    expect(complained.split('\n')[0]).toMatch(/^purpose-1: no \d+ words of the copy give its fingerprint\. /);
  });
});

describe('npm run new', () => {
  test('writes an entry of each kind that passes the checks of form and says what is still to write', async () => {
    // a link is new only where its pair has none: the fixture's own steps aside
    const own = 'manuals--longer-hours';
    const judged = join(folder, `guide/links/${own}.mdx`);
    const before = readFileSync(judged, 'utf8');
    rmSync(judged);
    const written: string[] = [];
    for (const kind of KINDS) {
      // a figure is new only where it can be drawn
      const id = kind === 'links' ? own : kind === 'figures' ? 'study' : 'some-id';
      const { status, said } = await runNew(kind, id);
      expect([kind, status]).toEqual([kind, 0]);
      const path = /^X(\S+) is written\. Replace each "To write", then run: npm run check:content$/.exec(said)?.[1] as string;
      expect([kind, existsSync(join(folder, path))]).toEqual([kind, true]);
      written.push(path);
    }
    const { complained } = run('check-content');
    for (const path of written) rmSync(join(folder, path));
    writeFileSync(judged, before);
    const lines = complained.split('\n').slice(2);
    for (const path of written) expect([path, lines.some((line) => line.startsWith(`X${path}:`))]).toEqual([path, true]);
    const allowed = /still to write: .*[.?!] Replace|sources\/some-id.*nothing cites it|pair .*\/some-id\b.*: nobody has judged it/;
    expect(lines.filter((line) => !allowed.test(line))).toEqual([]);
  });
  test('takes the singular, refuses what is no kind, no id, or there already', async () => {
    expect(run('new-entry', 'gap', 'opening-hours').complained).toBe(
      'X/guide/gaps/opening-hours.mdx exists already. Choose another id, or edit that file.',
    );
    expect((await runNew('gap', 'Opening_Hours')).complained).toBe(
      '"Opening_Hours" cannot be an id. Write lower case words joined by hyphens, such as internal-funding.',
    );
    expect((await runNew('link', 'manuals--longer-hours')).complained).toBe(
      'X/guide/links/manuals--longer-hours.mdx exists already. Choose another id, or edit that file.',
    );
    for (const id of ['manuals', 'manuals--', 'manuals--opening-hours--longer-hours', 'manuals/longer-hours'])
      expect((await runNew('link', id)).complained).toBe(
        `"${id}" cannot be the id of a link. Write the ids of its two ends joined by two hyphens, such as timetables--internal-funding.`,
      );
    expect((await runNew('gap', 'manuals--longer-hours')).complained).toBe(
      '"manuals--longer-hours" cannot be an id. Write lower case words joined by hyphens, such as internal-funding.',
    );
    expect((await runNew('figure', 'pie')).complained).toBe(`No figure "pie" can be drawn. Write one of: ${FIGURES.join(', ')}.`);
    expect((await runNew('gadget', 'x')).complained).toBe(
      `"gadget" is no kind of entry. Write one of: ${KINDS.join(', ')}. For example: npm run new -- gap some-id`,
    );
  });
});

describe('The lock', () => {
  test('serves npm ci, which refuses a lock that leaves a package out', () => {
    const clean = join(folder, 'clean');
    for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(file, join(clean, file));
    const npm = spawnSync('npm', ['ci', '--dry-run', '--ignore-scripts', '--offline'], { cwd: clean, encoding: 'utf8' });
    expect(npm.stderr).not.toContain('EUSAGE');
    expect(npm.status).toBe(0);
  });
  test('holds no address of a registry, and an integrity for every package but stubs of other machines', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { resolved?: string; integrity?: string; optional?: boolean; os?: string[]; cpu?: string[] }>;
    };
    for (const [name, entry] of Object.entries(lock.packages)) {
      if (name === '') continue;
      expect([name, entry.resolved]).toEqual([name, undefined]);
      // the tests run on Linux and x64, so whatever goes there must be pinned
      const isForTests = (entry.os ?? ['linux']).includes('linux') && (entry.cpu ?? ['x64']).includes('x64');
      if (!entry.integrity) expect([name, entry.optional, isForTests]).toEqual([name, true, false]);
    }
  });
});
