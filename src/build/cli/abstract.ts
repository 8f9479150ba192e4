import { createHash } from 'node:crypto';
import { fieldName } from '../../guide/read/problem.ts';
import type { Guide } from '../../guide/types.ts';
import { plain } from '../../lib/text.ts';
import type { Sentence } from '../../schemas/source.ts';

/** SHA-256 of a sentence as fingerprints take it (see `plain`). */
export const fingerprint = (sentence: string): string => createHash('sha256').update(plain(sentence)).digest('hex');

/**
 * Finds a sentence in a copy of the abstract by its fingerprint alone: every run of as many words is tried, so section
 * labels, headers and other text around it do no harm.
 *
 * @param words the copy's words, as `plain` gives them
 * @returns the index of its first word and how many plain words it has, or undefined
 */
function find(words: readonly string[], sentence: Sentence): { at: number; length: number } | undefined {
  // a hyphenated word counts as one in a text and as several in its plain form
  for (let length = sentence.words; length <= sentence.words * 2; length++)
    for (let at = 0; at + length <= words.length; at++)
      if (fingerprint(words.slice(at, at + length).join(' ')) === sentence.fingerprint) return { at, length };
  return undefined;
}

/** What is wrong with a sentence's locator in a copy of the abstract; empty where all is well. */
export function locatorProblems(copy: string, sentence: Sentence): string[] {
  const words = plain(copy).split(' ');
  const found = find(words, sentence);
  if (!found)
    return [
      `${sentence.id}: no ${sentence.words} words of the copy give its fingerprint. Either the copy is another text, or "words" or "fingerprint" is wrong.`,
    ];
  const text = words.slice(found.at, found.at + found.length).join(' ');
  const whole = words.join(' ');
  const [start, end] = [plain(sentence.start), plain(sentence.end)];
  const problems: string[] = [];
  if (!text.startsWith(start)) problems.push(`${sentence.id}: it does not start with "${sentence.start}".`);
  if (!text.endsWith(end)) problems.push(`${sentence.id}: it does not end with "${sentence.end}".`);
  if (problems.length === 0) {
    const first = ` ${whole} `.indexOf(` ${start} `);
    const last = ` ${whole} `.indexOf(` ${end} `, first + start.length);
    if (plain(whole.slice(first, last + end.length)) !== text)
      problems.push(
        `${sentence.id}: the link would mark another passage, because "${sentence.start}" or "${sentence.end}" stands earlier too. Choose other words.`,
      );
  }
  return problems;
}

/** A run of words that a text shares with the abstract. */
export interface Copied {
  page: string;
  place: string;
  run: string;
}

/** A text of its own, with the page or file it stands in and where there. Runs are not looked for over its ends. */
export interface Text {
  page: string;
  place: string;
  text: string;
}

/** So many words in a row may be the abstract's; a longer run is a copy. */
export const MOST = 8;

/**
 * Runs of more than eight words that texts share with the sentences of the abstract. A row of the entries' own names, joined
 * by "and" or "or", does not count: a list of names is a list of names.
 *
 * @param copy a copy of the abstract; where one of its sentences cannot be found, all of it is held against the texts
 */
export function copiedRuns(copy: string, guide: Guide, texts: readonly Text[] = textsOf(guide)): Copied[] {
  const source = sentencesOf(copy, guide);
  const starts = new Set(source.flatMap((_, i) => (i + MOST < source.length ? [source.slice(i, i + MOST + 1).join(' ')] : [])));
  const whole = ` ${source.join(' ')} `;
  const isNames = rowOfNames(guide);
  const copied: Copied[] = [];
  const told = new Set<string>();
  for (const { page, place, text } of texts) {
    const words = plain(text).split(' ');
    for (let from = 0; from + MOST < words.length; from++) {
      if (!starts.has(words.slice(from, from + MOST + 1).join(' '))) continue;
      let to = from + MOST + 1;
      while (to < words.length && whole.includes(` ${words.slice(from, to + 1).join(' ')} `)) to++;
      const run = words.slice(from, to).join(' ');
      if (!isNames(run) && !told.has(`${page} ${run}`)) copied.push({ page, place, run });
      told.add(`${page} ${run}`);
      from = to - 1;
    }
  }
  return copied;
}

/** The words of the abstract's sentences, without what stands around them in the copy. */
function sentencesOf(copy: string, guide: Guide): string[] {
  const words = plain(copy).split(' ');
  const found = guide.study.data.sentences.map((sentence) => find(words, sentence));
  return found.some((one) => !one) ? words : found.flatMap((one) => (one ? words.slice(one.at, one.at + one.length) : []));
}

/** Tells a row of the entries' names from a text. */
function rowOfNames(guide: Guide): (run: string) => boolean {
  const names = guide.findings.flatMap((f) => [f.data.title, f.data.short ?? '', f.id.replaceAll('-', ' ')]).map(plain);
  const row = new RegExp(`^(?:(?:${[...names.filter(Boolean), 'and', 'or'].sort((a, b) => b.length - a.length).join('|')})(?: |$))+$`);
  return (run) => row.test(run);
}

/**
 * Every text of the content: all fields of all entries and of the single files, whatever their names, and what stands in
 * bodies with references and counts filled in.
 */
export function textsOf(guide: Guide): Text[] {
  const { about, words, teaching, synonyms, asked } = guide;
  return [
    ...[...guide.entries.values()].flatMap((entry) => [
      ...entry.statements.flatMap(({ id, text, because = '', where = '', section }) =>
        [text, because, where, section].map((one) => ({ page: entry.ref, place: `#${id}`, text: one })),
      ),
      ...(entry.kind === 'lessons'
        ? entry.blocks.flatMap((block) =>
            block.type === 'activity' || block.type === 'facilitator'
              ? [{ page: entry.ref, place: `#${block.id}`, text: block.parts.map(({ text }) => text).join(' ') }]
              : [],
          )
        : []),
      { page: entry.ref, place: 'text', text: entry.prose },
      ...fieldsOf(entry.data, entry.ref),
      ...fieldsOf(asked.get(entry.ref)?.phrases, entry.ref, 'asked'),
    ]),
    ...Object.entries({ about, words, teaching, synonyms }).flatMap(([name, data]) => fieldsOf(data, name)),
  ];
}

/** Each text in a value, however deep, with its path. */
export function fieldsOf(value: unknown, page: string, path = ''): Text[] {
  if (typeof value === 'string') return [{ page, place: fieldName(path), text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => fieldsOf(one, page, path ? `${path}.${key}` : key));
}
