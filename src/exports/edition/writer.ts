import { judgedWords } from '../../charts/voice-marks.ts';
import { officialAddress, passageOf } from '../../guide/addresses.ts';
import { cited } from '../../guide/cited.ts';
import * as entries from '../../guide/entries.ts';
import { kindLabel, type StanceWords, sentenceLabel, titleOf } from '../../guide/labels.ts';
import { byWayOf, paperPairsNone, voiceOf } from '../../guide/links.ts';
import type { Entry, Guide, Link, Part, Statement } from '../../guide/types.ts';
import { keepText } from '../../guide/words.ts';
import { recordOf } from '../../lib/records.ts';
import { capital, stop } from '../../lib/text.ts';
import { VOICES } from '../../lib/voices.ts';
import { isFindingKind } from '../../schemas/kinds.ts';
import { reference } from '../citation.ts';
import {
  type Block,
  enumerated,
  type Fact,
  heading,
  joined,
  type Line,
  type Linked,
  line,
  lineOf,
  list,
  type Mark,
  type Said,
  said,
  type Text,
} from './blocks.ts';
import { leftOutOf } from './order.ts';

export type Writer = ReturnType<typeof writerOf>;

/**
 * What the entries of all kinds are taken apart with: statements with their marks, what each rests on, links, head and foot.
 *
 * @param isWhole whether the entries will stand in one text that holds them all: then none tells again what another one does
 */
export function writerOf(guide: Guide, isWhole = false) {
  const { about } = guide;
  /** the mark of each voice */
  const marks = recordOf(VOICES, (voice): Mark => ({ voice, label: about.voices[voice].label }));
  /** what is the editors' and no statement: questions, suggestions, text about the guide */
  const ours = (text: Text, ...under: (Text | false | undefined)[]): Said =>
    said({ voice: 'editors', label: capital(about.voices.editors.possessive) }, text, ...under);
  const at = (to: string, text: string, fragment?: string): Linked => ({ to, text, fragment });
  const to = (entry: Entry, text = titleOf(entry)): Linked => at(entry.ref, text);
  const sourceOf = (id: string) => entries.entryIn(guide, 'sources', id);
  const entryOf = (ref: string) => entries.entryOf(guide, ref);
  const place = officialAddress(guide.study)?.name;

  const sentencesText = (ids: readonly string[]): Line => {
    const known = ids.flatMap((id) => {
      const sentence = guide.sentences.get(id);
      return sentence ? [line(`${sentenceLabel(id)} (`, { href: passageOf(guide.study, sentence), text: `read it on ${place}` }, ')')] : [];
    });
    return known.length > 0 ? line(joined(known, '; '), '.') : [];
  };

  /** the same, each leading to where the sentence stands in the guide */
  const sentencesHere = (ids: readonly string[]): Line =>
    joined(
      ids.map((id) => at('pages/evidence/the-paper', sentenceLabel(id), id)),
      '; ',
    );

  const restsOn = (from: readonly string[], page: string): Line =>
    from.length === 0
      ? []
      : line(
          'Rests on ',
          joined(
            from.map((part) => {
              if (guide.sentences.has(part)) return at('pages/evidence/the-paper', sentenceLabel(part), part);
              const [ref = '', id] = part.split('#');
              if (ref === '') return at(page, 'another statement of this page', id);
              const entry = entryOf(ref.includes('/') ? ref : `sources/${ref}`);
              return at(entry.ref, titleOf(entry), id);
            }),
            ', ',
          ),
          '.',
        );

  /** whose a feedback is and where it stands */
  const witness = (from: string): Line => {
    const { voice, label, ref, fragment } = cited(guide, from);
    return line(`${marks[voice].label}: `, at(ref, label, fragment));
  };

  const sourceText = (id: string, stance: StanceWords): Line => {
    const source = sourceOf(id);
    const { kind, read, overlap } = source.data;
    const note = overlap === 'same authors' ? '; the same authors as the study, so no independent support' : '';
    return line(to(source), `. ${capital(kind)}. Read: ${read}. ${capital(stance)}${note}.`);
  };

  const statement = (
    { id, voice, text, at: sentences, from, because, source, stance, where, page }: Statement,
    parts?: readonly Part[],
  ): Said => ({
    ...said(
      marks[voice],
      parts ? joined(parts.map(lineOf), ' ') : text,
      isWhole ? sentencesHere(sentences) : sentencesText(sentences),
      source !== undefined && stance !== undefined && sourceText(source, stance),
      joined([because && stop(capital(`because ${because}`)), restsOn(from, page)], ' '),
      where,
    ),
    id,
    ...(parts && { parts }),
  });

  /**
   * Statements of an entry under their headings.
   *
   * @param statements those of them that are meant; left out, all
   */
  const body = (entry: Entry, level: 2 | 3 = 2, statements: readonly Statement[] = entry.statements): Block[] => {
    const partsOf = new Map(entry.blocks.flatMap((block) => (block.type === 'statement' ? [[block.statement, block.parts]] : [])));
    return statements.flatMap((one, i) => [
      ...(one.section && one.section !== statements[i - 1]?.section ? [headingOf(entry, level, one.section)] : []),
      statement(one, partsOf.get(one)),
    ]);
  };

  /** the heading of a part of an entry's own text, with its address */
  const headingOf = (entry: Entry, level: 2 | 3, section: string, text = section): Block =>
    heading(level, text, entry.fragments.find((fragment) => fragment.heading === section)?.id);

  const linkWords = (link: Link): string => judgedWords(about, link.data.state, voiceOf(link));

  /** the mark of a pair */
  const linkMark = (link: Link): Mark => ({ voice: voiceOf(link) || undefined, label: linkWords(link), state: link.data.state });

  /** by way of what alone a response works; empty where that is not said of the pair */
  const byWayOfText = (link: Link): Line => {
    const ways = byWayOf(guide, link);
    return ways.length > 0 ? line('We think it works only by way of ', enumerated(ways.map((way) => to(way))), '.') : [];
  };

  const leftOut = new Set(isWhole ? leftOutOf(guide).map(({ entry }) => entry.ref) : []);
  const next = (all: readonly { to: string; why: string }[]): Block[] => {
    const relations = all.filter(({ to: ref }) => !leftOut.has(ref));
    return relations.length === 0
      ? []
      : [
          heading(2, READ_NEXT),
          list(
            relations.map(({ to: ref, why }) => {
              const entry = entryOf(ref);
              return ours(why, line(`${kindLabel(guide, entry.kind)}: `, to(entry)));
            }),
          ),
        ];
  };

  /** the title of an entry, and what is told of it as a whole */
  const head = (entry: Entry, title: string, facts: readonly (Fact | false)[]): Block[] => [
    heading(1, title),
    { type: 'facts', facts: [{ name: 'Page', value: [{ to: entry.ref }] }, ...facts.filter((fact) => fact !== false)] },
  ];

  /** what a copy of an entry says of the guide, below its text */
  const foot = (entry: Entry): Block[] => [
    { type: 'rule' },
    {
      type: 'facts',
      facts: [
        fact('From', `${about.name}. ${about.disclaimer} ${about['rests-on']}`),
        ...(isFindingKind(entry.kind) ? [fact('Division', about.kinds[entry.kind].division)] : []),
        fact('The study', reference(guide.study)),
        fact('License of the text', { href: about.licences['text-address'], text: about.licences.text }),
        { value: line(keepText(guide)) },
      ],
    },
  ];

  return {
    guide,
    isWhole,
    about,
    marks,
    ours,
    at,
    to,
    sourceOf,
    entryOf,
    pairsNone: paperPairsNone(guide),
    sentencesText,
    sentencesHere,
    restsOn,
    witness,
    sourceText,
    statement,
    body,
    headingOf,
    linkWords,
    linkMark,
    byWayOfText,
    next,
    head,
    foot,
  };
}

/** The heading over what to read next. */
export const READ_NEXT = 'Read next';

/** Something told of an entry as a whole. */
export const fact = (name: string, ...value: (Text | false | undefined)[]): Fact => ({ name, value: line(...value) });
