import { createHash } from 'node:crypto';
import { plain } from '../lib/text.ts';
import type { Sentence } from '../schemas/source.ts';
import type { Guide } from './types.ts';

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

/**
 * Runs of more than `most` words that the guide shares with a copy of the abstract. Runs made only of the entries' own
 * names, with "and", do not count: a list of names is a list of names.
 */
export function copiedRuns(copy: string, guide: Guide, most = 8): Copied[] {
  const source = ` ${plain(copy)} `;
  const names = guide.findings.flatMap((f) => [f.data.title, f.data.short ?? '', f.id.replaceAll('-', ' ')]).map(plain);
  const nameWords = new Set(names.flatMap((name) => name.split(' ')).concat('and', 'or', 'of', 'the'));
  const texts = [
    ...guide.statements.map((s) => ({ page: s.page, place: `#${s.id}`, text: s.text })),
    ...guide.study.data.sentences.map((s) => ({ page: guide.study.ref, place: `gist of ${s.id}`, text: s.gist })),
    ...guide.pages.map((p) => ({ page: p.ref, place: 'text', text: `${p.prose}\n${p.data.description}` })),
    ...guide.links.flatMap(({ ref, data }) =>
      data.state === 'not-assessed'
        ? []
        : [
            data.against,
            data['would-change-our-mind'],
            ...(data.state === 'not-linked' && data.despite ? [data.despite] : []),
            ...data.sources.map(({ says }) => says),
          ].map((text) => ({ page: ref, place: 'fields', text })),
    ),
    ...guide.sources.flatMap((s) =>
      s.data.findings
        .flatMap(({ text, on }) => [text, ...on.map(({ reason }) => reason)])
        .map((text) => ({ page: s.ref, place: 'findings', text })),
    ),
    ...guide.glossary.map((t) => ({ page: t.ref, place: 'definition', text: t.data.definition })),
    ...guide.findings.flatMap((f) =>
      [...f.data.questions, ...f.data.next.map((n) => n.why), f.data.recognise].map((text) => ({
        page: f.ref,
        place: 'fields',
        text,
      })),
    ),
  ];
  return texts.flatMap(({ page, place, text }) => {
    const words = plain(text).split(' ').filter(Boolean);
    const runs: Copied[] = [];
    for (let from = 0; from < words.length; ) {
      let to = from;
      while (to < words.length && source.includes(` ${words.slice(from, to + 1).join(' ')} `)) to++;
      const run = words.slice(from, to);
      if (run.length > most && !run.every((word) => nameWords.has(word))) runs.push({ page, place, run: run.join(' ') });
      from = Math.max(from + 1, run.length > most ? to : from + 1);
    }
    return runs;
  });
}
