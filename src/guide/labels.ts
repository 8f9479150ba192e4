import { valueFor } from '../lib/items.ts';
import { isOpenState, type LinkState } from '../lib/link-states.ts';
import { keysOf, recordOf } from '../lib/records.ts';
import { capital, countWord, listed, uncapital } from '../lib/text.ts';
import { curly } from '../lib/typography.ts';
import { type Stance, VOICES, type Voice } from '../lib/voices.ts';
import type { GuideData } from '../schemas/guide.ts';
import { isFindingKind } from '../schemas/kinds.ts';
import type { JudgedLinkData } from '../schemas/link.ts';
import type { Author } from '../schemas/source.ts';
import { type DataOf, factsOf, type Kind } from './kinds.ts';
import type { Entry, Finding, Guide, Source } from './types.ts';

/** `results-2` as a reader sees it: "Results, sentence 2". */
export const sentenceLabel = (id: string): string => {
  const [section = '', number] = id.split('-');
  return `${capital(section)}, sentence ${number}`;
};

/** The part of the abstract that a sentence stands in: `results-2` is "Results". */
export const sectionOf = (id: string): string => capital(id.split('-')[0] ?? '');

/** The name of an entry for a list. */
export const titleOf = (entry: Entry): string =>
  entry.kind === 'links' && entry.ends
    ? `${entry.ends.from.data.title}: ${uncapital(entry.ends.to.data.title)}`
    : nameIn(entry.kind, entry);

const nameIn = <K extends Kind>(kind: K, { data, id }: { data: DataOf[K]; id: string }): string => factsOf(kind).title(data, id);

/** What people say who meet a finding, in quotation marks. It is ours: how it may sound. */
export const spokenOf = ({ data }: Pick<Finding, 'data'>): string => `“${curly(data.recognise.replace(/\.$/, ''))}”`;

/** The name of a finding for a place with little room. */
export const shortOf = ({ data }: Finding): string => data.short ?? data.title;

/** The kind of an entry as a reader sees it, in the singular, with a capital. */
export const kindLabel = (guide: Guide, kind: Kind): string =>
  isFindingKind(kind) ? capital(guide.about.kinds[kind].one) : factsOf(kind).label;

/** The heading over entries of a kind. */
export const kindTitle = (guide: Guide, kind: Kind): string => {
  if (isFindingKind(kind)) return guide.about.kinds[kind].title;
  return kind === 'links' ? guide.about.links.title : (factsOf(kind).many ?? `${factsOf(kind).label}s`);
};

/** How many of each voice there are, in the order of voices; voices without any are left out. */
export const tally = (statements: readonly { voice: Voice }[]): { voice: Voice; count: number }[] =>
  VOICES.map((voice) => ({ voice, count: statements.filter((s) => s.voice === voice).length })).filter(({ count }) => count > 0);

/** The counts of voices in words: "4 the paper's, 2 others' and 6 ours". */
export const tallyText = ({ voices }: Pick<Guide['about'], 'voices'>, statements: readonly { voice: Voice }[]): string =>
  listed(tally(statements).map(({ voice, count }) => `${count} ${voices[voice].possessive}`));

/** A stance as words: of a pair that is none, toward a link. */
const TOWARD_LINK = { supports: 'for a link', refines: 'qualifies a link', contradicts: 'against a link' } as const satisfies Record<
  Stance,
  string
>;
export type StanceWords = Stance | (typeof TOWARD_LINK)[Stance];

/**
 * How a source bears on a pair. A stance is toward a link: where the pair is none, the words say so, lest "contradicts" be
 * read as contradicting the judgment.
 */
export const stanceWords = (stance: Stance, state: LinkState): StanceWords => (isOpenState(state) ? stance : TOWARD_LINK[stance]);

/** What the guide calls its states and voices, for the browser. */
export const markLabels = ({ links, voices }: Pick<GuideData, 'links' | 'voices'>) => ({
  states: recordOf(keysOf(links.states), (state) => links.states[state].label),
  voices: recordOf(keysOf(voices), (voice) => voices[voice].label),
});

/** Sources of a judged pair by short name with their stance: "Vitous et al. 2025 (supports)". */
export const vouchers = (
  guide: Pick<Guide, 'entries'>,
  { state, sources }: Pick<JudgedLinkData, 'state' | 'sources'>,
): { text: string; ref: string }[] =>
  sources.map(({ source, stance }) => {
    const ref = `sources/${source}`;
    return { text: `${titleOf(valueFor(guide.entries, ref))} (${stanceWords(stance, state)})`, ref };
  });

/**
 * An author in one line, as the record gives the name. PubMed writes initials without points and the family name first:
 * "Harrell FE". Others write as on a title page: "Francis D. Chesley Jr".
 */
export function authorName(author: Author): string {
  if ('name' in author) return author.note ? `${author.name} (${author.note})` : author.name;
  const { family, given, suffix } = author;
  return [...(isInitials(given) ? [family, given] : [given, family]), suffix].filter(Boolean).join(' ');
}

/** Whether given names are initials as PubMed has them: "FE". */
export const isInitials = (given = ''): boolean => /^\p{Lu}{1,4}$/u.test(given);

/** Names of authors as a citation has them. */
export function authorsOf({ data }: Source): string {
  if (data.authors.length === 0) return data['authors-note'] ? 'Authors not shown in the record read' : '';
  const names = data.authors.map(authorName);
  return data['et-al'] ? `${names.join(', ')} et al.` : listed(names);
}

/** "three strategies", "1 gap": a count with its noun. */
export const counted = (guide: Guide, kind: Parameters<typeof isFindingKind>[0], count: number): string => {
  if (!isFindingKind(kind)) return countWord(count);
  const { one, many } = guide.about.kinds[kind];
  return `${countWord(count)} ${count === 1 ? one : many}`;
};
