import { chartOf } from '../../charts/charts.ts';
import { filledIn, lightColors } from '../../charts/colors.ts';
import { outlinedSvg } from '../../charts/standalone.ts';
import { HEADINGS, SEEN } from '../../documents/decision-record/wording.ts';
import { officialAddress } from '../../guide/addresses.ts';
import { openingOf } from '../../guide/entries.ts';
import { kindLabel, shortOf, spokenOf, titleOf } from '../../guide/labels.ts';
import { grid } from '../../guide/links.ts';
import { LINKED_FROM, PAIRINGS } from '../../guide/relations.ts';
import type { Entry, Figure, Guide, Source } from '../../guide/types.ts';
import { datedEntries, keepText, overlapWords } from '../../guide/words.ts';
import { longDate } from '../../lib/dates.ts';
import { HAIRLINE_INK, INKS } from '../../lib/inks.ts';
import { itemAt, lastOf } from '../../lib/items.ts';
import { capital, stop, uncapital } from '../../lib/text.ts';
import { doiAddress } from '../../lib/urls.ts';
import { isFindingKind } from '../../schemas/kinds.ts';
import { addressesAt } from '../addresses.ts';
import { reference } from '../citation.ts';
import { said } from '../edition/blocks.ts';
import { entryBlocks } from '../edition/entry.ts';
import { LITERATURE, LITERATURE_WORDS, linksWords } from '../edition/finding.ts';
import { type Chapter, chaptersOf, leftOutOf } from '../edition/order.ts';
import { type Writer, writerOf } from '../edition/writer.ts';
import { rowsInWords, type Sheets } from '../figure-files.ts';
import {
  anchorOf,
  idsIn,
  isOwnAddress,
  type Laid,
  type LaidLine,
  Layout,
  type PageBlock,
  type Picture,
  type Places,
  signOf,
  signSvg,
  voiceKey,
} from './laid.ts';

/** An entry as a part of a chapter. */
interface Part {
  entry: Entry;
  blocks: PageBlock[];
}

/** How wide a figure may be, in points; a drawing that would be set smaller than this is drawn in its narrower form, if it has one. */
const [WIDE, LEAST] = [473, 0.47];

/** A figure as it stands on a page: as wide as its letters can be read, and its rows in words for those who cannot see it. */
export function pictureFor(guide: Guide, { marks, tokens }: Sheets): (id: string) => Picture {
  const colors = lightColors(tokens);
  return (id) => {
    const figure = guide.figures.find((one) => one.id === id) as Figure;
    const { chart, drawing } = chartOf(guide, figure);
    const drawn = drawing(WIDE / chart.wide < LEAST ? (chart.middle ?? chart.wide) : chart.wide);
    const { voice, text } = openingOf(figure);
    const alt = `${figure.data.title}. ${guide.about.voices[voice].label}: ${stop(text)} ${rowsInWords(guide, figure)}`;
    const svg = outlinedSvg(drawn, 0, { title: figure.data.title, description: '', css: filledIn(marks, colors), ground: 'none' });
    return { svg, alt, title: figure.data.title, width: drawn.width, height: drawn.height };
  };
}

/** What every template reads beside its text. */
export function printed(guide: Guide, title: string, description: string, day: string, keywords: readonly string[]) {
  const { about } = guide;
  return {
    title,
    author: capital(about.editors),
    description,
    keywords,
    lang: about.language,
    date: day.split('-').map(Number),
    inks: { ink: INKS.ink, muted: INKS.muted, link: INKS.link, hair: HAIRLINE_INK },
    key: voiceKey(guide),
  };
}

/** The drawings of marks, by name. */
export const signsOf = (layout: Layout): Record<string, string> =>
  Object.fromEntries([...layout.signs].sort().map((sign) => [sign, signSvg(sign)]));

/** The latest day on which somebody reviewed or judged an entry: the edition of the whole. */
export const editionDay = (guide: Guide): string => lastOf(datedEntries(guide)).day;

/** The page of which the book has its own: it shows the marks as they stand here. */
const OWN = { ref: 'pages/about/voices', why: 'tells how pages of the site show the voices; the key to this book stands at its front' };

/** Kinds of entry that begin on a page of their own. */
const APART = (entry: Entry): boolean => isFindingKind(entry.kind) || entry.kind === 'lessons';
/** Kinds whose entries the contents name. */
const LISTED = ({ kind }: Entry): boolean => kind !== 'links' && kind !== 'sources';

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
  const parts = new Map(
    chapters.flatMap(({ entries }) =>
      entries.filter(({ kind }) => kind !== 'sources').map((entry): [Entry, Part] => [entry, { entry, blocks: blocksOf(write, entry) }]),
    ),
  );
  const anchors = new Set([
    ...chapters.flatMap(({ entries }) => entries.map(({ ref }) => anchorOf(ref))),
    ...[...parts.values()].flatMap(({ entry, blocks }) => idsIn(blocks).map((id) => anchorOf(entry.ref, id))),
  ]);
  const places: Places = {
    inside: (address) => (anchors.has(address) ? address : undefined),
    addressFor: site && addressesAt(site).addressFor,
    fileFor: site && addressesAt(site).fileFor,
    paged: true,
  };
  const layout = new Layout(places, pictureFor(guide, sheets));
  const laid = chapters.map((chapter) => laidChapter(write, layout, chapter, parts, places));
  for (const { sign } of voiceKey(guide)) layout.signs.add(sign);
  const { about, study } = guide;
  const day = editionDay(guide);
  const doi = study.data.doi ? doiAddress(study.data.doi) : officialAddress(study)?.url;
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
        `“${HEADINGS.seen}”: ${[SEEN, about['cases-note']].filter(Boolean).join(' ')}`,
        `“${LITERATURE}”: ${uncapital(LITERATURE_WORDS)}`,
      ],
      keep: keepText(guide),
      small: [`Text: ${about.licences.text}, ${about.licences['text-address']}`],
    },
    contents: 'Contents',
    chapters: laid,
    used: 'Used on p.',
    'as-said': 'as it may sound, in our words',
    'index-title': 'Index',
    index: indexOf(guide, places),
    colophon: {
      title: 'About this edition',
      words: [
        `Edition of ${longDate(day)}, the latest day on which a part of it was reviewed or judged. Set in Source Serif and Source Sans.`,
        'Left out, for it belongs to the site:',
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

function laidChapter(write: Writer, layout: Layout, { title, entries }: Chapter, parts: ReadonlyMap<Entry, Part>, places: Places) {
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
    anchor: alone ? anchorOf(first.ref) : `chapter ${title}`,
    opening,
    apart: APART(first),
    listed: !alone && entries.some(LISTED),
    entries: entries.flatMap((entry) => {
      const part = parts.get(entry);
      if (!part) return [];
      return [
        {
          same: alone,
          apart: APART(entry),
          anchor: anchorOf(entry.ref),
          kicker: isFindingKind(entry.kind) ? kindLabel(guide, entry.kind) : '',
          title: titleOf(entry),
          brief: entry.kind === 'cases' ? entry.data.short : titleOf(entry),
          listed: LISTED(entry),
          spoken: isFindingKind(entry.kind) && entry.kind === guide.about.recognise.kind ? spokenOf(entry as never) : '',
          blocks: [
            ...(entry.ref === 'pages/matrix' ? matrices(write, layout, places) : []),
            ...layout.blocks(entry.ref, part.blocks, alone ? 0 : 1),
          ],
        },
      ];
    }),
    sources: entries.flatMap((entry) => (entry.kind === 'sources' ? [sourceOf(guide, entry, layout, places)] : [])),
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

/** A source in the list: what it is, what we read of it, and where the book uses it. */
function sourceOf(guide: Guide, entry: Source, layout: Layout, { inside }: Places) {
  const { data } = entry;
  const url = officialAddress(entry)?.url;
  const used = (guide.backlinks.get(entry.ref) ?? []).flatMap(
    ({ from, statement }) => inside(anchorOf(from, statement)) ?? inside(anchorOf(from)) ?? [],
  );
  return {
    anchor: anchorOf(entry.ref),
    title: data.short,
    reference: layout.line([reference(entry), ...(url ? [' ', { href: url }] : [])]),
    notes: [
      [stop(capital(data.kind))],
      [`Read: ${[stop(data.read), data['read-note']].filter(Boolean).join(' ')}`],
      ...(data.overlap === 'none known' && !data['overlap-note'] ? [] : [[overlapWords(entry)]]),
    ],
    used: [...new Set(used)],
  };
}

/** Terms, findings and cases by name, with the places that tell of them; where one has other names, these lead to it. */
function indexOf(guide: Guide, { inside }: Places) {
  const told = (entry: Entry): string[] => [inside(anchorOf(entry.ref))].filter((place) => place !== undefined);
  const from = (entry: Entry): string[] =>
    (guide.backlinks.get(entry.ref) ?? []).flatMap(
      (link) => inside(anchorOf(link.from, link.statement)) ?? inside(anchorOf(link.from)) ?? [],
    );
  const line = (term: string, entry: Entry) => ({ term, told: told(entry), places: [...new Set(from(entry))], see: '' });
  const all = [
    ...guide.glossary.flatMap((entry) => [
      line(entry.data.term, entry),
      ...entry.data.also.map((also) => ({ term: also, told: [], places: [], see: entry.data.term })),
    ]),
    ...guide.findings.map((entry) => line(entry.data.title, entry)),
    ...guide.cases.map((entry) => line(entry.data.name, entry)),
  ];
  return all.map((one) => ({ ...one, term: capital(one.term) })).sort((a, b) => a.term.localeCompare(b.term, 'en'));
}
