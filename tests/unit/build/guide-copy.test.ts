import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyOf, workerFile } from '../../../src/build/guide-copy.ts';

const folder = mkdtempSync(join(tmpdir(), 'copy-'));
afterAll(() => rmSync(folder, { recursive: true }));
const FILES: Record<string, string> = {
  '404.html': '<script type="module" src="/_astro/a.1.js"></script>',
  'index.html': 'home',
  'all/index.html': 'all',
  'take-along/index.html': '<script type="module" src="/_astro/c.3.js"></script>',
  'embed/tension/index.html': 'frame',
  '_astro/a.1.js': 'import "./b.2.js"',
  '_astro/b.2.js': '1',
  '_astro/c.3.js': '2',
  '_astro/d.4.js': '3',
  'pagefind/pagefind.js': '4',
  'pagefind/pagefind-ui.js': '5',
  'pagefind/pagefind-worker.js': '6',
  'search/names.json': '{}',
  'figures/tension/details.json': '[]',
  'figures/tension.svg': '<svg/>',
  'data/guide.json': '{}',
  'sources/a.csl.json': '[]',
  'a-to-z.json': '[]',
  'icon.svg': '<svg></svg>',
  'guide.epub': 'book',
  'og/home.png': 'picture',
  'robots.txt': '',
  _headers: '',
  'sw.js': '',
  'offline/edition.json': '{}',
};
for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('the list tells pages and what they load from files to take away, and leaves out what nobody reads', async () => {
  const { list, edition } = await copyOf(folder, '2026-11-30');
  expect(list.guide.map(([path]) => path)).toEqual([
    '404.html',
    '_astro/a.1.js',
    '_astro/b.2.js',
    '_astro/c.3.js',
    '_astro/d.4.js',
    'a-to-z.json',
    'figures/tension/details.json',
    'icon.svg',
    'index.html',
    'pagefind/pagefind.js',
    'search/names.json',
    'take-along/index.html',
  ]);
  expect(list.files.map(([path]) => path)).toEqual([
    'all/index.html',
    'data/guide.json',
    'figures/tension.svg',
    'guide.epub',
    'sources/a.csl.json',
  ]);
  expect(edition.parts.guide.bytes).toBe(list.guide.reduce((sum, [path]) => sum + (FILES[path] as string).length, 0));
  // what any copy needs, with all that it loads
  expect(edition.first).toEqual([
    '404.html',
    '_astro/a.1.js',
    '_astro/b.2.js',
    '_astro/c.3.js',
    'a-to-z.json',
    'icon.svg',
    'take-along/index.html',
  ]);
});

test('a build is named by what it gives: the same again, another one where a byte differs', async () => {
  const build = async () => (await copyOf(folder, '')).list.build;
  const before = await build();
  expect(await build()).toBe(before);
  writeFileSync(join(folder, 'index.html'), 'HOME');
  expect(await build()).not.toBe(before);
});

test('a worker is one file that classic scripts can be: it imports nothing, and is the same each time', async () => {
  for (const name of ['worker', 'gone'] as const) {
    const code = await workerFile(name);
    expect(code).not.toMatch(/\b(import|export)\b[\s{*"']/);
    expect(() => new Function(code)).not.toThrow();
    expect(await workerFile(name)).toBe(code);
  }
  expect((await workerFile('gone')).includes('fetch')).toBe(false);
});
