import { judgedWords } from '../../charts/voice-marks.ts';
import { officialAddress, passageOf } from '../../guide/addresses.ts';
import { cited } from '../../guide/cited.ts';
import * as entries from '../../guide/entries.ts';
import { kindLabel, type StanceWords, sentenceLabel, titleOf } from '../../guide/labels.ts';
import { byWayOf, paperPairsNone, voiceOf } from '../../guide/links.ts';
import type { Entry, Guide, Link, Statement } from '../../guide/types.ts';
import { keepText } from '../../guide/words.ts';
import { escapeMarkdown } from '../../lib/markdown.ts';
import { capital, listed, stop } from '../../lib/text.ts';
import { isFindingKind } from '../../schemas/kinds.ts';
import type { Addresses } from '../addresses.ts';
import { reference } from '../citation.ts';

/** A text with the words of its mark in front and what it rests on under it, all in one paragraph: cut out, it keeps both. */
export const marked = (label: string, text: string, ...under: (string | undefined | false)[]): string =>
  [`**${escapeMarkdown(label)}.** ${text}`, ...under.filter(Boolean)].join('\\\n');

export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n');
export const anchor = (text: string, address: string): string =>
  `[${escapeMarkdown(text)}](${/[()\s]/.test(address) ? `<${address}>` : address})`;

/** Rows of cells, already escaped, as a table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export type Writer = ReturnType<typeof writerOf>;

/** What all twins are written with: statements with their marks, what each rests on, links, head and foot. */
export function writerOf(guide: Guide, { addressFor, fileFor }: Addresses) {
  const { about } = guide;
  const labels = about.voices;
  /** what is the editors' and no statement: questions, suggestions, text about the guide */
  const ours = (text: string, ...under: string[]) => marked(capital(labels.editors.possessive), escapeMarkdown(text), ...under);
  const to = (entry: Entry, text = titleOf(entry)) => anchor(text, addressFor(entry.ref));
  const sourceOf = (id: string) => entries.entryIn(guide, 'sources', id);
  const entryOf = (ref: string) => entries.entryOf(guide, ref);
  const place = officialAddress(guide.study)?.name;
  const pairsNone = paperPairsNone(guide);

  const sentencesText = (at: readonly string[]): string | false =>
    at.length > 0 &&
    stop(
      at
        .map((id) => {
          const sentence = guide.sentences.get(id);
          return sentence && `${sentenceLabel(id)} (${anchor(`read it on ${place}`, passageOf(guide.study, sentence))})`;
        })
        .filter(Boolean)
        .join('; '),
    );

  const restsOn = (from: readonly string[], page: string): string | false =>
    from.length > 0 &&
    `Rests on ${from
      .map((part) => {
        if (guide.sentences.has(part)) return anchor(sentenceLabel(part), addressFor('pages/evidence/the-paper', part));
        const [ref = '', id] = part.split('#');
        if (ref === '') return anchor('another statement of this page', addressFor(page, id));
        const entry = entryOf(ref.includes('/') ? ref : `sources/${ref}`);
        return anchor(titleOf(entry), addressFor(entry.ref, id));
      })
      .join(', ')}.`;

  /** whose a feedback is and where it stands */
  const witness = (from: string): string => {
    const { voice, label, ref, fragment } = cited(guide, from);
    return `${escapeMarkdown(labels[voice].label)}: ${anchor(label, addressFor(ref, fragment))}`;
  };

  const sourceText = (id: string, stance: StanceWords): string => {
    const source = sourceOf(id);
    const { kind, read, overlap } = source.data;
    const note = overlap === 'same authors' ? '; the same authors as the study, so no independent support' : '';
    return `${to(source)}. ${escapeMarkdown(`${capital(kind)}. Read: ${read}. ${capital(stance)}${note}.`)}`;
  };

  const statement = ({ voice, text, at, from, because, source, stance, where, page }: Statement): string =>
    marked(
      labels[voice].label,
      escapeMarkdown(text),
      sentencesText(at),
      source !== undefined && stance !== undefined && sourceText(source, stance),
      [because && escapeMarkdown(stop(capital(`because ${because}`))), restsOn(from, page)].filter(Boolean).join(' '),
      where && escapeMarkdown(where),
    );

  /** statements under their headings */
  const body = (statements: readonly Statement[], level = '##'): string[] =>
    statements.flatMap((s, i) => [
      ...(s.section && s.section !== statements[i - 1]?.section ? [`${level} ${escapeMarkdown(s.section)}`] : []),
      statement(s),
    ]);

  const linkMark = (link: Link): string => judgedWords(about, link.data.state, voiceOf(link));

  /** by way of what alone a response works; empty where that is not said of the pair */
  const byWayOfText = (link: Link): string => {
    const ways = byWayOf(guide, link);
    return ways.length > 0 ? `We think it works only by way of ${listed(ways.map((way) => to(way)))}.` : '';
  };

  const next = (relations: readonly { to: string; why: string }[]): string[] =>
    relations.length === 0
      ? []
      : [
          '## Read next',
          bullets(relations.map(({ to: ref, why }) => ours(why, `${kindLabel(guide, entryOf(ref).kind)}: ${to(entryOf(ref))}`))),
        ];

  const head = (entry: Entry, title: string, facts: readonly (string | false)[]): string[] => [
    `# ${escapeMarkdown(title)}`,
    bullets([`Page: ${anchor(addressFor(entry.ref), addressFor(entry.ref))}`, ...facts.filter((fact) => fact !== false)]),
  ];

  const foot = (entry: Entry): string[] => [
    '---',
    bullets([
      `From: ${escapeMarkdown(`${about.name}. ${about.disclaimer} ${about['rests-on']}`)}`,
      ...(isFindingKind(entry.kind) ? [`Division: ${escapeMarkdown(about.kinds[entry.kind].division)}`] : []),
      `The study: ${escapeMarkdown(reference(guide.study))}`,
      `License of the text: ${anchor(about.licences.text, about.licences['text-address'])}`,
      escapeMarkdown(keepText(guide)),
    ]),
  ];

  return {
    guide,
    addressFor,
    fileFor,
    about,
    labels,
    ours,
    to,
    sourceOf,
    entryOf,
    pairsNone,
    sentencesText,
    restsOn,
    witness,
    sourceText,
    statement,
    body,
    linkMark,
    byWayOfText,
    next,
    head,
    foot,
  };
}
