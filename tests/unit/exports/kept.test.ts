import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pictureOf } from '../../../src/exports/figure-picture.ts';
import { everything, forgetUnused, kept } from '../../../src/exports/kept.ts';
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

  describe('that another process has claimed', () => {
    /** Claims the file of `a` as a process does, and gives the path of the claim. */
    async function claimedBy(pid: number): Promise<{ claim: string; file: string }> {
      await ask(['a']);
      const file = join(folder, 'kept', files()[0] as string);
      rmSync(file);
      writeFileSync(`${file}.claim`, String(pid));
      return { claim: `${file}.claim`, file };
    }
    test('is waited for, and taken as that one made it', async () => {
      // the process that runs this one lives
      const { claim, file } = await claimedBy(process.ppid);
      const asked = ask(['a'], 'ours');
      await new Promise((done) => setTimeout(done, 60));
      const theirs = bytes('theirs');
      writeFileSync(file, Buffer.concat([createHash('sha256').update(`${theirs.length} `).update(theirs).digest(), theirs]));
      rmSync(claim);
      expect(await asked).toEqual(['theirs', false]);
    });
    test('is made here where that one ended before it was done', async () => {
      const { status, pid } = spawnSync(process.execPath, ['-e', '']);
      expect(status).toBe(0);
      await claimedBy(pid);
      expect(await ask(['a'], 'ours')).toEqual(['ours', true]);
      expect(files().length).toBe(1);
    });
    test('is made here where that one takes too long', async () => {
      const { claim } = await claimedBy(process.ppid);
      const long = new Date(Date.now() - 200_000);
      utimesSync(claim, long, long);
      expect(await ask(['a'], 'ours')).toEqual(['ours', true]);
    });
  });

  test('is forgotten a month after its last use', async () => {
    await ask(['old']);
    await ask(['used']);
    const day = 86_400_000;
    for (const name of files()) utimesSync(join(folder, 'kept', name), new Date(Date.now() - 31 * day), new Date(Date.now() - 31 * day));
    await ask(['used']);
    forgetUnused();
    expect(files().length).toBe(1);
    expect(await ask(['used'])).toEqual(['made', false]);
  });
});

test('everything changes with any file of the content', () => {
  const content = join(folder, 'content');
  mkdirSync(join(content, 'gaps'), { recursive: true });
  writeFileSync(join(content, 'gaps/a.mdx'), 'one');
  const before = everything(content);
  expect(everything(content)).toBe(before);
  writeFileSync(join(content, 'gaps/a.mdx'), 'two');
  utimesSync(join(content, 'gaps/a.mdx'), 1, 1);
  const changed = everything(content);
  writeFileSync(join(content, 'gaps/b.mdx'), '');
  expect(new Set([before, changed, everything(content)]).size).toBe(3);
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
