import { cited } from '../../guide/cited.ts';
import { openingOf } from '../../guide/entries.ts';
import { kindLabel, spokenOf, titleOf } from '../../guide/labels.ts';
import { caseTable } from '../../guide/lesson-case.ts';
import { pageEntry } from '../../guide/page.ts';
import { partsOfSheet, type Sheet, type SheetField, whoseWords } from '../../guide/sheets.ts';
import type { Entry, Finding, Guide, Lesson } from '../../guide/types.ts';
import { keepText } from '../../guide/words.ts';
import { inMinutes } from '../../lib/text.ts';
import { isChosen } from '../../schemas/quiz.ts';
import { addressesAt } from '../addresses.ts';
import { reference } from '../citation.ts';
import { type Block, heading, idsIn, joined, type Line, line, list, plain, said, table } from '../edition/blocks.ts';
import { entryBlocks } from '../edition/entry.ts';
import { ABOUT_LINK } from '../edition/finding.ts';
import { READ_NEXT, type Writer, writerOf } from '../edition/writer.ts';
import type { Sheets } from '../figure-files.ts';
import { sheetFoot } from '../sheet-foot.ts';
import { type HandoutItem, handout } from '../teaching/handout.ts';
import { anchorOf, Layout, type PageBlock, voiceKey } from './laid.ts';
import { pictureFor, printed, signsOf } from './printed.ts';

/** What a sheet is made of beside its blocks. */
interface Head {
  entry: Entry;
  title: string;
  kicker: string;
  reviewed: string;
  /** what people say who meet it */
  spoken?: string;
  /** with a place for a name and a date */
  named?: boolean;
  /** as wide as the page: a form has no margin of notes */
  isForm?: boolean;
  /** for one page: what the sheet rests on stands in its foot alone */
  isShort?: boolean;
  keywords: readonly string[];
}

/** A sheet as its template reads it. Links lead inside it, to the site where its address is known, and else nowhere. */
function sheetData(guide: Guide, head: Head, blocks: readonly PageBlock[], site: URL | undefined, sheets: Sheets) {
  const { entry, title, kicker, reviewed, spoken = '', named = false, isForm = false, isShort = false, keywords } = head;
  const own = new Set(idsIn(blocks).map((id) => anchorOf(entry.ref, id)));
  const addresses = site && addressesAt(site);
  const layout = new Layout(
    {
      inside: (address) => (own.has(address) ? address : undefined),
      addressFor: addresses?.addressFor,
      fileFor: addresses?.fileFor,
      paged: false,
    },
    pictureFor(guide, sheets),
  );
  const { about } = guide;
  const laid = layout.blocks(entry.ref, blocks);
  for (const { sign } of voiceKey(guide)) layout.signs.add(sign);
  const closing: Line[] = [
    line(`${reference(guide.study)} ${about.disclaimer} ${about['rests-on']}`),
    line(keepText(guide)),
    line(`${about.name}. Text: `, { href: about.licences['text-address'], text: about.licences.text }, '.'),
  ];
  return {
    ...printed(guide, title, `${about.name}. ${about.disclaimer}`, reviewed, keywords),
    kicker,
    spoken,
    named,
    'as-said': 'as it may sound, in our words',
    form: isForm,
    tight: isShort,
    blocks: laid,
    closing: isShort ? [] : closing.map((words) => layout.line(words)),
    foot: [
      ...(isShort ? [`${guide.study.data.short}. ${about.disclaimer} ${about['rests-on']}`] : []),
      sheetFoot(guide, { address: addresses?.addressFor(entry.ref), reviewed }).source,
    ].join(' '),
    signs: signsOf(layout),
  };
}

/** What stands on the page of an entry, without what its head and its foot say, and without what leads to other pages. */
const textOf = (write: Writer, entry: Entry): Block[] => {
  const blocks = entryBlocks(write, entry).filter((block) => block.type !== 'facts' && !(block.type === 'heading' && block.level === 1));
  const next = blocks.findIndex((block) => block.type === 'heading' && block.text === READ_NEXT);
  return next < 0 ? blocks : blocks.slice(0, next);
};

/** Blocks without the words that only lead to a page of the site. */
const withoutWays = (block: Block): Block =>
  block.type === 'list'
    ? list(block.items.map(withoutWays))
    : block.type === 'said'
      ? { ...block, under: block.under.filter(([part]) => !(typeof part === 'object' && 'text' in part && part.text === ABOUT_LINK)) }
      : block;

/** The brief, for one page. */
export function briefSheet(guide: Guide, site: URL | undefined, sheets: Sheets) {
  const entry = pageEntry(guide, 'brief');
  const { title, reviewed, aliases } = entry.data;
  return sheetData(
    guide,
    { entry, title, kicker: guide.about.name, reviewed, isShort: true, keywords: aliases },
    textOf(writerOf(guide), entry),
    site,
    sheets,
  );
}

/** A finding as its page has it. */
export function findingSheet(guide: Guide, entry: Finding, site: URL | undefined, sheets: Sheets) {
  const { reviewed, aliases } = entry.data;
  const head: Head = {
    entry,
    title: titleOf(entry),
    kicker: `${guide.about.name} · ${kindLabel(guide, entry.kind)}`,
    reviewed,
    keywords: aliases,
    ...(entry.kind === guide.about.recognise.kind && { spoken: spokenOf(entry) }),
  };
  const blocks = textOf(writerOf(guide), entry);
  return sheetData(guide, head, site ? blocks : blocks.map(withoutWays), site, sheets);
}

/** A document, to fill in or as the invented program fills it in. */
export function documentSheet(guide: Guide, entry: Sheet, isFilledIn: boolean, site: URL | undefined, sheets: Sheets) {
  const write = writerOf(guide);
  const { title, example, reviewed, aliases } = entry.data;
  const blocks: PageBlock[] = [
    ...(isFilledIn && example ? [said(write.marks.example, example.note)] : []),
    ...partsOfSheet(guide, entry, isFilledIn).flatMap(({ id, heading: own, why, fields }): PageBlock[] => [
      heading(2, own, id),
      // where a form must keep to one page, the reasons stand on the page of the document alone
      ...(isFilledIn ? [] : why.map((one) => (entry.data.pages === 1 ? { ...write.statement(one), under: [] } : write.statement(one)))),
      ...fields.flatMap((field) => fieldBlocks(write, field, isFilledIn)),
    ]),
  ];
  const head: Head = {
    entry,
    title: isFilledIn ? `${title}, filled in` : title,
    kicker: `${guide.about.name} · ${whoseWords(guide, isFilledIn)}`,
    reviewed,
    isForm: true,
    isShort: entry.data.pages === 1,
    keywords: aliases,
  };
  return sheetData(guide, head, blocks, site, sheets);
}

/** A field of a form: what is written stands in it, what is not has room. */
function fieldBlocks({ at }: Writer, field: SheetField, isFilledIn: boolean): PageBlock[] {
  switch (field.type) {
    case 'text':
      return [plain(field.text)];
    case 'list':
      return field.boxes
        ? field.items.map((item) => plain({ open: 'box' }, item))
        : [{ type: 'text', parts: field.items.map((text) => ({ text, item: true })) }];
    case 'line':
      return isFilledIn
        ? [plain({ strong: `${field.label}:` }, ` ${field.value}`)]
        : [together(plain({ strong: `${field.label}:` }), { type: 'lines', count: field.lines })];
    case 'table':
      return [
        table(
          field.columns,
          field.rows.map(({ cells }) => cells),
        ),
      ];
    case 'open':
      return [
        table(
          ['Question', 'Page', 'What it says'],
          field.points.map(({ about, statement }) => [line(at(statement.page, about, statement.id), `: ${statement.text}`), '', '']),
        ),
      ];
  }
}

/** The handout of a lesson, for those who learn or, with answers, for whoever teaches. */
export function handoutSheet(guide: Guide, entry: Lesson, answers: boolean, site: URL | undefined, sheets: Sheets) {
  const write = writerOf(guide);
  const { title, minutes, reviewed, aliases } = entry.data;
  const head: Head = {
    entry,
    title: answers ? `${title}: handout with answers` : `${title}: handout`,
    kicker: `${guide.about.name} · ${inMinutes(minutes)}`,
    reviewed,
    named: !answers,
    isForm: true,
    keywords: aliases,
  };
  const blocks = handout(guide, entry, answers).flatMap((item) => itemBlocks(write, entry, item, answers));
  return sheetData(guide, head, blocks, site, sheets);
}

/** What no page's end may part. */
const together = (...items: PageBlock[]): PageBlock => ({ type: 'together', items });

function itemBlocks(write: Writer, lesson: Lesson, item: HandoutItem, answers: boolean): PageBlock[] {
  const { guide, marks } = write;
  switch (item.type) {
    case 'heading':
      return [heading(2, item.minutes ? `${item.text} (${inMinutes(item.minutes)})` : item.text)];
    case 'task':
      return [together({ type: 'text', parts: item.parts }, ...(item.lines > 0 ? [{ type: 'lines' as const, count: item.lines }] : []))];
    case 'statement':
      return [write.statement(item.statement, item.parts)];
    case 'figure': {
      const { voice, text } = openingOf(item.figure);
      return [{ type: 'figure', figure: item.figure.id }, said(marks[voice], text)];
    }
    case 'note':
      return [{ type: 'direction', label: 'For whoever teaches', parts: item.parts }];
    case 'case':
      return caseBlocks(write, lesson);
    case 'rubric':
      return rubricBlocks(lesson);
    case 'question':
      return [
        together(
          heading(3, `${item.number}. ${item.question.data.prompt}`),
          ...(item.hint ? [plain(item.hint)] : []),
          ...item.lines.map((one) => (one.box ? plain({ open: 'box' }, one.text) : plain(one.text))),
          ...(answers
            ? [
                { type: 'direction' as const, label: 'Answer', parts: item.answer.map((text) => ({ text, item: true })) },
                plain(
                  joined(
                    fromsOf(item).map((from) => whose(write, from)),
                    '; ',
                  ),
                ),
              ]
            : []),
        ),
      ];
  }

  function whose({ marks: all, at }: Writer, from: string): Line {
    const { voice, label, ref, fragment } = cited(guide, from);
    return line(`${all[voice].label}: `, at(ref, label, fragment));
  }
}

/** What the feedback of a question rests on, each once. */
function fromsOf({ question: { data } }: Extract<HandoutItem, { type: 'question' }>): string[] {
  const all = isChosen(data)
    ? data.choices.filter(({ right }) => right).map(({ from }) => from)
    : data.type === 'match'
      ? data.pairs.map(({ from }) => from)
      : [data.from];
  return [...new Set(all)];
}

/** The table of a lesson's case, which is invented. */
function caseBlocks({ marks }: Writer, { data }: Lesson): Block[] {
  if (!data.case) return [];
  const { payers, projects, all } = caseTable(data.case);
  return [
    heading(3, data.case.title),
    said(marks.example, data.case.note),
    table(
      ['Project', ...payers, 'People', 'Months', 'Who asked for it'],
      [
        ...projects.map(({ name, about, numbers, months, wanted }) => [
          line({ strong: `${name}.` }, ` ${about}`),
          ...numbers,
          months,
          wanted,
        ]),
        ['All', ...all, '', ''],
      ],
    ),
  ];
}

/** The rubric of a lesson. */
const rubricBlocks = ({ data: { rubric } }: Lesson): Block[] =>
  rubric
    ? [
        heading(3, rubric.title),
        table(
          ['Looks for', ...rubric.levels],
          rubric.rows.map((row) => [row.asks, ...row.levels]),
        ),
      ]
    : [];
