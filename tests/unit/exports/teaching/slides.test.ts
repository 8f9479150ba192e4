import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { chartOf } from '../../../../src/charts/charts.ts';
import { itemsOf } from '../../../../src/charts/drawing.ts';
import type { MatrixRow } from '../../../../src/charts/link-matrix/rows.ts';
import { matrixSteps } from '../../../../src/charts/link-matrix/steps.ts';
import { addressesAt } from '../../../../src/exports/addresses.ts';
import { handout } from '../../../../src/exports/teaching/handout.ts';
import { LESSON_FILES, LessonFiles } from '../../../../src/exports/teaching/lesson-files.ts';
import { sheetsOf } from '../../../../src/exports/teaching/sheets-of.ts';
import { figureRoom, IDEA_SIZES, placed, SHEET, SIZES, sizeFor, sizeOf, WORDS } from '../../../../src/exports/teaching/slide-sheet.ts';
import { lessonSlides, type Slide, slideText } from '../../../../src/exports/teaching/slides.ts';
import { tableName } from '../../../../src/exports/teaching/slides-pptx.ts';
import { buildGuide } from '../../../../src/guide/build.ts';
import { checkedGuide } from '../../../../src/guide/check.ts';
import { readFiles } from '../../../../src/guide/read/files.ts';
import { termsOf } from '../../../../src/guide/teaching.ts';
import type { Figure, Guide, Lesson } from '../../../../src/guide/types.ts';
import { lettersOf } from '../../../open-xml.ts';

const guide = checkedGuide();
const other = buildGuide(readFiles('tests/fixtures/guide'), 'tests/fixtures/guide');
const addresses = addressesAt(new URL('https://guide.example'));
const sheets = { marks: readFileSync('src/styles/marks.css', 'utf8'), tokens: readFileSync('src/styles/tokens.css', 'utf8') };
const plainOf = (text: string): string => text.replace(/\s+/g, ' ');
const decoded = (xml: string): string => plainOf(lettersOf(xml.replace(/<[^>]*>/g, ' ')));
const all: [string, Guide, Lesson][] = [
  ...guide.lessons.map((l): [string, Guide, Lesson] => [l.id, guide, l]),
  ...other.lessons.map((l): [string, Guide, Lesson] => [l.id, other, l]),
];

/** What stands under each other stays over the foot. */
const fits = (slide: Slide): boolean => {
  const { title, items } = placed(slide);
  return title.y >= SHEET.body && items.y <= SHEET.end && (slide.look !== 'idea' || sizeFor(slide, slide.voice) !== undefined);
};
const wordsOf = ({ title, items }: Slide): number => [title, ...items].join(' ').split(' ').length;

describe.each(all)('The slides of %s', (_, own, lesson) => {
  const slides = lessonSlides(own, lesson, addresses.addressFor);
  test('hold every statement and every activity in order, each with its mark, and no facilitator’s note', () => {
    const text = plainOf(slides.map(slideText).join(' '));
    let from = 0;
    for (const block of lesson.blocks) {
      if (block.type === 'facilitator') expect(text).not.toContain(block.parts[0]?.text);
      if (block.type !== 'statement' && block.type !== 'activity') continue;
      const words = block.parts
        .flatMap((part) => part.text.split(' '))
        .slice(0, 6)
        .join(' ');
      const at = text.indexOf(words, from);
      expect([words, at >= from]).toEqual([words, true]);
      from = at;
    }
    for (const { voice, mark } of slides) if (voice) expect(mark).toBe(own.about.voices[voice].label);
  });
  test('say one thing each, in a title that fits and can be read from the back of a room', () => {
    expect(slides.filter((slide) => !fits(slide)).map(({ title }) => title)).toEqual([]);
    expect(slides.filter(({ title }) => title.trim() === '' || /\(\d+ of \d+\)/.test(title))).toEqual([]);
    const said = slides.filter(({ look }) => look === 'idea' || look === 'task');
    expect(said.filter((slide) => wordsOf(slide) > WORDS + 8).map(({ title }) => title)).toEqual([]);
    for (const slide of said) expect(sizeOf(slide)).toBeGreaterThanOrEqual(40);
    expect(Math.min(...IDEA_SIZES)).toBe(40);
  });
  test('show figures that the guide has, each drawn as large as its room, in letters that can be read', () => {
    for (const { figure, title } of slides) {
      if (!figure) continue;
      expect(own.entries.has(figure.figure.ref)).toBe(true);
      expect(figure.alt).toContain(title);
      const room = figureRoom(figure.lines);
      const scale = Math.min(room.width / figure.drawing.width, room.height / figure.drawing.height);
      const letters = scale * Math.min(...itemsOf(figure.drawing.items).flatMap((item) => (item.type === 'label' ? [item.face.size] : [])));
      // on a screen of 1280 pixels, which has a bar under the sheet, letters of this guide have 18
      const least = figure.rows ? SIZES.part - 0.1 : own === guide ? 18 / 1.25 : 10;
      expect([figure.figure.id, letters >= least]).toEqual([figure.figure.id, true]);
    }
    const ids = slides.flatMap(({ figure }) => figure?.figure.id ?? []);
    for (const { figure } of lesson.data.slides) expect(ids).toContain(figure);
  });
  test('have notes, every one, and all that the lesson tells whoever teaches', () => {
    expect(slides.filter(({ notes }) => notes.join('').trim() === '').map(({ title }) => title)).toEqual([]);
    const notes = slides.flatMap((slide) => slide.notes).join('\n');
    for (const block of lesson.blocks) if (block.type === 'facilitator') for (const { text } of block.parts) expect(notes).toContain(text);
  });
});

test('the words that a mixed group needs have a slide each, with the first sentence of its definition and the rest in the notes', () => {
  for (const lesson of guide.lessons) {
    const own = lessonSlides(guide, lesson, addresses.addressFor).filter(({ look }) => look === 'word');
    const terms = termsOf(guide, lesson);
    expect(own.map(({ title }) => title.toLowerCase())).toEqual(terms.map(({ data }) => data.term.toLowerCase()));
    for (const [i, { data }] of terms.entries()) {
      expect(own[i]?.items).toEqual([data.definition.replace(/\. .*$/, '.')]);
      expect(own[i]?.notes.join('\n')).toContain(data.definition);
      expect(own[i]?.mark).toBe('Ours');
    }
  }
});

test('a figure that is built up shows more with each step and says how much, and nothing moves', () => {
  const [lesson] = guide.lessons.filter(({ data }) => data.slides.some(({ figure }) => figure === 'link-matrix')) as [Lesson];
  const steps = lessonSlides(guide, lesson, addresses.addressFor).filter(({ figure }) => figure?.figure.id === 'link-matrix');
  const { rows } = chartOf(guide, guide.entries.get('figures/link-matrix') as Figure);
  const cells = steps.map(({ figure }) => figure?.drawing.items.filter((item) => item.type === 'group' && item.as === 'cell').length ?? 0);
  expect(steps.length).toBe(3);
  expect(cells).toEqual([...cells].sort((a, b) => a - b));
  expect(cells.at(-1)).toBe(rows.length);
  expect(steps[0]?.title).toBe(`The abstract speaks for ${cells[0] || 'none'} of ${rows.length} pairs`);
  expect(steps[1]?.title).toBe(`Other publications speak for ${(cells[1] ?? 0) - (cells[0] ?? 0)} of ${rows.length} pairs`);
  expect(new Set(steps.map(({ figure }) => `${figure?.lines} ${figure?.drawing.width} ${figure?.drawing.height}`)).size).toBe(1);
});

test.each([0, 1, 2])('what is said of the steps of a matrix fits %i pairs', (n) => {
  const row = (voice: string, state = 'linked') => ({ voice, state }) as unknown as MatrixRow;
  const rows = Array.from({ length: n }, () => row('paper'));
  const [first, second] = matrixSteps([...rows, row('others', 'not-linked')]);
  expect(first?.title).toBe(`The abstract speaks for ${n || 'none'} of ${n + 1} pair${n === 0 ? '' : 's'}`);
  expect(second?.title).toBe(`Other publications speak for none of ${n + 1} pair${n === 0 ? '' : 's'}`);
  expect(second?.shows(row('others', 'not-linked'))).toBe(false);
});

test('a list that goes on to the next sheet has what leads to it there again; sentences stay whole', () => {
  const item = (text: string) => ({ text, item: true });
  const long = 'A question of so many words that no more than two of its kind find room on a sheet, whoever asks it';
  const sheets = sheetsOf([{ text: 'Ask this. Then choose:', item: false }, item(`${long}?`), item(`${long}!`), item('Short.')]);
  expect(sheets.length).toBeGreaterThan(1);
  expect(sheets[0]?.title).toBe('Ask this. Then choose:');
  for (const { title } of sheets.slice(1)) expect(title).toBe('Then choose:');
  expect(sheets.flatMap(({ items }) => items)).toEqual([`${long}?`, `${long}!`, 'Short.']);
});

test('however long a text is, nothing runs over and nothing is lost', () => {
  const [lesson] = other.lessons as [Lesson];
  const word = fc.string({ unit: fc.constantFrom(...'abcdeW.'), minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 120 }), { minLength: 1, maxLength: 4 }), (paragraphs) => {
      const parts = paragraphs.map((words, i) => ({ text: words.join(' '), item: i > 0 }));
      const blocks = lesson.blocks.map((block) => (block.type === 'statement' ? { ...block, parts } : block));
      const slides = lessonSlides(other, { ...lesson, blocks } as Lesson, addresses.addressFor);
      expect(slides.filter((slide) => !fits(slide))).toEqual([]);
      const text = plainOf(slides.map(slideText).join(' ')).replaceAll(' ', '');
      for (const { text: one } of parts) expect(text).toContain(one.replace(/\s/g, '').slice(0, 20));
    }),
    { numRuns: 25 },
  );
});

describe('Files of lessons', () => {
  const files = new LessonFiles(guide, addresses, sheets);
  const again = new LessonFiles(guide, addresses, sheets);
  test('are the same bytes whenever they are made', async () => {
    for (const lesson of guide.lessons)
      for (const { name } of LESSON_FILES)
        expect([name, Buffer.compare(await files.file(lesson, name), await again.file(lesson, name))]).toEqual([name, 0]);
  }, 120_000);
  test('a presentation, read back, has the text, the marks, the notes and words for its figures', async () => {
    for (const lesson of guide.lessons) {
      const zip = unzipSync(await files.file(lesson, 'slides.pptx'));
      const names = Object.keys(zip);
      const slides = lessonSlides(guide, lesson, addresses.addressFor);
      expect(names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length).toBe(slides.length);
      for (const [i, slide] of slides.entries()) {
        const xml = strFromU8(zip[`ppt/slides/slide${i + 1}.xml`] as Uint8Array);
        const text = decoded(xml);
        for (const part of [slide.title, ...slide.items, slide.mark]) expect(text).toContain(plainOf(part));
        // the title is one to programs as well, here and in its layout
        const [, layout] = /slideLayout(\d+)\.xml/.exec(strFromU8(zip[`ppt/slides/_rels/slide${i + 1}.xml.rels`] as Uint8Array)) ?? [];
        for (const one of [xml, strFromU8(zip[`ppt/slideLayouts/slideLayout${layout}.xml`] as Uint8Array)])
          expect(one.match(/<p:ph\s[^>]*type="title"/g)?.length).toBe(1);
        expect(xml).toContain('type="slidenum"');
        expect([xml.includes('<a:tbl>'), xml.includes('<p:pic>')]).toEqual([slide.table !== undefined, slide.figure !== undefined]);
        if (slide.figure) expect(xml).toMatch(/<p:cNvPr [^>]*descr="[^"]{40,}"/);
        if (slide.table) expect(decoded(/<p:cNvPr [^>]*descr="([^"]+)"/.exec(xml)?.[1] ?? '')).toBe(tableName(slide.title, slide.table));
        const sizes = [...xml.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size));
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(100 * SIZES.reference);
        const notes = decoded(strFromU8(zip[`ppt/notesSlides/notesSlide${i + 1}.xml`] as Uint8Array));
        expect(notes).toContain(plainOf(slide.notes[0] as string));
      }
    }
  }, 120_000);
  test.each([
    [['Project'], 0, 'Who pays: Project, 0 rows'],
    [['Project', 'People'], 1, 'Who pays: Project and People, 1 row'],
    [['Project', 'A pot', 'People'], 5, 'Who pays: Project, A pot and People, 5 rows'],
  ])('a table of %j and %i rows is heard as %s', (head, rows, words) => {
    expect(tableName('Who pays', { head, rows: Array.from({ length: rows }, () => head) })).toBe(words);
  });
  test('a guide whose name holds signs of XML gives a presentation that is XML all the same', async () => {
    const odd = { ...other, about: { ...other.about, name: 'Tools & <Words> "here"' } } as Guide;
    const zip = unzipSync(await new LessonFiles(odd, addresses, sheets).file(other.lessons[0] as Lesson, 'slides.pptx'));
    const xml = Object.entries(zip).flatMap(([name, part]) =>
      /\.(xml|rels)$/.test(name)
        ? { fileName: name.replaceAll('/', '-').replace('[', '').replace(']', ''), contents: strFromU8(part) }
        : [],
    );
    expect(xml.length).toBeGreaterThan(10);
    expect((await validateXML({ xml, normalization: 'format' })).errors).toEqual([]);
  });
  test('a presentation names every part that it has, and none that it has not', async () => {
    const zip = unzipSync(await files.file(guide.lessons[0] as Lesson, 'slides.pptx'));
    const names = Object.keys(zip);
    const named = [...strFromU8(zip['[Content_Types].xml'] as Uint8Array).matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
    expect(named.filter((name) => !names.includes(name as string))).toEqual([]);
    expect(names.filter((name) => /^(ppt|docProps)\/.*\.xml$/.test(name) && !named.includes(name))).toEqual([]);
    for (const name of names.filter((one) => one.endsWith('.rels'))) {
      const base = name.replace(/[^/]*\/_rels\/[^/]*$|_rels\/[^/]*$/, (all) => all.replace(/_rels\/[^/]*$/, ''));
      for (const [, target = ''] of strFromU8(zip[name] as Uint8Array).matchAll(/Target="([^"]+)"(?![^>]*External)/g))
        expect([name, target, names.includes(new URL(target, `file:///${base}`).pathname.slice(1))]).toEqual([name, target, true]);
    }
  });
  test('a figure that can be drawn in parts is, and no row is lost', () => {
    for (const lesson of guide.lessons)
      for (const block of lesson.blocks) {
        if (block.type !== 'figure') continue;
        const { chart, rows } = chartOf(guide, guide.entries.get(`figures/${block.figure}`) as Figure);
        const shown = lessonSlides(guide, lesson, addresses.addressFor).flatMap(({ figure }) =>
          figure?.figure.id === block.figure ? (figure.rows ?? []) : [],
        );
        if (chart.apart) expect(shown).toEqual(rows);
      }
  });
  test('a handout, read back, has every task and question; only that with answers has the notes and the key', async () => {
    for (const lesson of guide.lessons) {
      const textOf = async (name: 'handout.docx' | 'handout-with-answers.docx') =>
        decoded(strFromU8(unzipSync(await files.file(lesson, name))['word/document.xml'] as Uint8Array));
      const [plain, full] = [await textOf('handout.docx'), await textOf('handout-with-answers.docx')];
      for (const item of handout(guide, lesson, false)) {
        if (item.type === 'task') for (const { text } of item.parts) expect(plain).toContain(plainOf(text));
        if (item.type === 'question') expect(plain).toContain(item.question.data.prompt);
      }
      for (const item of handout(guide, lesson, true))
        if (item.type === 'note')
          expect([full.includes(plainOf(item.parts[0]?.text ?? '')), plain.includes(plainOf(item.parts[0]?.text ?? ''))]).toEqual([
            true,
            false,
          ]);
      expect(plain).not.toContain('Answer');
    }
  }, 120_000);
  test('one ZIP holds them all, with a word on what is what', async () => {
    const [lesson] = guide.lessons as [Lesson];
    const zip = unzipSync(await files.zip(lesson));
    expect(Object.keys(zip).sort()).toEqual([...LESSON_FILES.map(({ name }) => `${lesson.id}/${name}`), `${lesson.id}/README.txt`].sort());
    const readme = strFromU8(zip[`${lesson.id}/README.txt`] as Uint8Array);
    for (const { name } of LESSON_FILES) expect(readme).toContain(`${name}: `);
    expect(readme).toContain(guide.about.disclaimer);
  });
});
