import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Row } from '../../../../src/charts/chart.ts';
import { chartOf } from '../../../../src/charts/charts.ts';
import { addressesAt } from '../../../../src/exports/addresses.ts';
import { handout } from '../../../../src/exports/teaching/handout.ts';
import { LESSON_FILES, LessonFiles } from '../../../../src/exports/teaching/lesson-files.ts';
import { heightOf, LINES, lessonSlides, PART_WIDTH, SIZES, type Slide, slideText } from '../../../../src/exports/teaching/slides.ts';
import { buildGuide } from '../../../../src/guide/build.ts';
import { checkedGuide } from '../../../../src/guide/check.ts';
import { readFiles } from '../../../../src/guide/read/files.ts';
import { termsOf } from '../../../../src/guide/teaching.ts';
import type { Figure, Guide, Lesson } from '../../../../src/guide/types.ts';

const guide = checkedGuide();
const other = buildGuide(readFiles('tests/fixtures/guide'), 'tests/fixtures/guide');
const addresses = addressesAt(new URL('https://guide.example'));
const sheets = { marks: readFileSync('src/styles/marks.css', 'utf8'), tokens: readFileSync('src/styles/tokens.css', 'utf8') };
const plainOf = (text: string): string => text.replace(/\s+/g, ' ');
const decoded = (xml: string): string =>
  plainOf(
    xml
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );
const all: [string, Guide, Lesson][] = [
  ...guide.lessons.map((l): [string, Guide, Lesson] => [l.id, guide, l]),
  ...other.lessons.map((l): [string, Guide, Lesson] => [l.id, other, l]),
];

/** A slide holds what fits; what takes a slide of its own stands alone. */
const fits = ({ items }: Slide): boolean => items.reduce((sum, item) => sum + heightOf(item), 0) <= LINES || items.length === 1;

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
    for (const item of slides.flatMap(({ items }) => items))
      if (item.type === 'statement')
        expect([item.voice, item.mark]).toEqual([item.statement.voice, own.about.voices[item.statement.voice].label]);
  });
  test('fit, and can be read from the back of a room', () => {
    expect(slides.filter((slide) => !fits(slide)).map(({ title }) => title)).toEqual([]);
    expect(Math.min(...Object.values(SIZES))).toBeGreaterThanOrEqual(24);
  });
  test('have notes, every one, and all that the lesson tells whoever teaches', () => {
    expect(slides.filter(({ notes }) => notes.join('').trim() === '').map(({ title }) => title)).toEqual([]);
    const notes = slides.flatMap((slide) => slide.notes).join('\n');
    for (const block of lesson.blocks) if (block.type === 'facilitator') for (const { text } of block.parts) expect(notes).toContain(text);
  });
});

test('the words that a mixed group needs take one slide of each lesson, each with the first sentence of its definition and the rest in the notes', () => {
  for (const lesson of guide.lessons) {
    const own = lessonSlides(guide, lesson, addresses.addressFor).filter(({ title }) => title.startsWith('Words you will hear'));
    expect([lesson.id, own.length]).toEqual([lesson.id, 1]);
    const text = slideText(own[0] as Slide).toLowerCase();
    for (const { data } of termsOf(guide, lesson)) {
      expect(text).toContain(data.term.toLowerCase());
      expect(text).toContain(data.definition.toLowerCase().replace(/\. .*$/, '.'));
      expect(own[0]?.notes.join('\n')).toContain(data.definition);
    }
    expect(own[0]?.kicker).toContain('Our definitions');
  }
  for (const lesson of other.lessons)
    expect(lessonSlides(other, lesson, addresses.addressFor).map(({ title }) => title)).not.toContain('Words you will hear');
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
        expect(text).toContain(plainOf(slide.title));
        for (const item of slide.items) {
          if ('parts' in item) for (const part of item.parts) expect(text).toContain(plainOf(part.text));
          if (item.type === 'statement') expect(text).toContain(item.mark);
          if (item.type === 'table') expect(xml).toContain('<a:tbl>');
          if (item.type === 'figure') expect(xml).toMatch(/<p:cNvPr [^>]*descr="[^"]{40,}"/);
        }
        const sizes = [...xml.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size));
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2400);
        const notes = decoded(strFromU8(zip[`ppt/notesSlides/notesSlide${i + 1}.xml`] as Uint8Array));
        expect(notes).toContain(plainOf(slide.notes[0] as string));
      }
    }
  }, 120_000);
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
  test('a figure that can be drawn in parts is: letters of 24 points, and no row is lost', async () => {
    for (const lesson of guide.lessons) {
      const zip = unzipSync(await files.file(lesson, 'slides.pptx'));
      const slides = lessonSlides(guide, lesson, addresses.addressFor);
      const shown = new Map<string, Row[]>();
      for (const [i, { items }] of slides.entries())
        for (const item of items) {
          if (item.type !== 'figure' || !item.rows) continue;
          shown.set(item.figure.id, [...(shown.get(item.figure.id) ?? []), ...item.rows]);
          const xml = strFromU8(zip[`ppt/slides/slide${i + 1}.xml`] as Uint8Array);
          const [, width] = /<p:pic>.*?<a:ext cx="(\d+)"/.exec(xml) ?? [];
          // 12,700 of these units make a point; text is 15 units of the drawing
          expect((Number(width) / 12_700 / PART_WIDTH) * 15).toBeGreaterThanOrEqual(23.9);
        }
      for (const block of lesson.blocks) {
        if (block.type !== 'figure') continue;
        const { chart, rows } = chartOf(guide, guide.entries.get(`figures/${block.figure}`) as Figure);
        if (chart.apart) expect(shown.get(block.figure)).toEqual(rows);
      }
    }
  }, 120_000);
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
