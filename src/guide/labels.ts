import { isOpenState, type LinkState } from '../lib/link-states.ts';
import { keysOf, recordOf } from '../lib/records.ts';
import { capital, countWord, listed, uncapital } from '../lib/text.ts';
import { doiAddress, passage, sharedPage } from '../lib/urls.ts';
import { type Stance, VOICES, type Voice } from '../lib/voices.ts';
import type { GuideData } from '../schemas/guide.ts';
import { FINDING_KINDS, type FindingKind, isFindingKind } from '../schemas/kinds.ts';
import type { JudgedLinkData } from '../schemas/link.ts';
import type { Author, Sentence } from '../schemas/source.ts';
import { type DataOf, factsOf, type Kind } from './kinds.ts';
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
export const titleOf = (entry: Entry): string =>
  entry.kind === 'links' && entry.ends
    ? `${entry.ends.from.data.title}: ${uncapital(entry.ends.to.data.title)}`
    : nameIn(entry.kind, entry);

const nameIn = <K extends Kind>(kind: K, { data, id }: { data: DataOf[K]; id: string }): string => factsOf(kind).title(data, id);

/** The day somebody last read or judged an entry; undefined for a kind without one. */
export const dayOf = (entry: Entry): string | undefined => dayIn(entry.kind, entry);

/** The sentence with a voice that opens the page of an entry; undefined for a kind without one. */
export const answerOf = (entry: Entry): Finding['data']['answer'] | undefined => answerIn(entry.kind, entry);

const answerIn = <K extends Kind>(kind: K, { data }: { data: DataOf[K] }) => factsOf(kind).answer?.(data);

/** Other words for an entry. */
export const alsoOf = (entry: Entry): readonly string[] => alsoIn(entry.kind, entry);

const alsoIn = <K extends Kind>(kind: K, { data }: { data: DataOf[K] }): readonly string[] => factsOf(kind).also(data);

const dayIn = <K extends Kind>(kind: K, { data }: { data: DataOf[K] }): string | undefined => factsOf(kind).day(data);

/** The name of a finding for a place with little room. */
export const shortOf = ({ data }: Finding): string => data.short ?? data.title;

/** True for a finding, of whichever kind. */
export const isFinding = (entry: Entry): entry is Finding => isFindingKind(entry.kind);

/** True for an entry that readers can come to: nobody shows a pair that nobody judged, and 404 is where nothing is. */
export const isShown = (entry: Entry): boolean =>
  !(entry.kind === 'links' && entry.data.state === 'not-assessed') && !(entry.kind === 'pages' && entry.id === '404');

/** True for an entry that has a page of its own; the kinds that share one are listed where addresses are made. */
export const hasPage = (entry: Entry): boolean => isShown(entry) && sharedPage(entry.kind) === undefined;

/** True for an entry that stands in a list beside those of its kind. */
export const isListed = (entry: Entry, list: 'a-to-z' | 'picture'): boolean => isShown(entry) && factsOf(entry.kind).listed.includes(list);

/** The kind of an entry as a reader sees it, in the singular, with a capital. */
export const kindLabel = (guide: Guide, kind: Kind): string =>
  isFindingKind(kind) ? capital(guide.about.kinds[kind].one) : factsOf(kind).label;

/** The entries of a kind, in the order in which they are listed. */
export const entriesOf = (guide: Guide, kind: Kind): readonly Entry[] =>
  isFindingKind(kind) ? guide.findings.filter((finding) => finding.kind === kind) : guide[kind];

/** The heading over entries of a kind. */
export const kindTitle = (guide: Guide, kind: Kind): string => {
  if (isFindingKind(kind)) return guide.about.kinds[kind].title;
  return kind === 'links' ? guide.about.links.title : `${kindLabel(guide, kind)}s`;
};

/** The kinds of finding that have entries, in order: each has a page of its own. */
export const usedKinds = ({ findings }: Guide): FindingKind[] => FINDING_KINDS.filter((kind) => findings.some((f) => f.kind === kind));

/** How many of each voice there are, in the order of voices; voices without any are left out. */
export const tally = (statements: readonly { voice: Voice }[]): { voice: Voice; count: number }[] =>
  VOICES.map((voice) => ({ voice, count: statements.filter((s) => s.voice === voice).length })).filter(({ count }) => count > 0);

/** The counts of voices in words: "4 the paper's, 2 others' and 6 ours". */
export const tallyText = ({ voices }: Pick<Guide['about'], 'voices'>, statements: readonly { voice: Voice }[]): string =>
  listed(tally(statements).map(({ voice, count }) => `${count} ${voices[voice].possessive}`));

/** A stance as words: of a pair that is none, toward a link. */
export type StanceWords = Stance | `${Stance} a link`;

/**
 * How a source bears on a pair. A stance is toward a link: where the pair is none, the words say so, lest "contradicts" be
 * read as contradicting the judgment.
 */
export const stanceWords = (stance: Stance, state: LinkState): StanceWords => (isOpenState(state) ? stance : `${stance} a link`);

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
