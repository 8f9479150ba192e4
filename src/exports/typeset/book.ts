import { HEADINGS, SEEN } from '../../documents/decision-record/wording.ts';
import { isFinding } from '../../guide/entries.ts';
import { kindLabel, shortOf, spokenOf, titleOf } from '../../guide/labels.ts';
import { grid } from '../../guide/links.ts';
import { LINKED_FROM, PAIRINGS } from '../../guide/relations.ts';
import { editionOf } from '../../guide/responses.ts';
import type { Entry, Guide } from '../../guide/types.ts';
import { keepText } from '../../guide/words.ts';
import { longDate } from '../../lib/dates.ts';
import { itemAt } from '../../lib/items.ts';
import { capital, uncapital } from '../../lib/text.ts';
import { isFindingKind } from '../../schemas/kinds.ts';
import { addressesAt } from '../addresses.ts';
import { citeAs, reference } from '../citation.ts';
import { idsIn, said } from '../edition/blocks.ts';
import { entryBlocks } from '../edition/entry.ts';
import { LITERATURE, LITERATURE_WORDS, linksWords } from '../edition/finding.ts';
import { type Chapter, chaptersOf, leftOutOf } from '../edition/order.ts';
import { type Writer, writerOf } from '../edition/writer.ts';
import type { Sheets } from '../figure-files.ts';
import { anchorOf, isOwnAddress, type Laid, type LaidLine, Layout, type PageBlock, type Places, signOf, voiceKey } from './laid.ts';
import { indexOf, sourceLine } from './lists.ts';
import { pictureFor, printed, signsOf } from './printed.ts';

/** The page of which the book has its own: it shows the marks as they stand here. */
const OWN = { ref: 'pages/about/voices', why: 'tells how pages of the site show the voices; the key to this book stands at its front' };

/** Kinds of entry that begin on a page of their own. */
const isApart = (entry: Entry): boolean => isFindingKind(entry.kind) || entry.kind === 'lessons';
/** Kinds whose entries the contents name. */
const isListed = ({ kind }: Entry): boolean => kind !== 'links' && kind !== 'sources';

/**
 * The whole guide as a book, as its template reads it. What a reader finds elsewhere in the book is not told again: a finding's
 * page tells each of its links in a sentence, a figure leaves out its table, and the list of sources says of each what it is, what
 * we read, and on which pages it is used.
 *
 * @param site the address of the site, where it is known
 */
export function bookData(guide: Guide, site: URL | undefined, sheets: Sheets) {
  const write = writerOf(guide, true);
  const chapters = chaptersOf(guide).filter(({ entries }) => !entries.some(({ ref }) => ref === OWN.ref));
  const texts = new Map(
    chapters.flatMap(({ entries }) =>
      entries.filter(({ kind }) => kind !== 'sources').map((entry): [Entry, PageBlock[]] => [entry, blocksOf(write, entry)]),
    ),
  );
  const anchors = new Set([
    ...chapters.flatMap(({ entries }) => entries.map(({ ref }) => anchorOf(ref))),
    ...[...texts].flatMap(([entry, blocks]) => idsIn(blocks).map((id) => anchorOf(entry.ref, id))),
  ]);
  const places: Places = {
    inside: (address) => (anchors.has(address) ? address : undefined),
    addressFor: site && addressesAt(site).addressFor,
    fileFor: site && addressesAt(site).fileFor,
    paged: true,
  };
  const layout = new Layout(places, pictureFor(guide, sheets));
  const laid = chapters.map((chapter) => laidChapter(write, layout, chapter, texts, places));
  for (const { sign } of voiceKey(guide)) layout.signs.add(sign);
  const { about, study } = guide;
  const day = editionOf(guide);
  const doi = citeAs(study);
  return {
    ...printed(guide, about.name, about.description, day, [
      'evidence guide',
      study.data.short,
      ...guide.glossary.map(({ data }) => data.term),
    ]),
    front: {
      kicker: about.kicker,
      description: about.description,
      'basis-name': 'The study',
      basis: reference(study),
      doi: doi ?? null,
      disclaimer: `${about.disclaimer} ${about['rests-on']}`,
      edition: `${capital(about.editors)} · Edition of ${longDate(day)}`,
      address: places.addressFor?.('pages/home') ?? null,
    },
    reading: {
      title: 'How to read this book',
      words: [
        'Every statement belongs to somebody. A mark hangs left of it; the words of the mark stand where a run begins, and the margin says what it rests on.',
        'A page number after a name leads to where it stands in this book.',
        ...(guide.cases.length > 0 ? [`“${HEADINGS.seen}”: ${[SEEN, about['cases-note']].filter(Boolean).join(' ')}`] : []),
        ...(guide.sources.length > 1 ? [`“${LITERATURE}”: ${uncapital(LITERATURE_WORDS)}`] : []),
      ],
      keep: keepText(guide),
      small: [`Text: ${about.licences.text}, ${about.licences['text-address']}`],
    },
    contents: 'Contents',
    chapters: laid,
    used: 'Used on pp.',
    'as-said': 'as it may sound, in our words',
    'index-title': 'Index',
    index: indexOf(guide, places),
    colophon: {
      title: 'About this edition',
      words: [
        `Edition of ${longDate(day)}, the latest day on which a part of it was reviewed or judged. Set in Source Serif and Source Sans.`,
        'Left out because it belongs to the site:',
      ],
      out: [...leftOutOf(guide), { entry: guide.entries.get(OWN.ref), why: OWN.why }].flatMap(({ entry, why }) =>
        entry ? [`${titleOf(entry)}: ${why}.`] : [],
      ),
    },
    signs: signsOf(layout),
  };
}

/** What stands of an entry in the book: its head is set by the template. */
function blocksOf(write: Writer, entry: Entry): PageBlock[] {
  const all = entryBlocks(write, entry).filter((block) => !(block.type === 'heading' && block.level === 1));
  // a figure in a lesson stands in its own chapter, with its drawing
  const blocks = all.flatMap((block): PageBlock[] =>
    block.type === 'figure' && block.instead ? [block.instead] : block.type === 'facts' && !hasFacts(entry) ? [] : [bare(block)],
  );
  return entry.ref === 'pages/matrix' ? blocks.filter(({ type }) => type !== 'table' && type !== 'heading') : blocks;
}

/** Kinds of which more is told than a title and a day. */
const hasFacts = ({ kind }: Entry): boolean => ['cases', 'documents', 'lessons'].includes(kind);

/** Facts without the address of the entry: a reader of the book is there. */
const bare = (block: PageBlock): PageBlock =>
  block.type === 'facts' ? { type: 'facts', facts: block.facts.filter(({ value }) => !isOwnAddress(value)) } : block;

function laidChapter(write: Writer, layout: Layout, { title, entries }: Chapter, texts: ReadonlyMap<Entry, PageBlock[]>, places: Places) {
  const { guide } = write;
  const first = itemAt([...entries], 0);
  const kind = isFindingKind(first.kind) ? guide.about.kinds[first.kind] : undefined;
  // what opens a chapter of findings: the sentence that names them, and whose division it is
  const opening: Laid[] = layout.blocks('', [
    ...(kind ? [said(write.marks.paper, kind.lead, write.sentencesHere(kind.at)), write.ours(kind.division)] : []),
    ...(first.kind === guide.about.recognise.kind ? [write.ours(guide.about.recognise.note)] : []),
    ...(entries.some((entry) => entry.kind === 'links') ? [write.ours(linksWords(write.pairsNone))] : []),
  ]);
  const alone = entries.length === 1 && titleOf(first) === title;
  return {
    title,
    anchor: alone ? anchorOf(first.ref) : `chapter ${first.ref}`,
    opening,
    apart: isApart(first),
    listed: !alone && entries.some(isListed),
    entries: entries.flatMap((entry) => {
      const text = texts.get(entry);
      if (!text) return [];
      return [
        {
          same: alone,
          apart: isApart(entry),
          anchor: anchorOf(entry.ref),
          kicker: isFindingKind(entry.kind) ? kindLabel(guide, entry.kind) : '',
          title: titleOf(entry),
          brief: entry.kind === 'cases' ? entry.data.short : titleOf(entry),
          listed: isListed(entry),
          spoken: isFinding(entry) && entry.kind === guide.about.recognise.kind ? spokenOf(entry) : '',
          blocks: [
            ...(entry.ref === 'pages/matrix' ? matrices(write, layout, places) : []),
            ...layout.blocks(entry.ref, text, alone ? 0 : 1),
          ],
        },
      ];
    }),
    sources: entries.flatMap((entry) => (entry.kind === 'sources' ? [sourceLine(guide, entry, layout, places)] : [])),
  };
}

/** The pairs as tables of marks, each mark with its words. */
function matrices({ guide, linkMark }: Writer, layout: Layout, { inside }: Places): Laid[] {
  return LINKED_FROM.flatMap((from): Laid[] => {
    const { columns, rows } = grid(
      guide,
      from,
      PAIRINGS.filter((pairing) => pairing.from === from).map(({ to }) => to),
    );
    if (rows.length === 0 || columns.length === 0) return [];
    const cellOf = (link: Parameters<typeof linkMark>[0] | undefined): LaidLine => {
      if (!link) return [];
      const mark = linkMark(link);
      const { sign } = signOf(mark);
      layout.signs.add(sign);
      return [{ sign, alt: mark.label }];
    };
    const name = (ref: string, text: string): LaidLine => [inside(anchorOf(ref)) ? { text, link: anchorOf(ref) } : text];
    return [
      { type: 'heading', level: 3, text: guide.about.kinds[from].title, anchor: '' },
      {
        type: 'table',
        head: [[], ...columns.map((column) => name(column.ref, shortOf(column)))],
        rows: rows.map(({ row, cells }) => [name(row.ref, shortOf(row)), ...cells.map(({ link }) => cellOf(link))]),
        columns: [2.2, ...columns.map(() => 1)],
        small: true,
      },
    ];
  });
}
