import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pictureOf } from '../../../src/exports/figure-picture.ts';
import { forgetUnused, kept, keptOfAll } from '../../../src/exports/kept.ts';
import { pagePicture } from '../../../src/exports/page-picture.ts';

let folder: string;
const bytes = (text: string) => new TextEncoder().encode(text);
const files = () => readdirSync(join(folder, 'kept'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
  vi.stubEnv('CACHE_DIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('A file that is slow to make', () => {
  const code = () => join(folder, 'code.ts');
  /** Asks for a file; gives what came and whether it was made. */
  async function ask(from: (string | Uint8Array)[], text = 'made'): Promise<[string, boolean]> {
    const make = vi.fn(async () => bytes(text));
    const got = await kept(from, [code()], make);
    return [new TextDecoder().decode(got), make.mock.calls.length > 0];
  }
  beforeEach(() => writeFileSync(code(), 'first'));

  test('is made once, and the same bytes come from then on', async () => {
    expect(await ask(['a', 'b'])).toEqual(['made', true]);
    expect(await ask(['a', 'b'], 'made again')).toEqual(['made', false]);
    expect(files().length).toBe(1);
  });
  test.each([
    ['another text', ['a', 'c']],
    ['the same letters in other parts', ['ab', '']],
    ['a part more', ['a', 'b', '']],
    ['another picture', ['a', bytes('\u0000')]],
  ])('is made again from %s', async (_, from) => {
    await ask(['a', 'b']);
    expect(await ask(from, 'new')).toEqual(['new', true]);
  });
  test('is made again when the code that makes it has changed', async () => {
    await ask(['a']);
    writeFileSync(code(), 'second');
    utimesSync(code(), 1, 1);
    expect(await ask(['a'], 'new')).toEqual(['new', true]);
  });
  test.each([
    ['cut', (file: Buffer) => file.subarray(0, file.length - 1)],
    ['changed in one byte', (file: Buffer) => Buffer.concat([file.subarray(0, -1), bytes('x')])],
    ['empty', () => Buffer.alloc(0)],
  ])('is made again where the kept one was %s', async (_, spoil) => {
    await ask(['a']);
    const path = join(folder, 'kept', files()[0] as string);
    writeFileSync(path, spoil(readFileSync(path)));
    expect(await ask(['a'])).toEqual(['made', true]);
    expect(await ask(['a'])).toEqual(['made', false]);
  });
  test('is made once where two ask for it at once', async () => {
    const both = await Promise.all([ask(['a']), ask(['a'])]);
    expect(both).toEqual([
      ['made', true],
      ['made', false],
    ]);
    expect(files().length).toBe(1);
  });
  test('is made by whoever asks next where it could not be made', async () => {
    const fails = async () => Promise.reject(new Error('no ink'));
    await expect(kept(['a'], [code()], fails)).rejects.toThrow('no ink');
    expect(files()).toEqual([]);
    expect(await ask(['a'])).toEqual(['made', true]);
  });

  test('is claimed by its process while it is made, and by nobody afterwards', async () => {
    const claims: string[][] = [];
    await kept(['a'], [code()], async () => {
      claims.push(files().map((name) => `${name.replace(/^.*\./, '')} ${readFileSync(join(folder, 'kept', name), 'utf8')}`));
      return bytes('made');
    });
    expect(claims).toEqual([[`claim ${process.pid}`]]);
    expect(files().filter((name) => name.endsWith('.claim'))).toEqual([]);
  });

  describe('that somebody has claimed', () => {
    /** Claims the file of `a` as a process does, and gives the path of the claim. */
    async function claimedBy(pid: number | ''): Promise<{ claim: string; file: string }> {
      await ask(['a']);
      const file = join(folder, 'kept', files()[0] as string);
      rmSync(file);
      writeFileSync(`${file}.claim`, String(pid));
      return { claim: `${file}.claim`, file };
    }
    const old = (path: string, ms: number) => utimesSync(path, new Date(Date.now() - ms), new Date(Date.now() - ms));
    const ended = () => spawnSync(process.execPath, ['-e', '']).pid;

    test('is waited for while that process lives, and taken as it made it', async () => {
      // the process that runs this one lives
      const { claim, file } = await claimedBy(process.ppid);
      const asked = ask(['a'], 'ours');
      await new Promise((done) => setTimeout(done, 60));
      const theirs = bytes('theirs');
      writeFileSync(file, Buffer.concat([createHash('sha256').update(`${theirs.length} `).update(theirs).digest(), theirs]));
      rmSync(claim);
      expect(await asked).toEqual(['theirs', false]);
    });
    test.each([
      ['a process that has ended', ended, 0],
      ['one that lives, but not since then', () => process.ppid, 700_000],
      ['an earlier one with the number of this', () => process.pid, 0],
      ['one that ended before it wrote its number', () => '' as const, 2000],
    ])('is made here, once, where that was %s', async (_, pid, age) => {
      const { claim } = await claimedBy(pid());
      old(claim, age);
      expect(await Promise.all([ask(['a'], 'ours'), ask(['a'], 'ours')])).toEqual([
        ['ours', true],
        ['ours', false],
      ]);
      expect(files().length).toBe(1);
    });
  });

  test('is forgotten a month after its last use', async () => {
    await ask(['old']);
    await ask(['used']);
    const day = 86_400_000;
    for (const name of files()) utimesSync(join(folder, 'kept', name), new Date(Date.now() - 31 * day), new Date(Date.now() - 31 * day));
    await ask(['used']);
    // of two processes that tidy up, or make files, one finds what the other has just taken away
    symlinkSync('nowhere', join(folder, 'kept', 'gone.claim'));
    forgetUnused();
    rmSync(join(folder, 'kept', 'gone.claim'));
    expect(files().length).toBe(1);
    expect(await ask(['used'])).toEqual(['made', false]);
  });
});

test('a file that is made of nearly everything is kept by what was read as the guide, its name and where the site will stand', async () => {
  const site = new URL('https://guide.example');
  const made: string[] = [];
  const ask = (digest: string, name: string, at: URL | undefined) =>
    keptOfAll({ digest }, name, at, async () => {
      made.push(`${digest} ${name} ${at}`);
      return bytes(name);
    });
  for (const _ of ['made', 'kept']) {
    await ask('one', 'epub', site);
    await ask('two', 'epub', site);
    await ask('one', 'data', site);
    await ask('one', 'data', undefined);
  }
  expect(made.length).toBe(4);
});

test('a picture for shared links is drawn again when any of its words, its voice or its foot changes', async () => {
  const picture = {
    kicker: 'Gap',
    title: 'Timetables',
    text: 'Too late.',
    voice: { name: 'paper', label: 'The paper says' },
    foot: 'Guide',
  } as const;
  const drawn = [
    picture,
    { ...picture, kicker: 'Strategy' },
    { ...picture, title: 'Calendars' },
    { ...picture, text: 'Too soon.' },
    { ...picture, voice: { name: 'editors', label: 'The paper says' } as const },
    { ...picture, voice: { name: 'paper', label: 'We infer' } as const },
    { ...picture, foot: 'Another guide' },
  ];
  const pictures = await Promise.all(drawn.map(pagePicture));
  expect(files().length).toBe(drawn.length);
  expect(new Set(pictures.map((png) => Buffer.from(png).toString('base64'))).size).toBe(drawn.length);
  expect(await pagePicture(picture)).toEqual(pictures[0]);
});

describe('A picture of a figure', () => {
  const svg = (height: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="${height}" viewBox="0 0 20 ${height}"><rect width="20" height="${height}"/></svg>`;
  test('has two pixels to the unit, and tells its size when it is kept', async () => {
    for (const _ of ['made', 'kept']) expect(await pictureOf(svg(30))).toMatchObject({ width: 40, height: 60 });
    expect(files().length).toBe(1);
  });
  test('of a drawing that is too long has fewer', async () => {
    const { width, height } = await pictureOf(svg(20_000));
    expect(height).toBeLessThanOrEqual(30_000);
    expect(height).toBeGreaterThan(29_000);
    expect(Math.abs(height / width - 1000)).toBeLessThan(20);
  });
});
