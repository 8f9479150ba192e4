import type { Row } from '../../charts/chart.ts';
import { type Charted, chartOf, partsOf } from '../../charts/charts.ts';
import { type Drawing, onlyMarks } from '../../charts/drawing.ts';
import { entryIn, openingOf } from '../../guide/entries.ts';
import { sentenceLabel } from '../../guide/labels.ts';
import { caseTable } from '../../guide/lesson-case.ts';
import { actLines, audiencesOf, domainsOf, startsOf, termsOf } from '../../guide/teaching.ts';
import type { Block, Figure, Guide, Lesson, Part, Statement } from '../../guide/types.ts';
import { readyWords } from '../../guide/words.ts';
import { itemAt } from '../../lib/items.ts';
import { capital, inMinutes, listed, stop, uncapital } from '../../lib/text.ts';
import type { Voice } from '../../lib/voices.ts';
import type { AddressFor } from '../addresses.ts';
import { reference } from '../citation.ts';
import { rowsInWords } from '../figure-files.ts';
import { sentencesOf, sheetsOf } from './sheets-of.ts';
import { figureRoom, filling, partRoom, type Said, titleLines } from './slide-sheet.ts';

/** A figure on a slide: all of it, some of its rows, or as much as is shown by then. */
export interface SlideFigure {
  figure: Figure;
  /** room for so many lines of title: the same in all steps of a figure, so that nothing moves */
  lines: number;
  drawing: Drawing;
  /** the same for a phone */
  narrow: Drawing;
  /** the same in words */
  alt: string;
  /** the rows that stand in it, where it is drawn in parts */
  rows?: readonly Row[];
}

/** A table of numbers: its first column names the rows. */
export interface SlideTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A slide says one thing: its title. */
export interface Slide extends Said {
  /**
   * opening: the title of the lesson. step: that of a step. idea: a statement or a question. task: what the room does.
   * word: a term, its definition as the item. figure, table: a picture or numbers under a title. sources: small print
   */
  look: 'opening' | 'step' | 'idea' | 'task' | 'word' | 'figure' | 'table' | 'sources';
  /** at the head: where in the lesson, and when */
  kicker: string;
  /** at the foot: whose it is, and what it rests on or where more stands */
  voice?: Voice;
  mark: string;
  basis: string;
  figure?: SlideFigure;
  table?: SlideTable;
  /** of an opening and a step: the minutes of all steps, and which of them begins */
  clock?: { minutes: readonly number[]; step?: number };
  /** for whoever speaks; never empty */
  notes: readonly string[];
}

type Bare = Omit<Slide, 'kicker' | 'notes'> & { notes?: readonly string[] };

/**
 * The slides of a lesson, in the order in which it is taught: one idea each. No text is left out.
 *
 * @param guide the checked guide
 * @param addressFor see `addressesAt`
 */
export function lessonSlides(guide: Guide, lesson: Lesson, addressFor: AddressFor): Slide[] {
  const { about, study } = guide;
  const { data } = lesson;
  const starts = startsOf(lesson);
  const basis = basisOf(guide);
  const minutes = data.steps.map((step) => step.minutes);
  const where = `Everything on these slides stands on ${addressFor(lesson.ref)}, with its links.`;
  const lead = (title: string, items: readonly string[]): Part[] => [
    { text: title, item: false },
    ...items.map((text) => ({ text, item: true })),
  ];

  const saying = (statement: Statement, parts: readonly Part[] = [{ text: statement.text, item: false }]): Bare[] =>
    sheetsOf(parts, statement.voice).map((said) => ({
      ...said,
      look: 'idea',
      voice: statement.voice,
      mark: about.voices[statement.voice].label,
      basis: basis(statement),
      notes: [noteOf(statement, addressFor, basis)],
    }));

  /** @param parts what learners do */
  const doing = (parts: readonly Part[], rest: string): Bare[] =>
    sheetsOf(parts).map((said) => ({ ...said, look: 'task', mark: 'Do', basis: rest }));

  const figures = (id: string): Bare[] => {
    const figure = entryIn(guide, 'figures', id);
    const answer = openingOf(figure);
    const mark = about.voices[answer.voice].label;
    return picturesOf(guide, figure).map(({ title, ...picture }) => ({
      title,
      items: [],
      look: 'figure',
      voice: answer.voice,
      mark,
      basis: basis(answer),
      figure: { ...picture, figure, alt: `${mark}: ${title} ${picture.alt}` },
      notes: [
        `${mark}: ${answer.text} ${addressFor(figure.ref)}`,
        figure.data.how,
        ...(picture.rows ? ['This is a part of the figure, large enough to read.'] : []),
      ],
    }));
  };
  /** figures that only the slides show, behind what has an id; without one they follow the title */
  const shown = (after?: string): Bare[] => data.slides.flatMap((one) => (one.after === after ? figures(one.figure) : []));

  /** a block as slides; a note for whoever teaches belongs to what stands before it */
  const slidesOf = (block: Block): Bare[] => {
    if (block.type === 'statement') return [...saying(block.statement, block.parts), ...shown(block.statement.id)];
    if (block.type === 'activity') return [...doing(block.parts, 'the task stands on the handout'), ...shown(block.id)];
    if (block.type === 'figure') return figures(block.figure);
    return block.type === 'projects' ? tables(guide, lesson) : [];
  };

  const steps = data.steps.flatMap(({ title, minutes: long }, i): Slide[] => {
    const kicker = `Step ${i + 1} of ${data.steps.length} · minute ${starts[i]} to ${itemAt(starts, i) + long}`;
    const slides: Bare[] = [
      {
        title,
        items: [],
        look: 'step',
        mark: '',
        basis: inMinutes(long),
        clock: { minutes, step: i },
        notes: [`${inMinutes(long)}.`, ...actLines(lesson, i)],
      },
    ];
    for (const block of lesson.blocks.filter(({ section }) => section === title)) {
      const last = slides.length - 1;
      if (block.type === 'facilitator')
        slides[last] = { ...itemAt(slides, last), notes: [...(slides[last]?.notes ?? []), ...block.parts.map(({ text }) => text)] };
      else slides.push(...slidesOf(block));
    }
    return slides.map((slide) => ({
      ...slide,
      kicker: slide.look === 'step' ? kicker : `${kicker} · ${title}`,
      notes: slide.notes && slide.notes.length > 0 ? slide.notes : [`Goes on with: ${title}.`],
    }));
  });

  /** slides outside the steps; what is to be said of them together stands with the first */
  const under = (kicker: string, slides: readonly Bare[], notes: readonly string[] = []): Slide[] =>
    slides.map((slide, i) => {
      const own = [...(slide.notes ?? []), ...(i === 0 ? notes : [])];
      return { ...slide, kicker, notes: own.length > 0 ? own : [`Goes on with: ${slide.title}.`] };
    });
  const ours = { look: 'idea', mark: 'Ours', basis: 'not the study’s' } as const;
  const points = lesson.statements.filter(({ section }) => section === '');
  const sources = [...new Set(lesson.statements.flatMap(({ source }) => source ?? []))].map((id) => entryIn(guide, 'sources', id));
  const foot = `About: ${reference(study)} ${about.disclaimer}`;
  return [
    {
      title: data.title,
      items: [],
      look: 'opening',
      kicker: `${inMinutes(data.minutes)} · ${capital(data.setting)}`,
      mark: '',
      basis: foot,
      clock: { minutes },
      notes: [
        `For ${listed(audiencesOf(guide, lesson).map(({ name }) => name))}. ${capital(stop(data.group))}`,
        ...(data.bring.length > 0 ? [readyWords(data)] : []),
        where,
      ],
    },
    ...under(data.title, shown()),
    // a mixed room does not know all of these; they stand there while people come in
    ...under(
      'Words you will hear',
      termsOf(guide, lesson).map((term) => ({
        title: capital(term.data.term),
        items: sentencesOf(term.data.definition).slice(0, 1),
        look: 'word',
        mark: 'Ours',
        basis: 'from the glossary',
        notes: [`${term.data.term}: ${term.data.definition} ${addressFor(term.ref)}`],
      })),
      ['Show the words while people come in; the clock has not begun. Ask which of them is new to somebody.'],
    ),
    ...under(
      data.title,
      sheetsOf(lead('Today we ask', data.questions)).map((said) => ({ ...said, ...ours })),
      ['Read the questions aloud. They are ours.'],
    ),
    ...under(
      data.title,
      sheetsOf(
        lead(
          'Afterwards you can',
          data.objectives.map(({ can }) => stop(uncapital(can))),
        ),
      ).map((said) => ({ ...said, ...ours })),
      data.objectives.map(
        (objective) => `${stop(objective.can)} Trains: ${listed(domainsOf(guide, [objective]).map(({ name }) => name))}.`,
      ),
    ),
    ...steps,
    ...under(
      'To take home',
      points.flatMap((point) => saying(point)),
    ),
    ...under('Before you leave', doing([{ text: data['check-out'].ask, item: false }], 'before you leave'), [
      `Listen for: ${stop(data['check-out']['listen-for'])}`,
    ]),
    ...under(
      data.title,
      sourceSheets([
        `${about.name}. Text ${about.licences.text}. ${about['rests-on']} ${about.disclaimer}`,
        ...[study, ...sources.filter((source) => source !== study)].map(reference),
      ]).map((items) => ({ title: 'Where this comes from', items, look: 'sources', mark: '', basis: about.name })),
      ['Keep the mark of each statement when you change a slide.', where],
    ),
  ];
}

/** The pictures of a figure: all of it, or in steps if it is built up, or in parts if its rows can stand apart. */
function picturesOf(guide: Guide, figure: Figure): (Omit<SlideFigure, 'figure'> & { title: string })[] {
  const charted = chartOf(guide, figure);
  const { chart, rows, drawing } = charted;
  const { text: title } = openingOf(figure);
  const steps = chart.build?.(rows) ?? [];
  const lines = Math.max(...[title, ...steps.map((step) => step.title)].map(titleLines));
  const room = partRoom(lines);
  const parts = evenParts(charted, room).map((own) => ({
    title,
    lines,
    drawing: drawing(room.width, own),
    narrow: drawing(chart.narrow, own),
    rows: own,
    alt: rowsInWords(guide, figure, own),
  }));
  if (parts.length > 0) return parts;
  const whole = filling(charted, figureRoom(lines));
  const narrow = drawing(chart.narrow);
  const built = steps.map((step) => {
    const by = (n: number): boolean => step.shows(itemAt(rows, n));
    return {
      title: step.title,
      lines,
      drawing: onlyMarks(whole, by),
      narrow: onlyMarks(narrow, by),
      alt: rowsInWords(
        guide,
        figure,
        rows.filter((row) => step.shows(row)),
      ),
    };
  });
  return [...built, { title, lines, drawing: whole, narrow, alt: rowsInWords(guide, figure) }];
}

/** The rows of a figure in as few parts as fit, none much longer than another. */
function evenParts(charted: Charted, { width, height }: { width: number; height: number }): Row[][] {
  let parts = partsOf(charted, width, height);
  for (let low = height * 0.95; low > height / 2; low *= 0.95) {
    const lower = partsOf(charted, width, low);
    if (lower.length > parts.length) break;
    parts = lower;
  }
  return parts;
}

/** What a statement rests on, in a few words for a slide. */
export function basisOf(guide: Guide): (statement: Statement) => string {
  return ({ voice, at, source, stance, where }) => {
    if (voice === 'paper') return at.map(sentenceLabel).join('; ');
    if (voice === 'others' && source) return `${entryIn(guide, 'sources', source).data.short} (${stance})`;
    if (voice === 'editors') return 'nobody tested it';
    return voice === 'unknown' ? uncapital(where?.replace(/\.$/, '') ?? '') : 'no real organization is meant';
  };
}

/** The same for the notes, with the reason and the address. */
export const noteOf = (statement: Statement, addressFor: AddressFor, basis: (statement: Statement) => string): string =>
  [
    `${capital(basis(statement))}.`,
    statement.because && `${capital(stop(`because ${statement.because}`))}`,
    `${addressFor(statement.page, statement.id)}`,
  ]
    .filter(Boolean)
    .join(' ');

/** How many rows of a case fit on a slide. */
const ROWS = 6;

/** The table of a lesson's case, on as many slides as its rows need, each with about as many rows. */
function tables(guide: Guide, { data }: Lesson): Bare[] {
  const own = data.case;
  if (!own) return [];
  const { payers, projects, all } = caseTable(own);
  const head = ['Project', ...payers, 'People', 'Months'];
  const rows = [...projects.map(({ name, numbers, months }) => [name, ...numbers, months]), ['All', ...all, '']];
  const slides = Math.ceil(rows.length / ROWS);
  const each = Math.ceil(rows.length / slides);
  return Array.from({ length: slides }, (_, i) => ({
    title: own.title,
    items: [],
    look: 'table',
    voice: 'example',
    mark: guide.about.voices.example.label,
    basis: uncapital(own.note).replace(/\.$/, ''),
    table: { head, rows: rows.slice(i * each, (i + 1) * each) },
  }));
}

/** How many letters of small print stand on a sheet. */
const LETTERS = 900;

/** Small print on as many sheets as it needs. */
function sourceSheets(texts: readonly string[]): string[][] {
  const sheets: string[][] = [[]];
  for (const text of texts) {
    const last = itemAt(sheets, sheets.length - 1);
    if (last.length > 0 && [...last, text].join('').length > LETTERS) sheets.push([text]);
    else last.push(text);
  }
  return sheets;
}

/** A slide as plain text, for whoever reads it aloud and for tests. */
export const slideText = ({ title, items, table, figure }: Slide): string =>
  [title, ...items, ...(table?.rows.flat() ?? []), ...(figure ? [figure.alt] : [])].join(' ');
