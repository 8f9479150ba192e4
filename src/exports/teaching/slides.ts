import type { Row } from '../../charts/chart.ts';
import { chartOf, partsOf } from '../../charts/charts.ts';
import { measure } from '../../charts/fonts.ts';
import { wrap } from '../../charts/lines.ts';
import { entryIn, openingOf } from '../../guide/entries.ts';
import { sentenceLabel } from '../../guide/labels.ts';
import { caseTable } from '../../guide/lesson-case.ts';
import { actLines, audiencesOf, domainsOf, startsOf, termsOf } from '../../guide/teaching.ts';
import type { Block, Figure, Guide, Lesson, Part, Statement } from '../../guide/types.ts';
import { readyWords } from '../../guide/words.ts';
import { itemAt, lastOf } from '../../lib/items.ts';
import { capital, inMinutes, listed, stop, uncapital } from '../../lib/text.ts';
import type { Voice } from '../../lib/voices.ts';
import type { AddressFor } from '../addresses.ts';
import { reference } from '../citation.ts';
import { rowsInWords } from '../figure-files.ts';

/** What stands on a slide, one under the other. */
export type SlideItem =
  | { type: 'text'; parts: readonly Part[] }
  | { type: 'statement'; statement: Statement; voice: Voice; mark: string; basis: string; parts: readonly Part[] }
  | { type: 'activity'; mark: string; parts: readonly Part[] }
  /** a figure, or those of its rows that can be read from the back of a room together */
  | { type: 'figure'; figure: Figure; rows?: readonly Row[]; mark: string; alt: string }
  | { type: 'table'; voice: Voice; mark: string; head: readonly string[]; rows: readonly (readonly string[])[] };

export interface Slide {
  title: string;
  /** over the title: which step, and when */
  kicker: string;
  items: readonly SlideItem[];
  /** for whoever speaks; never empty */
  notes: readonly string[];
}

/** The sheet in inches, and what stays free around the text. */
export const SHEET = { width: 13.333, height: 7.5, side: 0.75, top: 0.55, body: 1.95, bottom: 0.45 } as const;

/** Sizes in points. Text of 24 can be read from the back of a room. */
export const SIZES = { title: 36, text: 28, mark: 24, table: 24, kicker: 24 } as const;

/** Room for a figure under the title, in inches. */
export const FIGURE_ROOM = { width: SHEET.width - 2 * SHEET.side, height: SHEET.height - SHEET.body + 0.35 - SHEET.bottom } as const;

/** User units that make a figure's text (15 units: see src/charts) as large as that of a table. */
const UNITS = (72 * 15) / SIZES.table;

/** How wide a part of a figure is drawn, in user units. */
export const PART_WIDTH = Math.floor(FIGURE_ROOM.width * UNITS);

/** How many lines of text fit under the title, and how wide they are, in points. */
export const LINES = 10.5;
const WIDTH = (SHEET.width - 2 * SHEET.side - 0.35) * 72;

/**
 * Presentations are shown in faces that every machine has, which run wider than ours, by up to this much (Georgia and Arial
 * beside Source Serif and Source Sans, measured over the texts of the lessons).
 */
export const WIDER = 1.17;

/** How many lines a text takes on a slide. */
const linesOf = (text: string, voice?: Voice): number =>
  wrap(text, WIDTH / WIDER, { family: voice === 'paper' ? 'serif' : 'sans', weight: 400, size: SIZES.text }, measure).length;

const partLines = (parts: readonly Part[], voice?: Voice): number => parts.reduce((sum, { text }) => sum + linesOf(text, voice) + 0.3, 0);

/** How many lines an item takes; a figure and a table take a slide. */
export function heightOf(item: SlideItem): number {
  if (item.type === 'text') return partLines(item.parts);
  if (item.type === 'statement') return partLines(item.parts, item.voice) + linesOf(`${item.mark} · ${item.basis}`) + 0.6;
  if (item.type === 'activity') return partLines(item.parts) + 1.6;
  return LINES;
}

/**
 * The slides of a lesson, in the order in which it is taught. No text is left out: what does not fit goes on to the next.
 *
 * @param guide the checked guide
 * @param addressFor see `addressesAt`
 */
export function lessonSlides(guide: Guide, lesson: Lesson, addressFor: AddressFor): Slide[] {
  const { about, study } = guide;
  const { data } = lesson;
  const starts = startsOf(lesson);
  const basis = basisOf(guide);
  const text = (...texts: readonly string[]): SlideItem => ({ type: 'text', parts: texts.map((one) => ({ text: one, item: false })) });
  const list = (texts: readonly string[]): SlideItem => ({ type: 'text', parts: texts.map((one) => ({ text: one, item: true })) });
  const where = `Everything on these slides stands on ${addressFor(lesson.ref)}, with its links.`;
  const said = (statement: Statement, parts: readonly Part[] = [{ text: statement.text, item: false }]): SlideItem => ({
    type: 'statement',
    statement,
    voice: statement.voice,
    mark: about.voices[statement.voice].label,
    basis: basis(statement),
    parts,
  });

  /** what whoever speaks should know of an item */
  const notesOf = (item: SlideItem): string[] => {
    if (item.type === 'statement') return [noteOf(item.statement, addressFor, basis)];
    if (item.type !== 'figure') return [];
    const { text: answer } = openingOf(item.figure);
    return [
      `${item.mark}: ${answer} ${addressFor(item.figure.ref)}`,
      ...(item.rows ? ['This is a part of the figure, large enough to read. All of it stands on the handout.'] : []),
    ];
  };

  const itemOf = (block: Block): SlideItem[] => {
    if (block.type === 'statement') return [said(block.statement, block.parts)];
    if (block.type === 'activity') return [{ type: 'activity', mark: 'Do', parts: block.parts }];
    if (block.type === 'figure') {
      const figure = entryIn(guide, 'figures', block.figure);
      const { voice, text: answer } = openingOf(figure);
      const mark = about.voices[voice].label;
      const parts = partsOf(chartOf(guide, figure), PART_WIDTH, FIGURE_ROOM.height * UNITS);
      return (parts.length > 0 ? parts : [undefined]).map((rows) => ({
        type: 'figure',
        figure,
        ...(rows && { rows }),
        mark,
        alt: `${mark}: ${answer} ${rowsInWords(guide, figure, rows)}`,
      }));
    }
    return block.type === 'projects' ? tables(guide, lesson) : [];
  };

  const steps = data.steps.flatMap(({ title, minutes }, i): Slide[] => {
    const blocks = lesson.blocks.filter(({ section }) => section === title);
    const notes = blocks.flatMap((block) => (block.type === 'facilitator' ? block.parts.map((part) => part.text) : []));
    const kicker = `Step ${i + 1} of ${data.steps.length} · minute ${starts[i]} to ${itemAt(starts, i) + minutes}`;
    return packed(title, kicker, blocks.flatMap(itemOf)).map((slide, n) => ({
      ...slide,
      notes: [
        ...(n === 0 ? [`${inMinutes(minutes)}.`, ...actLines(lesson, i), ...notes] : [`Goes on with: ${title}.`]),
        ...slide.items.flatMap((item) => notesOf(item)),
      ],
    }));
  });

  const points = lesson.statements.filter(({ section }) => section === '');
  const sources = [...new Set([...lesson.statements.flatMap(({ source }) => (source ? [source] : []))])].map((id) =>
    entryIn(guide, 'sources', id),
  );
  return [
    {
      title: data.title,
      kicker: `${inMinutes(data.minutes)} · ${capital(data.setting)}`,
      items: [text(`About: ${reference(study)}`, about.disclaimer)],
      notes: [
        `For ${listed(audiencesOf(guide, lesson).map(({ name }) => name))}. ${capital(stop(data.group))}`,
        ...(data.bring.length > 0 ? [readyWords(data)] : []),
        where,
      ],
    },
    ...packed('Questions', data.title, [list(data.questions)]).map((slide) => ({
      ...slide,
      notes: ['Read the questions aloud. They are ours.'],
    })),
    ...packed('Afterwards you can', data.title, [list(data.objectives.map(({ can }) => stop(can)))]).map((slide) => ({
      ...slide,
      notes: data.objectives.map(
        (objective) => `${stop(objective.can)} Trains: ${listed(domainsOf(guide, [objective]).map(({ name }) => name))}.`,
      ),
    })),
    // a mixed room does not know all of these; they stand there while people come in
    ...packed('Words you will hear', 'Our definitions, from the glossary', [
      list(termsOf(guide, lesson).map(({ data: term }) => `${term.term}: ${sentencesOf(term.definition)[0]}`)),
    ])
      .filter(() => data.terms.length > 0)
      .map((slide) => ({
        ...slide,
        notes: [
          'Leave it up while people come in; the clock has not begun. Ask which of the words is new to somebody.',
          ...termsOf(guide, lesson).map((term) => `${term.data.term}: ${term.data.definition} ${addressFor(term.ref)}`),
        ],
      })),
    ...steps,
    ...packed(
      'Key points',
      data.title,
      points.map((point) => said(point)),
    ).map((slide) => ({
      ...slide,
      notes: slide.items.flatMap((item) => notesOf(item)),
    })),
    ...packed('Before you leave', data.title, [text(data['check-out'].ask)]).map((slide) => ({
      ...slide,
      notes: [`Listen for: ${stop(data['check-out']['listen-for'])}`],
    })),
    ...packed('Where this comes from', data.title, [
      text(`${about.name}. Text ${about.licences.text}. ${about['rests-on']} ${about.disclaimer}`),
      ...[study, ...sources.filter((source) => source !== study)].map((source) => list([reference(source)])),
    ]).map((slide) => ({ ...slide, notes: ['Keep the mark of each statement when you change a slide.', where] })),
  ];
}

/** Items on as many slides as they need. */
function packed(title: string, kicker: string, items: readonly SlideItem[]): Slide[] {
  const slides: SlideItem[][] = [];
  let left = 0;
  for (const item of items.flatMap(split)) {
    const height = heightOf(item);
    if (height > left || slides.length === 0) {
      slides.push([]);
      left = LINES;
    }
    lastOf(slides).push(item);
    left -= height;
  }
  return slides.map((own, i) => ({
    title: slides.length > 1 ? `${title} (${i + 1} of ${slides.length})` : title,
    kicker,
    items: own,
    notes: [],
  }));
}

/** An item that is higher than a slide, in parts that fit; each part has the mark. */
function split(item: SlideItem): SlideItem[] {
  if (!('parts' in item) || heightOf(item) <= LINES) return [item];
  const voice = item.type === 'statement' ? item.voice : undefined;
  const groups: Part[][] = [[]];
  for (const part of item.parts.flatMap((one) => shortParts(one, voice))) {
    const last = lastOf(groups);
    if (last.length > 0 && heightOf({ ...item, parts: [...last, part] }) > LINES) groups.push([part]);
    else last.push(part);
  }
  return groups.map((parts) => ({ ...item, parts }));
}

/** How many lines of one paragraph may stand together; room stays for its mark. */
const PARAGRAPH = 6;

const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!]) /);

/** A paragraph as pieces that fit on a slide, broken after a sentence where one ends, else between words. */
function shortParts({ text, item }: Part, voice: Voice | undefined): Part[] {
  const pieces: string[] = [];
  let piece = '';
  const add = (next: string): void => {
    if (piece && linesOf(`${piece} ${next}`, voice) > PARAGRAPH) {
      pieces.push(piece);
      piece = next;
    } else piece = piece ? `${piece} ${next}` : next;
  };
  for (const sentence of sentencesOf(text)) {
    if (linesOf(sentence, voice) <= PARAGRAPH) add(sentence);
    else for (const word of sentence.split(' ')) add(word);
  }
  return [...pieces, piece].filter(Boolean).map((one) => ({ text: one, item }));
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
const ROWS = 5;

/** The table of a lesson's case, on as many slides as its rows need. */
function tables(guide: Guide, { data }: Lesson): SlideItem[] {
  const own = data.case;
  if (!own) return [];
  const { payers, projects, all } = caseTable(own);
  const head = ['Project', ...payers, 'People', 'Months'];
  const rows = [...projects.map(({ name, numbers, months }) => [name, ...numbers, months]), ['All', ...all, '']];
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, i) => ({
    type: 'table' as const,
    voice: 'example' as const,
    mark: guide.about.voices.example.label,
    head,
    rows: rows.slice(i * ROWS, (i + 1) * ROWS),
  }));
}

/** A slide as plain text, for whoever reads it aloud and for tests. */
export const slideText = ({ title, items }: Slide): string =>
  [
    title,
    ...items.flatMap((item) =>
      'parts' in item ? item.parts.map(({ text }) => text) : item.type === 'table' ? item.rows.flat() : [item.alt],
    ),
  ].join(' ');
