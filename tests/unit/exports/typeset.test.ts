import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { create, type Font } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { type Block, said } from '../../../src/exports/edition/blocks.ts';
import { chaptersOf } from '../../../src/exports/edition/order.ts';
import { waysOf } from '../../../src/exports/take-along.ts';
import { bookData } from '../../../src/exports/typeset/book.ts';
import { type Laid, Layout, type PageBlock, signOf, signSvg } from '../../../src/exports/typeset/laid.ts';
import { packed } from '../../../src/exports/typeset/packed.ts';
import { pdfFiles, pdfOf } from '../../../src/exports/typeset/pdf-files.ts';
import { hasBook, hasPdfs, noBookWords, typeset } from '../../../src/exports/typeset/press.ts';
import { unwrapped } from '../../../src/exports/typeset/woff.ts';
import { buildGuide } from '../../../src/guide/build.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { dayOf } from '../../../src/guide/entries.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import { editionOf } from '../../../src/guide/responses.ts';
import type { Guide } from '../../../src/guide/types.ts';
import { longDate } from '../../../src/lib/dates.ts';
import { LINK_STATES } from '../../../src/lib/link-states.ts';
import { VOICES } from '../../../src/lib/voices.ts';
import { FOLDER } from '../guide/malformed.ts';

const guide = checkedGuide();
const fixture = buildGuide(readFiles(FOLDER), FOLDER);
const sheets = { marks: readFileSync('src/styles/marks.css', 'utf8'), tokens: readFileSync('src/styles/tokens.css', 'utf8') };
const SITE = new URL('https://guide.example');
const picture = { svg: '<svg/>', alt: 'seen', title: 'A figure', width: 10, height: 10 };

/** A layout that holds two places. */
const layout = (site = true, paged = true) =>
  new Layout(
    {
      inside: (address) => (['/gaps/manuals/', '/gaps/manuals/#named'].includes(address) ? address : undefined),
      addressFor: site ? (ref, fragment) => `https://guide.example/${ref}/${fragment ? `#${fragment}` : ''}` : undefined,
      fileFor: site ? (path) => `https://guide.example${path}` : undefined,
      paged,
    },
    () => picture,
  );

if (!hasPdfs()) console.log('The program that sets PDFs is not there for this machine: none is set.');

describe('A text laid out', () => {
  const mark = { voice: 'editors', label: 'We infer' } as const;
  test('shows the words of a mark where a run begins, and again after a heading', () => {
    const blocks: Block[] = [
      said(mark, 'a'),
      said(mark, 'b'),
      { type: 'heading', level: 2, text: 'H' },
      { type: 'list', items: [said(mark, 'c'), said(mark, 'd')] },
    ];
    const labels = (all: readonly Laid[]): string[] =>
      all.flatMap((one) => (one.type === 'said' ? [one.label] : 'items' in one ? labels(one.items) : []));
    expect(labels(layout().blocks('gaps/manuals', blocks))).toEqual(['We infer', '', 'We infer', '']);
  });
  test('leads inside, to the site where its address is known, and else nowhere', () => {
    const links = [
      { to: 'gaps/manuals', fragment: 'named', text: 'x' },
      { to: 'gaps/manuals', fragment: 'gone', text: 'x' },
      { to: 'gaps/careers', text: 'x' },
      { file: '/data/a.csv', text: 'x' },
      { href: 'https://example.org/' },
    ];
    expect(layout().line(links)).toEqual([
      { text: 'x', to: '/gaps/manuals/#named' },
      { text: 'x', to: '/gaps/manuals/' },
      { text: 'x', url: 'https://guide.example/gaps/careers/' },
      { text: 'x', url: 'https://guide.example/data/a.csv' },
      { text: 'https://example.org/', url: 'https://example.org/' },
    ]);
    expect(layout(false, false).line(links)).toEqual([
      { text: 'x', link: '/gaps/manuals/#named' },
      { text: 'x', link: '/gaps/manuals/' },
      { text: 'x' },
      { text: 'x' },
      { text: 'https://example.org/', url: 'https://example.org/' },
    ]);
  });
  test('keeps every block, its places and its paragraphs', () => {
    const blocks: PageBlock[] = [
      { type: 'heading', level: 2, text: 'H', id: 'h' },
      { type: 'facts', facts: [{ name: 'N', value: ['v'] }] },
      {
        ...said(mark, 'a b', 'under', { to: 'gaps/manuals' }),
        id: 'named',
        parts: [
          { text: 'a', item: false },
          { text: 'b x', item: true, line: ['b ', { text: 'x', to: 'gaps/manuals' }] },
        ],
      },
      { type: 'direction', label: 'Do', parts: [{ text: 'p', item: false }], id: 'd' },
      { type: 'table', head: [['A'], ['B']], rows: [[['1'], []]] },
      { type: 'line', line: [{ strong: 'S:' }, { open: 'box' }] },
      { type: 'figure', figure: 'sums', instead: said(mark, 'seen') },
      {
        type: 'together',
        items: [
          { type: 'text', parts: [{ text: 't', item: true }] },
          { type: 'lines', count: 3 },
        ],
      },
      { type: 'rule' },
    ];
    const { sign, color } = signOf(mark);
    const one = { type: 'said', sign, color, anchor: '' };
    expect(layout().blocks('gaps/manuals', blocks, 1)).toEqual([
      { type: 'heading', level: 3, text: 'H', anchor: '/gaps/manuals/#h' },
      { type: 'facts', facts: [{ name: 'N', value: ['v'] }] },
      {
        ...one,
        label: 'We infer',
        anchor: '/gaps/manuals/#named',
        parts: [
          { item: false, line: ['a'] },
          // a number of a page would stand in the way of the sentence
          { item: true, line: ['b ', { text: 'x', link: '/gaps/manuals/' }] },
        ],
        notes: [['under']],
      },
      { type: 'direction', label: 'Do', parts: [{ item: false, line: ['p'] }], anchor: '/gaps/manuals/#d' },
      { type: 'table', head: [['A'], ['B']], rows: [[['1'], []]], columns: [12 ** 0.7, 12 ** 0.7], small: false },
      { type: 'line', line: [{ strong: 'S:' }, { open: 'box' }] },
      { type: 'figure', ...picture },
      { ...one, label: 'We infer', parts: [{ item: false, line: ['seen'] }], notes: [] },
      {
        type: 'together',
        items: [
          { type: 'text', parts: [{ item: true, line: ['t'] }] },
          { type: 'lines', count: 3 },
        ],
      },
      { type: 'rule' },
    ]);
  });
  test('tells each voice and each judgment by its shape, whatever the color', () => {
    const shapes = [
      ...VOICES.map((voice) => signOf({ voice })),
      ...LINK_STATES.flatMap((state) => (['paper', 'others', 'editors'] as const).map((voice) => signOf({ voice, state }))),
    ];
    expect(new Set(VOICES.map((voice) => signOf({ voice }).sign.split(' ')[0])).size).toBe(VOICES.length);
    for (const { sign } of shapes)
      expect(signSvg(sign)).toMatch(/^<svg [^>]+><path fill="#[\dA-F]{6}" fill-rule="evenodd" d="M[^"]+"\/><\/svg>$/);
  });
});

describe.each([guide, fixture])('The book of $about.name', (one) => {
  const book = bookData(one, undefined, sheets);
  const text = JSON.stringify(book);
  test('holds every chapter, and every entry of it once', () => {
    const told = book.chapters.flatMap(({ entries, sources }) => [...entries, ...sources].map(({ anchor }) => anchor));
    const own = chaptersOf(one).flatMap(({ entries }) => entries.filter(({ ref }) => ref !== 'pages/about/voices'));
    expect(told).toHaveLength(own.length);
    expect(new Set(told).size).toBe(told.length);
  });
  test('leads to no place twice, and to none that is not there; without an address of the site to none of its pages', () => {
    const anchors = [...text.matchAll(/"anchor":"([^"]+)"/g)].map(([, anchor]) => anchor);
    const inEntries = new Set(anchors);
    for (const [, to] of text.matchAll(/"(?:to|link)":"(\/[^"]+)"/g)) expect([to, inEntries.has(to)]).toEqual([to, true]);
    for (const { used } of book.chapters.flatMap(({ sources }) => sources))
      for (const place of used) expect(inEntries.has(place)).toBe(true);
    for (const { told, places } of book.index) for (const place of [...told, ...places]) expect(inEntries.has(place)).toBe(true);
    for (const [, url] of text.matchAll(/"url":"([^"]+)"/g)) expect(url).toMatch(/^(https?|mailto):/);
    // a chapter of one page has its place
    const alone = book.chapters.filter(({ entries }) => entries.some(({ same }) => same)).length;
    expect(anchors.length - inEntries.size).toBe(alone);
  });
});

test('the edition of a book is the latest day of its entries', () => {
  for (const one of [guide, fixture]) {
    const days = [...one.entries.values()].flatMap((entry) => (entry.id === '404' ? [] : (dayOf(entry) ?? [])));
    expect(editionOf(one)).toBe(days.sort().at(-1));
    expect(JSON.stringify(bookData(one, SITE, sheets).colophon.words)).toContain(longDate(editionOf(one)));
  }
});

test('a build says why it has no PDFs, and only then', () => {
  const told = (env: Record<string, string>): string =>
    execFileSync(
      process.execPath,
      ['-e', "import('./src/exports/typeset/press.ts').then((press) => console.log(press.hasPdfs(), press.noPdfWords()))"],
      {
        encoding: 'utf8',
        stdio: 'pipe',
        env: { ...process.env, ...env },
      },
    ).trim();
  expect(told({ PDF: 'no' })).toBe('false PDF is "no": no PDFs are made, and no page links to one');
  expect(() => told({ PDF: 'No' })).toThrow('PDF is "No", but it must be yes or no; left out it is yes.');
  expect(told({ PDF: '' })).toMatch(hasPdfs() ? /^true undefined$/ : /^false \S+ has no program for this machine: no PDFs are made/);
});

test.runIf(hasPdfs())('a guide that no book can hold has all PDFs but the book, and the build says so', () => {
  const entries = (count: number) => new Map(Array.from({ length: count }, (_, i) => [`sources/${i}`, guide.study] as const));
  const [most, more] = [2000, 2001].map((count) => ({ ...fixture, entries: entries(count) }));
  expect([most, more].map((one) => one && [hasBook(one), noBookWords(one)])).toEqual([
    [true, undefined],
    [false, 'the guide has 2001 entries, and a book holds at most 2000: /guide.pdf is not made, and no page links to it'],
  ]);
  const paths = (one: Guide) => pdfFiles(one).map(({ path }) => path);
  expect(paths(most as Guide)).toEqual(paths(fixture));
  expect(paths(more as Guide)).toEqual(paths(fixture).slice(1));
  const ways = (one: Guide) => waysOf(one, new Map()).map(({ id }) => id);
  expect(ways(more as Guide)).toEqual(ways(most as Guide).slice(1));
});

test('each PDF has a path of its own beside what it is of', () => {
  const paths = pdfFiles(guide).map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(pdfFiles(fixture).map(({ path }) => path)).toEqual([
    '/guide.pdf',
    '/brief/brief.pdf',
    ...fixture.findings.map(({ ref }) => `/${ref}.pdf`),
    '/teach/10-minutes/handout.pdf',
    '/teach/10-minutes/handout-with-answers.pdf',
    '/documents/loan-slip/loan-slip.pdf',
    '/documents/loan-slip/loan-slip-filled-in.pdf',
  ]);
});

test('a face comes out of its file as it went in', () => {
  const woff = readFileSync('node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff');
  const [a, b] = [create(woff) as Font, create(Buffer.from(unwrapped(woff))) as Font];
  expect([b.postscriptName, b.numGlyphs, b.layout('Paying for it').advanceWidth]).toEqual([
    a.postscriptName,
    a.numGlyphs,
    a.layout('Paying for it').advanceWidth,
  ]);
  expect(() => unwrapped(new Uint8Array(60))).toThrow('no WOFF file');
});

describe.runIf(hasPdfs())('A PDF', () => {
  /** The texts of the headings of a sheet, as the program that sets it has them. */
  const { NodeCompiler } = createRequire(resolve('package.json'))(
    '@myriaddreamin/typst-ts-node-compiler',
  ) as typeof import('@myriaddreamin/typst-ts-node-compiler');
  const typst = NodeCompiler.create({ workspace: resolve('src/exports/typeset') });
  const empty = pdfFiles(fixture).find(({ path }) => path === '/gaps/manuals.pdf');
  if (!empty) throw new Error('The fixture guide has no such finding.');
  const data = empty.data(undefined, sheets);
  const content = (text: string) => ({
    ...data,
    scale: 1,
    title: text,
    kicker: text,
    spoken: text,
    closing: [[text, { strong: text }, { text, url: 'https://example.org/' }]],
    blocks: [
      { type: 'heading', level: 2, text, anchor: '' },
      {
        ...(data as { blocks: Laid[] }).blocks.find(({ type }) => type === 'said'),
        label: text,
        parts: [
          { item: false, line: [text] },
          { item: true, line: [text] },
        ],
        notes: [[text]],
      },
      { type: 'facts', facts: [{ name: text, value: [text] }] },
      { type: 'direction', label: text, parts: [{ item: false, line: [text] }], anchor: '' },
      { type: 'table', head: [[text]], rows: [[[text]]], columns: [1], small: false },
      { type: 'line', line: [text] },
    ],
  });

  test('shows any text as that text: none becomes a command', () => {
    const commands = [
      '#panic()',
      '*a*',
      '_a_',
      '$x$',
      '@a',
      '<a>',
      '= a',
      '- a',
      '\\a',
      '`a`',
      '//a',
      '#{',
      ']',
      '"',
      "'",
      '--',
      '~',
      '#"',
      '/*',
      '\\u{41}',
    ];
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom(...commands),
      fc.array(fc.constantFrom(...commands), { minLength: 1 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const found = typst.query(
          { mainFilePath: resolve('src/exports/typeset/sheet.typ'), inputs: { data: JSON.stringify(content(text)) } },
          { selector: 'heading' },
        ) as { level: number; body: { func: string; text?: string } }[];
        expect(found.map(({ level, body }) => [level, body.text ?? ' '])).toEqual(
          [
            [1, text],
            [2, text],
          ].map(([level, own]) => [level, own]),
        );
        typst.evictCache(10);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same bytes each time, and what packs it changes none of its objects', () => {
    const [a, b] = [typeset('sheet', data), typeset('sheet', data)];
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
    expect(() => packed(a)).toThrow('another kind');
    expect(Buffer.from(a.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.7');
  });

  test('that must keep to a page does, in smaller type, and has more where it cannot', () => {
    const long = (count: number) => ({
      ...data,
      blocks: Array.from({ length: count }, () => ({ type: 'line', line: ['Some words that stand on a line.'] })),
    });
    const isSmaller = (count: number): boolean =>
      !Buffer.from(typeset('sheet', long(count), 1)).equals(Buffer.from(typeset('sheet', long(count))));
    // a few lines fit as they are, a few more in smaller type, and a hundred not at all
    expect([isSmaller(5), isSmaller(44), isSmaller(100)]).toEqual([false, true, false]);
  });

  const poppler = spawnSync('pdfinfo', ['-v']).error === undefined;
  if (!poppler) console.log('pdfinfo and pdftotext are not installed: no PDF is read back.');
  test.runIf(poppler)('is tagged, has its title and its faces, and shows commands as text', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
    try {
      const run = (program: string, file: string, ...more: string[]): string =>
        execFileSync(program, [file, ...more], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      const own = '#panic() *a* $x$ @b <c> \\d `e` //f';
      const file = join(folder, 'a.pdf');
      writeFileSync(file, typeset('sheet', content(own)));
      expect(run('pdftotext', file, '-').split(own).length - 1).toBeGreaterThanOrEqual(8);
      for (const one of pdfFiles(fixture)) {
        writeFileSync(file, await pdfOf(fixture, one, SITE, sheets));
        const told = run('pdfinfo', file);
        expect(told).toMatch(/^Tagged: +yes$/m);
        expect(told).toMatch(/^Title: +\S/m);
        expect(told).toMatch(/^Page size: +595\.\d+ x 790\.\d+ pts/m);
        const fonts = run('pdffonts', file).split('\n').slice(2).filter(Boolean);
        expect(fonts.length).toBeGreaterThan(0);
        for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Source(Serif|Sans)\S+ .* yes yes yes /);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
