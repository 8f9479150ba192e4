import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageStyles } from '../../../src/build/page-styles.ts';
import { usedRules } from '../../../src/build/used-rules.ts';

const cut = (css: string, ...names: string[]): string => usedRules(css)((name) => names.includes(name));

describe('Of a style sheet a page keeps', () => {
  test.each([
    ['rules without classes', 'p{margin:0}#a[b]:hover{color:red}', [], 'p{margin:0}#a[b]:hover{color:red}'],
    ['rules whose classes it has', '.a{top:0}.b{top:1px}.a .b{top:2px}.a.b{top:3px}', ['a'], '.a{top:0}'],
    ['those selectors of a rule that can match', '.a,.b,.c p,i{top:0}', ['b'], '.b,i{top:0}'],
    ['what one of several allows', ':is(.a,.b) p{top:0}:where(.b,.c){top:1px}', ['a'], ':is(.a,.b) p{top:0}'],
    ['what holds where a class is not', 'p:not(.a){top:0}', [], 'p:not(.a){top:0}'],
    ['rules whose elements of its own it has', 'a-b p{top:0}b-c p{top:1px}p:has(b-c){top:2px}', ['a-b'], 'a-b p{top:0}'],
    ['what looks inside', 'ul:has(.a){top:0}ul:has(.b){top:1px}', ['a'], 'ul:has(.a){top:0}'],
    [
      'layers and queries that are not empty',
      '@layer x{@media print{.a{top:0}}@media screen{.b{top:0}}}@layer y{.b{top:0}}',
      ['a'],
      '@layer x{@media print{.a{top:0}}}@layer y;',
    ],
    ['the order of layers', '@layer a,b;@layer b{p{top:0}}@layer c;', [], '@layer a,b;@layer b{p{top:0}}@layer c;'],
    [
      'animations and typefaces',
      '@keyframes k{from{top:0}50.5%{top:1px}}@font-face{font-family:F;src:url(f.woff2)}',
      [],
      '@keyframes k{from{top:0}50.5%{top:1px}}@font-face{font-family:F;src:url(f.woff2)}',
    ],
    ['rules inside a rule', '.a{top:0;& p{left:0}}', ['a'], '.a{top:0;& p{left:0}}'],
  ])('%s', (_, css, names, left) => expect(cut(css, ...names)).toBe(left));
});

describe('A built page is cut to its own', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'styles-'));
    mkdirSync(join(folder, '_astro'));
    writeFileSync(join(folder, '_astro/one.js'), 'import"./two.js";const u=()=>import("./three.js");e.className="one "+v');
    writeFileSync(join(folder, '_astro/two.js'), 'import"./one.js";e.classList.add("two")');
    writeFileSync(join(folder, '_astro/three.js'), 'e.className="three"');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const CSS = ['markup', 'data', 'inline', 'one', 'two', 'three', 'prose'].map((name) => `.${name}{top:0}`).join('');
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const page = (body: string): string =>
    pageStyles(
      folder,
      '/a',
    )(
      `<head><meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' 'sha256-a=' 'sha256-b='; style-src 'self' 'sha256-c=' 'sha256-d=';"><style>${CSS}</style></head>${body}`,
    );
  const classes = (html: string): string[] =>
    [...(/<style>(.*)<\/style>/.exec(html)?.[1] ?? '').matchAll(/\.(\w+)/g)].map(([, name]) => name as string);

  test('classes of its markup and its data stay, words of its text do not', () =>
    expect(classes(page('<p class="x markup" data-kind="data">prose</p>'))).toEqual(['markup', 'data']));
  test('so do elements of the site that stand in it', () =>
    expect(pageStyles(folder, '/a')('<style>a-b{top:0}c-d{top:0}.a-b{top:0}</style><a-b data-x="y"><p>&lt;c-d c-d</p></a-b>')).toContain(
      '<style>a-b{top:0}.a-b{top:0}</style>',
    ));
  test('so do words of its scripts and of all that they load, and of data in the page', () =>
    expect(
      classes(page('<script type="module" src="/a/_astro/one.js"></script><script type="application/json">{"a":"inline"}</script>')),
    ).toEqual(['inline', 'one', 'two', 'three']));
  test('what other pages take parts of has its styles in a file', () => {
    const html = pageStyles(folder, '/a')(`<html lang="en" data-linked><style>${CSS}</style><p class="markup"></p>`);
    const [, name = ''] = /<link rel="stylesheet" href="\/a\/_astro\/(page\.[0-9a-f]{8}\.css)">/.exec(html) ?? [];
    expect(html).toBe(`<html lang="en" data-linked><link rel="stylesheet" href="/a/_astro/${name}"><p class="markup"></p>`);
    expect(readFileSync(join(folder, '_astro', name), 'utf8')).toBe('.markup{top:0}');
  });
  test('its policy has the hashes of its own styles and scripts, and no other', () => {
    const style = '.markup{top:0}';
    expect(page('<p class="markup"></p><script>run()</script><script type="application/ld+json">{}</script>')).toContain(
      `content="default-src 'none'; script-src 'self' ${hash('run()')}; style-src 'self' ${hash(style)};"><style>${style}</style>`,
    );
    expect(page('')).toContain(`script-src 'self'; style-src 'self' ${hash('')};"><style></style>`);
  });
});
