import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pdfFiles } from '../../src/exports/typeset/pdf-files.ts';
import { hasPdfs } from '../../src/exports/typeset/press.ts';
import { checkedGuide } from '../../src/guide/check.ts';
import { VOICES } from '../../src/lib/voices.ts';
import { BUILDS } from './builds.ts';

const guide = checkedGuide();
const { root, wordy } = BUILDS;
const files = (folder: string, ending: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith(ending));
const linksToPdf = (folder: string): string[] =>
  files(folder, '.html').flatMap((page) =>
    [...readFileSync(join(folder, page), 'utf8').matchAll(/href="([^"#]+\.pdf)"/g)].map(([, href]) => `${href}`),
  );

test('A build without PDFs has none, and no page of it links to one', () => {
  expect([files(wordy.folder, '.pdf'), linksToPdf(wordy.folder).filter((href) => !/^https:/.test(href))]).toEqual([[], []]);
  for (const name of ['llms.txt', 'data.md']) expect(readFileSync(join(wordy.folder, name), 'utf8')).not.toContain('guide.pdf');
});

describe.runIf(hasPdfs())('PDFs', () => {
  const all = pdfFiles(guide);
  test('stand where they are said to, each with a link, and the whole guide is no burden', () => {
    expect(
      files(root.folder, '.pdf')
        .map((path) => `/${path}`)
        .sort(),
    ).toEqual(all.map(({ path }) => path).sort());
    const linked = new Set(linksToPdf(root.folder));
    for (const { path } of all) expect([path, linked.has(path)]).toEqual([path, true]);
    expect(statSync(join(root.folder, 'guide.pdf')).size).toBeLessThan(8_000_000);
  });

  const poppler = spawnSync('pdfinfo', ['-v']).error === undefined;
  if (!poppler) console.log('pdfinfo and pdftotext are not installed: no PDF of the site is read.');
  const run = (program: string, path: string, ...more: string[]): string =>
    execFileSync(program, [...more, join(root.folder, path), ...(program === 'pdftotext' ? ['-'] : [])], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e8,
    });
  const pages = (told: string): number => Number(/^Pages: +(\d+)$/m.exec(told)?.[1]);

  test.runIf(poppler)('can be read by everyone, have a name, and keep to the pages they may have', () => {
    for (const { path, most } of all) {
      const told = run('pdfinfo', path);
      expect([path, /^Tagged: +yes$/m.test(told), /^Title: +\S/m.test(told), /^Author: +\S/m.test(told)]).toEqual([path, true, true, true]);
      expect([path, pages(told) <= (most ?? Number.POSITIVE_INFINITY)]).toEqual([path, true]);
    }
  });

  test.runIf(poppler)('the book holds each finding, source and voice, and no reference without a page', () => {
    const text = run('pdftotext', 'guide.pdf', '-nopgbrk').replace(/\s+/g, ' ');
    for (const { data } of guide.findings) expect(text).toContain(data.title);
    for (const { data } of guide.sources) expect(text).toContain(data.short);
    for (const voice of VOICES) expect(text).toContain(guide.about.voices[voice].label);
    expect(text).not.toContain('??');
    expect(
      run('pdffonts', 'guide.pdf')
        .split('\n')
        .slice(2)
        .filter(Boolean)
        .every((font) => / yes yes yes /.test(font)),
    ).toBe(true);
  });
});
