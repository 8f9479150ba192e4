import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { LIMITS, limitOf, scriptLimitOf, tooHeavy, weigh, weightTable } from '../../../src/build/weights.ts';

/** Text that does not get smaller. */
const noise = (bytes: number, seed = 'a'): string =>
  createHash('shake256', { outputLength: bytes }).update(seed).digest('base64url').slice(0, bytes);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
function site(pages: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'guide-weights-'));
  folders.push(folder);
  mkdirSync(join(folder, '_astro'));
  writeFileSync(join(folder, '_astro/a.js'), `import "./b.js";${noise(3000)}`);
  writeFileSync(join(folder, '_astro/b.js'), noise(2000, 'b'));
  writeFileSync(join(folder, '_astro/f.woff2'), noise(500));
  for (const [path, html] of Object.entries(pages)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), html);
  }
  return folder;
}
const page = (text: string, base = '/', origin = 'https://guide.example') =>
  `<html><head><link rel="canonical" href="${origin}${base}x/"><style>@font-face{src:url(${base}_astro/f.woff2)}</style></head><body><main>${`<a href="${base}gaps/">x</a>`.repeat(40)}${text}</main><script type="module" src="${base}_astro/a.js"></script></body></html>`;

describe('Weights', () => {
  test('scripts are weighed with all they import, fonts once', () => {
    const { pages, fonts } = weigh(site({ 'index.html': page('') }), { site: 'https://guide.example', base: '/' });
    expect(pages[0]?.scripts).toBeGreaterThan(3500);
    expect(pages[0]?.scripts).toBeLessThan(5200);
    expect(fonts).toBe(500);
  });
  test('do not depend on the address', () => {
    const origin = 'https://learning-health-systems.medicine.example-university.edu';
    const base = '/library/evidence-guides/lhs-funding/';
    const text = noise(9000);
    const short = weigh(site({ 'a/index.html': page(text) }), { site: 'https://guide.example', base: '/' });
    const long = weigh(site({ 'a/index.html': page(text, base, origin) }), { site: origin, base });
    expect(long).toEqual(short);
  });
  test('a page is weighed whole, and up to the end of its first screen', () => {
    const [weight] = weigh(site({ 'a/index.html': page(noise(40_000)) }), { site: undefined, base: '/' }).pages;
    expect(weight?.html).toBeGreaterThan(LIMITS.html);
    expect(weight?.first).toBeGreaterThan(4000);
    expect(weight?.first).toBeLessThan(8000);
  });
});

describe('Too heavy', () => {
  test('each names what, its bytes, its limit and a cure', () => {
    const pages = [
      { path: 'a/index.html', html: 24_001, first: 14_700, scripts: 7_501 },
      { path: 'links/index.html', html: 40_000, first: 14_600, scripts: 7_500 },
      { path: 'b/index.html', html: 24_000, first: 14_600, scripts: 7_500 },
    ];
    expect(tooHeavy({ pages, fonts: 75_001 })).toEqual([
      'a/index.html: 24.0 kB, at most 24. Say it shorter, or give a part of it a page of its own.',
      'a/index.html, first screen with styles: 14.7 kB, at most 14.6. Take styles away that this page does not use.',
      'a/index.html, scripts: 7.5 kB, at most 7.5. Load what a reader does not always use by import().',
      'fonts: 75.0 kB, at most 75. Cut the typefaces to fewer characters: npm run fonts.',
    ]);
    expect(tooHeavy({ pages: pages.slice(1), fonts: 75_000 })).toEqual([]);
  });
  test.each([
    ['index.html', LIMITS.html, LIMITS.scripts],
    ['teach/20-minutes/index.html', LIMITS.html, LIMITS.scripts],
    ['teach/20-minutes/slides/index.html', LIMITS.list, LIMITS.scripts],
    ['figures/coverage/index.html', LIMITS.list, LIMITS.figure],
    ['matrix/index.html', LIMITS.list, LIMITS.figure],
    ['find/plan/index.html', LIMITS.list, LIMITS.tool],
    ['self-check/index.html', LIMITS.list, LIMITS.check],
    ['search/index.html', LIMITS.html, Number.POSITIVE_INFINITY],
  ])('%s may weigh %i with scripts of %i', (path, html, scripts) => {
    expect([limitOf(path), scriptLimitOf(path)]).toEqual([html, scripts]);
  });
});

test('the table shows the heaviest pages first, with their scripts, and the fonts', () => {
  const pages = [...'abcdefghi'].map((name, i) => ({ path: `${name}/index.html`, html: 1000 * (i + 1), first: 500, scripts: 300 }));
  expect(weightTable({ pages, fonts: 51_200 }).split('\n')).toEqual([
    'The heaviest of 9 pages, in kB (at most 24, a list 40; scripts 7.5)',
    '  page  scripts',
    ...[...'ihgfedcb'].map((name, i) => `   ${9 - i}.0      0.3  ${name}/index.html`),
    '  fonts   51.2 (at most 75)',
  ]);
});
