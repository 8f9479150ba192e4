import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { filesBelow } from '../../src/exports/kept.ts';
import { lettersOf, openXmlFaults } from '../open-xml.ts';
import { BUILDS } from './builds.ts';

const files = filesBelow(BUILDS.root.folder).filter((name) => /\.(docx|pptx)$/.test(name));

test('there are Word files and presentations', () => {
  for (const name of ['teach/50-minutes/slides.pptx', 'teach/50-minutes/handout.docx', 'brief/slide.pptx'])
    expect(files).toContain(join(BUILDS.root.folder, name));
});

test('each of them is sound Open XML, so that no program offers to repair it', async () => {
  const queue = [...files];
  const faults: string[] = [];
  const work = async (): Promise<void> => {
    for (let file = queue.pop(); file; file = queue.pop())
      for (const fault of (await openXmlFaults(file)) ?? []) faults.push(`${file}${fault}`);
  };
  // the program takes half a second for each, most of it to begin
  await Promise.all([work(), work()]);
  expect(faults).toEqual([]);
}, 180_000);

/** The text of the parts of a file whose paths fit, in order of their numbers. */
const partsOf = (file: string, paths: RegExp): string[] =>
  Object.entries(unzipSync(readFileSync(file), { filter: ({ name }) => paths.test(name) }))
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, bytes]) => strFromU8(bytes));

test('Word files have a foot with the number of the page, headings without a gap, and tables with a head and a name', () => {
  for (const file of files.filter((name) => name.endsWith('.docx'))) {
    const [body = ''] = partsOf(file, /^word\/document\.xml$/);
    const [foot = ''] = partsOf(file, /^word\/footer1\.xml$/);
    expect([file, /PAGE.*NUMPAGES/s.test(foot), /edition of \p{Lu}\p{Ll}+ \d+, \d{4}/u.test(foot)]).toEqual([file, true, true]);
    const levels = [...body.matchAll(/<w:pStyle w:val="(Title|Heading\d)"\/>/g)].map(([, style]) =>
      style === 'Title' ? 0 : Number(style?.slice(7)),
    );
    expect([file, levels[0], levels.filter((level, i) => i > 0 && level > (levels[i - 1] as number) + 1)]).toEqual([file, 0, []]);
    for (const table of body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [])
      expect([file, table.includes('<w:tblHeader/>'), /<w:tblCaption w:val="[^"]+"\/>/.test(table)]).toEqual([file, true, true]);
  }
});

test('slides have a title and notes each, tables a head, and pictures and tables words', () => {
  for (const file of files.filter((name) => name.endsWith('.pptx'))) {
    const slides = partsOf(file, /^ppt\/slides\/slide\d+\.xml$/);
    expect(partsOf(file, /^ppt\/notesSlides\/notesSlide\d+\.xml$/).length).toBe(slides.length);
    for (const [i, slide] of slides.entries()) {
      const at = `${file} ${i + 1}`;
      expect([at, slide.match(/<p:ph\b[^>]*type="title"/g)?.length]).toEqual([at, 1]);
      for (const frame of slide.match(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs) ?? [])
        expect([at, frame.includes('firstRow="1"'), / descr="[^"]+: [^"]+"/.test(frame)]).toEqual([at, true, true]);
      for (const picture of slide.match(/<p:pic>.*?<\/p:pic>/gs) ?? [])
        expect([at, / descr="[^"]{20,}"/.test(picture)]).toEqual([at, true]);
    }
  }
});

const has = (program: string, version: string): boolean => spawnSync(program, [version]).error === undefined;
const office = has('soffice', '--version') && has('pdftotext', '-v');
if (!office) console.log('LibreOffice or poppler is not installed: no Word file or presentation is opened in a program.');

test.runIf(office)(
  'LibreOffice opens each: every slide is a page that shows its title, and a Word file shows its headings',
  () => {
    const place = mkdtempSync(join(tmpdir(), 'office-'));
    try {
      // files of several lessons have one name
      const copies = files.map((file) => {
        const copy = join(place, relative(BUILDS.root.folder, file).replaceAll('/', '--'));
        copyFileSync(file, copy);
        return { file, copy };
      });
      const profile = `-env:UserInstallation=${pathToFileURL(join(place, 'profile'))}`;
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', place, ...copies.map(({ copy }) => copy)], {
        stdio: 'ignore',
      });
      for (const { file, copy } of copies) {
        const pdf = copy.replace(/\.\w+$/, '.pdf');
        const pages = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 1e8 }).split('\f').slice(0, -1);
        // a hyphen at the end of a line is taken for one that only divides, and a bullet stands anywhere
        const plain = (text: string): string => text.replace(/[\s\u00ad‐•-]+/g, '');
        const wordsOf = (xml: string): string =>
          plain(lettersOf([...xml.matchAll(/<[aw]:t(?: [^>]*)?>([^<]*)<\/[aw]:t>/g)].map(([, text]) => text).join('')));
        if (file.endsWith('.pptx')) {
          const titles = partsOf(file, /^ppt\/slides\/slide\d+\.xml$/).map((slide) =>
            wordsOf(/<p:sp>(?:(?!<\/p:sp>).)*type="title".*?<\/p:sp>/s.exec(slide)?.[0] ?? ''),
          );
          expect([file, pages.length]).toEqual([file, titles.length]);
          for (const [i, title] of titles.entries())
            expect([file, i + 1, plain(pages[i] ?? '').includes(title)]).toEqual([file, i + 1, true]);
        } else {
          const text = plain(pages.join(''));
          const [body = ''] = partsOf(file, /^word\/document\.xml$/);
          const heads = [...body.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="(?:Title|Heading\d)"\/>.*?<\/w:p>/gs)].map(([xml]) =>
            wordsOf(xml),
          );
          expect([file, heads.filter((head) => !text.includes(head))]).toEqual([file, []]);
        }
      }
    } finally {
      rmSync(place, { recursive: true });
    }
  },
  180_000,
);
