import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leftOutOf } from '../../../../src/exports/edition/order.ts';
import { wholeOf } from '../../../../src/exports/edition/whole.ts';
import { epub } from '../../../../src/exports/epub/epub.ts';
import { buildGuide } from '../../../../src/guide/build.ts';
import { checkedGuide } from '../../../../src/guide/check.ts';
import { readFiles } from '../../../../src/guide/read/files.ts';
import { VOICE_SIGNS } from '../../../../src/lib/voices.ts';
import { FOLDER } from '../../guide/malformed.ts';

const guide = checkedGuide();
const small = buildGuide(readFiles(FOLDER), FOLDER);
const sheets = { marks: readFileSync('src/styles/marks.css', 'utf8'), tokens: readFileSync('src/styles/tokens.css', 'utf8') };
const folder = mkdtempSync(join(tmpdir(), 'epub-'));
afterAll(() => rmSync(folder, { recursive: true }));

const whole = wholeOf(guide);
const LEFT_OUT = new Set(leftOutOf(guide).map(({ entry }) => entry.ref));

let book: Uint8Array;
let files: Record<string, string>;
let pages: { name: string; document: Document }[];
beforeAll(async () => {
  book = await epub(guide, undefined, sheets);
  files = Object.fromEntries(Object.entries(unzipSync(book)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  pages = Object.entries(files)
    .filter(([name]) => name.endsWith('.xhtml'))
    .map(([name, text]) => ({ name: name.slice('EPUB/'.length), document: parseHTML(text.replace(/^<\?xml.*\?>/, '')).document }));
}, 60_000);

/** The checker, with Java: a package of Debian. */
const JAR = ['/usr/share/java/epubcheck.jar'].find(existsSync);
const hasJava = spawnSync('java', ['-version']).status === 0;
if (!JAR || !hasJava) console.log('epubcheck is not installed: no book is held against the standard (Debian: apt-get install epubcheck).');

test.skipIf(!JAR || !hasJava)(
  'epubcheck finds nothing in the book',
  async () => {
    const path = join(folder, 'book.epub');
    writeFileSync(path, await epub(guide, new URL('https://guide.example'), sheets));
    // it runs once: to make its code fast would take longer than it does
    const { status, stdout, stderr } = spawnSync('java', ['-XX:TieredStopAtLevel=1', '-jar', JAR as string, path, '--failonwarnings'], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('0 fatals / 0 errors / 0 warnings / 0 infos');
  },
  300_000,
);

test('the same guide gives the same bytes, and its type stands first, as it is', async () => {
  expect(Buffer.compare(await epub(guide, undefined, sheets), book)).toBe(0);
  expect(Buffer.from(book.subarray(30, 58)).toString()).toBe('mimetypeapplication/epub+zip');
  expect(new DataView(book.buffer, book.byteOffset).getUint16(8, true)).toBe(0);
});

test('every statement is there once, with words and sign of its voice', () => {
  const bodies = new Map(
    pages.flatMap(({ document }) => [...document.querySelectorAll('.voice[id]')].map((one) => [one.id, one] as const)),
  );
  let seen = 0;
  for (const { page, id, voice, text } of guide.statements) {
    const place = whole.placeOf({ to: page, fragment: id });
    // the facts of cases have no places of their own
    if (!place?.includes('__')) continue;
    seen += 1;
    const one = bodies.get(place);
    if (!one) throw new Error(`${place} is not in the book.`);
    const flat = (words: string) => words.replace(/\s+/g, ' ').trim();
    expect([page, id, flat(one.querySelector('.mark')?.textContent ?? '')]).toEqual([
      page,
      id,
      `${VOICE_SIGNS[voice]} ${guide.about.voices[voice].label}`,
    ]);
    expect(flat([...one.querySelectorAll('.said > p, .said li')].map((part) => part.textContent).join(' '))).toBe(flat(text));
  }
  expect(seen).toBe(guide.statements.filter(({ page }) => !page.startsWith('cases/') && !LEFT_OUT.has(page)).length);
});

test('links lead within the book or to publications; without the address of the site none leads to it', () => {
  const ids = new Map(pages.map(({ name, document }) => [name, new Set([...document.querySelectorAll('[id]')].map(({ id }) => id))]));
  let inside = 0;
  for (const { name, document } of pages)
    for (const one of document.querySelectorAll('a')) {
      const to = one.getAttribute('href') ?? '';
      if (/^https?:/.test(to)) continue;
      const [file = '', id] = to.split('#');
      expect([name, to, ids.has(file), id === undefined || ids.get(file)?.has(id)]).toEqual([name, to, true, true]);
      inside += 1;
    }
  expect(inside).toBeGreaterThan(1000);
});

test('each figure is a drawing with a title, told in words where it stands', () => {
  const images = pages.flatMap(({ document }) => [...document.querySelectorAll('figure img')]);
  expect(images.length).toBeGreaterThanOrEqual(guide.figures.length);
  for (const image of images) {
    expect(image.getAttribute('alt')).toMatch(/^[A-Z].{20,}/);
    expect(files[`EPUB/${image.getAttribute('src')}`]).toMatch(/<title id="t">[^<]+<\/title>/);
  }
});

test('pandoc reads a book as one', async () => {
  if (spawnSync('pandoc', ['--version']).status !== 0) return console.log('pandoc is not installed: no book is read by it.');
  const path = join(folder, 'pandoc.epub');
  writeFileSync(path, await epub(small, undefined, sheets));
  const text = execFileSync('pandoc', [path, '-t', 'plain', '--wrap=none'], { encoding: 'utf8' });
  expect(text).toContain(small.about.name);
  expect(text).toContain(small.findings[0]?.data.answer.text);
});
