import { isOpenState, type LinkState } from '../lib/link-states.ts';
import { capital, countWord, listed, uncapital } from '../lib/text.ts';
import { doiAddress, passage } from '../lib/urls.ts';
import { FINDING_KINDS, type FindingKind, isFindingKind, type Stance, VOICES, type Voice } from '../schemas/kinds.ts';
import type { JudgedLinkData } from '../schemas/link.ts';
import type { Author, Sentence } from '../schemas/source.ts';
import type { Entry, Finding, Guide, Source } from './types.ts';

/** `results-2` as a reader sees it: "Results, sentence 2". */
export const sentenceLabel = (id: string): string => {
  const [section, number] = id.split('-') as [string, string];
  return `${capital(section)}, sentence ${number}`;
};

/** The official address of a source: PubMed, then DOI, then PubMed Central, then its page. */
export function officialAddress({ data }: Source): { name: string; url: string } | undefined {
  if (data.pmid) return { name: 'PubMed', url: `https://pubmed.ncbi.nlm.nih.gov/${data.pmid}/` };
  if (data.doi) return { name: 'DOI', url: doiAddress(data.doi) };
  if (data.pmcid) return { name: 'PubMed Central', url: `https://pmc.ncbi.nlm.nih.gov/articles/${data.pmcid}/` };
  return data.url ? { name: 'its page', url: data.url } : undefined;
}

/** The link to one sentence in the study's abstract, at the official address. */
export const passageOf = (study: Source, sentence: Sentence): string =>
  passage(officialAddress(study)?.url ?? '', sentence.start, sentence.end);

/** The name of an entry for a list. */
export const titleOf = (entry: Entry): string => {
  const { data } = entry;
  if ('ends' in entry && entry.ends) return `${entry.ends.from.data.title}: ${uncapital(entry.ends.to.data.title)}`;
  if ('state' in data) return entry.id;
  if ('prompt' in data) return data.prompt;
  if ('ask' in data) return data.ask;
  return 'term' in data ? data.term : 'short' in data && 'kind' in data ? (data.short as string) : data.title;
};

/** The name of a finding for a place with little room. */
export const shortOf = ({ data }: Finding): string => data.short ?? data.title;

/** True for an entry that has a page of its own in lists, site map and search: terms and questions share one, a pair nobody judged has none. */
export const hasPage = (entry: Entry): boolean =>
  !['glossary', 'quiz', 'questions'].includes(entry.kind) &&
  entry.id !== '404' &&
  !('state' in entry.data && entry.data.state === 'not-assessed');

/** The kind of an entry as a reader sees it, in the singular, with a capital. */
export function kindLabel(guide: Guide, kind: string): string {
  if (isFindingKind(kind)) return capital(guide.about.kinds[kind].one);
  return (
    {
      links: 'Link',
      sources: 'Source',
      glossary: 'Term',
      figures: 'Figure',
      lessons: 'Lesson',
      quiz: 'Quiz question',
      questions: 'Question',
      pages: 'Page',
    }[kind] ?? capital(kind)
  );
}

/** The kinds of finding that have entries, in order: each has a page of its own. */
export const usedKinds = ({ findings }: Guide): FindingKind[] => FINDING_KINDS.filter((kind) => findings.some((f) => f.kind === kind));

/** How many of each voice there are, in the order of voices; voices without any are left out. */
export const tally = (statements: readonly { voice: Voice }[]): { voice: Voice; count: number }[] =>
  VOICES.map((voice) => ({ voice, count: statements.filter((s) => s.voice === voice).length })).filter(({ count }) => count > 0);

/** The counts of voices in words: "4 the paper's, 2 others' and 6 ours". */
export const tallyText = ({ voices }: Pick<Guide['about'], 'voices'>, statements: readonly { voice: Voice }[]): string =>
  listed(tally(statements).map(({ voice, count }) => `${count} ${voices[voice].possessive}`));

/**
 * How a source bears on a pair. A stance is toward a link: where the pair is none, the words say so, lest "contradicts" be
 * read as contradicting the judgment.
 */
export const stanceWords = (stance: Stance, state: LinkState): string => (isOpenState(state) ? stance : `${stance} a link`);

/** Sources of a judged pair by short name with their stance: "Vitous et al. 2025 (supports)". */
export const vouchers = (
  guide: Pick<Guide, 'entries'>,
  { state, sources }: Pick<JudgedLinkData, 'state' | 'sources'>,
): { text: string; ref: string }[] =>
  sources.map(({ source, stance }) => {
    const ref = `sources/${source}`;
    return { text: `${(guide.entries.get(ref) as Source).data.short} (${stanceWords(stance, state)})`, ref };
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

/** The fragment of what stands on one side of a figure: `gaps/timetables` outside is `timetables-outside`. */
export const sideId = (on: string, side: 'outside' | 'inside'): string => `${on.split('/').at(-1)}-${side}`;

/** A reference as a word in an address: `gaps/timetables` is `gaps-timetables`. */
export const token = (ref: string): string => ref.replace('/', '-');

/** Renamed entries by the words that an address had for them: old token -> present token. */
export const movedTokens = ({ moved }: Pick<Guide, 'moved'>): Record<string, string> =>
  Object.fromEntries([...moved].map(([old, now]) => [token(old), token(now)]));
