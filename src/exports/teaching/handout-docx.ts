import { ImageRun, Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { type Block, wordFile } from '../../documents/word/document.ts';
import { blankLine, bullet, link, paragraph, runs } from '../../documents/word/parts.ts';
import { VOICES, WIDTH } from '../../documents/word/style.ts';
import { table } from '../../documents/word/table.ts';
import { cited } from '../../guide/cited.ts';
import { entryIn, openingOf } from '../../guide/entries.ts';
import { sentenceLabel } from '../../guide/labels.ts';
import { caseTable } from '../../guide/lesson-case.ts';
import { editionOf } from '../../guide/responses.ts';
import type { Guide, Lesson, Part, Statement } from '../../guide/types.ts';
import { longDate } from '../../lib/dates.ts';
import { INKS } from '../../lib/inks.ts';
import { valueFor } from '../../lib/items.ts';
import { capital, inMinutes, stop } from '../../lib/text.ts';
import { isChosen } from '../../schemas/quiz.ts';
import { type AddressFor, isWhole } from '../addresses.ts';
import { reference } from '../citation.ts';
import type { Picture } from '../figure-picture.ts';
import { zipOf } from '../zip.ts';
import { type HandoutItem, handout } from './handout.ts';

/**
 * The handout of a lesson as a Word file. The same content gives the same bytes.
 *
 * @param answers for whoever teaches: with what the slides show, the notes and the key
 * @param pictureOf a figure, two pixels to the unit
 */
export async function handoutDocx(
  guide: Guide,
  lesson: Lesson,
  answers: boolean,
  addressFor: AddressFor,
  pictureOf: (figure: string) => Promise<Picture>,
): Promise<Uint8Array> {
  const { data } = lesson;
  const { about } = guide;
  const address = addressFor(lesson.ref);
  const title = answers ? `${data.title}: handout with answers` : `${data.title}: handout`;
  const body: Block[] = [];
  for (const item of handout(guide, lesson, answers)) body.push(...(await partsOf(guide, lesson, item, answers, addressFor, pictureOf)));
  const file = {
    title,
    subject: 'Handout',
    guide: about.name,
    basis: `${about.disclaimer} ${about['rests-on']}`,
    edition: longDate(editionOf(guide)),
    address,
  };
  const bytes = await wordFile(file, [
    paragraph('Kicker', `${about.name} · ${inMinutes(data.minutes)}`),
    paragraph('Title', title),
    paragraph('Lead', `Name ______________________________   Date ______________`),
    ...body,
    paragraph('Heading1', 'Where this comes from'),
    paragraph('Foot', `About: ${reference(guide.study)} ${about.disclaimer} ${about['rests-on']}`),
    new Paragraph({
      style: 'Foot',
      children: [
        new TextRun('The lesson with all links: '),
        link(address, address),
        new TextRun(`. Text ${about.licences.text}. Reviewed ${longDate(data.reviewed)}.`),
      ],
    }),
  ]);
  return stable(bytes, data.reviewed);
}

async function partsOf(
  guide: Guide,
  lesson: Lesson,
  item: HandoutItem,
  answers: boolean,
  addressFor: AddressFor,
  pictureOf: (figure: string) => Promise<Picture>,
): Promise<Block[]> {
  if (item.type === 'heading') return [paragraph('Heading1', item.minutes ? `${item.text} (${inMinutes(item.minutes)})` : item.text)];
  if (item.type === 'task') return [...texts(item.parts), ...Array.from({ length: item.lines }, () => blankLine())];
  if (item.type === 'note') return [label('For whoever teaches', INKS.muted), ...texts(item.parts, INKS.muted)];
  if (item.type === 'statement') return said(guide, item.statement, item.parts, addressFor);
  if (item.type === 'case') return caseParts(lesson);
  if (item.type === 'rubric') return rubricParts(guide, lesson);
  if (item.type === 'figure') {
    const answer = openingOf(item.figure);
    return [
      label(`${guide.about.voices[answer.voice].label}: ${answer.text}`, INKS.muted),
      await picture(await pictureOf(item.figure.id), `${guide.about.voices[answer.voice].label}: ${answer.text}`),
    ];
  }
  const { lines, hint, answer } = item;
  return [
    paragraph('Heading2', `${item.number}. ${item.question.data.prompt}`),
    ...(hint ? [new Paragraph({ style: 'Lead', keepNext: true, children: runs(hint) })] : []),
    ...lines.map(
      (line, i) =>
        new Paragraph({
          indent: { left: 300 },
          keepNext: answers || i < lines.length - 1,
          children: runs(line.box ? `☐ ${line.text}` : line.text),
        }),
    ),
    ...(answers ? [label('Answer', INKS.muted), ...answer.map((text) => bullet(runs(text))), ...basis(guide, item, addressFor)] : []),
  ];
}

const label = (text: string, color: string): Paragraph =>
  new Paragraph({ keepNext: true, spacing: { before: 140, after: 30 }, children: [new TextRun({ text, bold: true, color })] });

const texts = (parts: readonly Part[], color?: string): Paragraph[] =>
  parts.map(({ text, item }, i) => {
    const children = [new TextRun({ text, ...(color && { color }) })];
    // a list stays with the sentence that opens it
    return item ? bullet(children) : new Paragraph({ keepNext: parts[i + 1]?.item === true, children });
  });

/** A statement with the words of its mark, and what it rests on. */
function said({ about, entries }: Guide, statement: Statement, parts: readonly Part[], addressFor: AddressFor): Paragraph[] {
  const { voice, at, source, stance, because, where, page, id } = statement;
  const { color, style } = VOICES[voice === 'unknown' || voice === 'example' ? '' : voice];
  const rests = [
    at.map(sentenceLabel).join('; '),
    source && `${entryIn({ entries }, 'sources', source).data.short} (${stance})`,
    because && capital(stop(`because ${because}`)),
    where,
  ].filter(Boolean);
  const border = { left: { style, color, size: 12, space: 8 } };
  return [
    new Paragraph({
      style: 'Pair',
      keepNext: true,
      border,
      spacing: { before: 160 },
      children: [new TextRun({ text: about.voices[voice].label, bold: true, color })],
    }),
    ...parts.map(({ text, item }) => new Paragraph({ style: 'Pair', keepNext: true, border, children: runs(item ? `• ${text}` : text) })),
    new Paragraph({
      style: 'Pair',
      border,
      spacing: { after: 140 },
      children: [
        new TextRun({ text: rests.length > 0 ? `${stop(rests.join('. '))} ` : '', color: INKS.muted }),
        link(isWhole(addressFor(page, id)) ? 'In the guide' : capital(addressFor(page, id)), addressFor(page, id)),
      ],
    }),
  ];
}

/** Where the feedback of a question comes from, each place once. */
function basis(guide: Guide, { question }: Extract<HandoutItem, { type: 'question' }>, addressFor: AddressFor): Paragraph[] {
  const { data } = question;
  const froms = isChosen(data)
    ? data.choices.filter(({ right }) => right).map(({ from }) => from)
    : data.type === 'match'
      ? data.pairs.map(({ from }) => from)
      : [data.from];
  return [
    new Paragraph({
      style: 'Lead',
      children: [...new Set(froms)].flatMap((from, i) => {
        const { voice, label: name, ref, fragment } = cited(guide, from);
        return [new TextRun(`${i > 0 ? '; ' : ''}${guide.about.voices[voice].label}: `), link(name, addressFor(ref, fragment))];
      }),
    }),
  ];
}

/** The table of the lesson's case. */
function caseParts({ data }: Lesson): Block[] {
  const own = data.case;
  if (!own) return [];
  const { payers, projects, all } = caseTable(own);
  const narrow = 1050;
  const columns: [string, number][] = [
    ['Project', WIDTH - narrow * (payers.length + 2) - 1900],
    ...payers.map((name): [string, number] => [name, narrow]),
    ['People', narrow],
    ['Months', narrow],
    ['Who asked for it', 1900],
  ];
  const row = (cells: readonly string[]) => cells.map((text) => [new TextRun(text)]);
  return [
    paragraph('Heading2', own.title),
    paragraph('Lead', own.note),
    table(own.title, columns, [
      ...projects.map(({ name, about, numbers, months, wanted }) => row([`${name}. ${about}`, ...numbers, months, wanted])),
      row(['All', ...all, '', '']),
    ]),
    new Paragraph({ children: [] }),
  ];
}

/** The rubric of the lesson. */
function rubricParts({ about }: Guide, { data }: Lesson): Block[] {
  if (!data.rubric) return [];
  const { title, levels, rows } = data.rubric;
  const narrow = Math.floor(WIDTH / 4);
  const columns: [string, number][] = [['Looks for', WIDTH - 3 * narrow], ...levels.map((name): [string, number] => [name, narrow])];
  return [
    label(`${about.voices.editors.label}: ${title}`, INKS.muted),
    table(
      title,
      columns,
      rows.map((row) => [row.asks, ...row.levels].map((text) => [new TextRun(text)])),
    ),
    new Paragraph({ children: [] }),
  ];
}

/** A figure as wide as the text; pixels of Word are 96 to the inch. */
async function picture({ png, width, height }: Picture, alt: string): Promise<Paragraph> {
  const wide = (WIDTH / 1440) * 96;
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: wide, height: (wide * height) / width },
        altText: { name: 'figure', title: alt.slice(0, 120), description: alt },
      }),
    ],
  });
}

/** The same file without the time it was made, and with links named by their place: the library names them by chance. */
export function stable(bytes: Uint8Array, day: string): Uint8Array {
  const files: Record<string, Uint8Array | string> = { ...unzipSync(bytes) };
  const named = new Map<string, string>();
  let pictures = 0;
  const byPlace = (text: string): string =>
    text
      .replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++pictures}"`)
      .replace(/\brId[\w-]{12,}/g, (id) => {
        if (!named.has(id)) named.set(id, `rIdLink${named.size + 1}`);
        return valueFor(named, id);
      });
  // the text first: its order is that of the places
  for (const name of ['word/document.xml', 'word/_rels/document.xml.rels', 'word/footer1.xml', 'word/_rels/footer1.xml.rels'])
    if (files[name]) files[name] = byPlace(strFromU8(files[name] as Uint8Array));
  const core = files['docProps/core.xml'];
  if (core) files['docProps/core.xml'] = strFromU8(core as Uint8Array).replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, `${day}T00:00:00Z`);
  return zipOf(files, ['[Content_Types].xml']);
}
