import { sharedPage } from '../lib/urls.ts';
import { FINDING_KINDS, type FindingKind, isFindingKind } from '../schemas/kinds.ts';
import { type DataOf, factsOf, type Kind } from './kinds.ts';
import type { Entry, Finding, Guide } from './types.ts';

/** The day somebody last read or judged an entry; undefined for a kind without one. */
export const dayOf = (entry: Entry): string | undefined => dayIn(entry.kind, entry);

const dayIn = <K extends Kind>(kind: K, { data }: { data: DataOf[K] }): string | undefined => factsOf(kind).day(data);

/** The sentence with a voice that opens the page of an entry; undefined for a kind without one. */
export const answerOf = (entry: Entry): Finding['data']['answer'] | undefined => answerIn(entry.kind, entry);

const answerIn = <K extends Kind>(kind: K, { data }: { data: DataOf[K] }) => factsOf(kind).answer?.(data);

/** True for a finding, of whichever kind. */
export const isFinding = (entry: Entry): entry is Finding => isFindingKind(entry.kind);

/** True for an entry that readers can come to: nobody shows a pair that nobody judged, and 404 is where nothing is. */
export const isShown = (entry: Entry): boolean =>
  !(entry.kind === 'links' && entry.data.state === 'not-assessed') && !(entry.kind === 'pages' && entry.id === '404');

/** True for an entry that has a page of its own; the kinds that share one are listed where addresses are made. */
export const hasPage = (entry: Entry): boolean => isShown(entry) && sharedPage(entry.kind) === undefined;

/** True for an entry that stands in a list beside those of its kind. */
export const isListed = (entry: Entry, list: 'a-to-z' | 'picture'): boolean => isShown(entry) && factsOf(entry.kind).listed.includes(list);

/** The entries of a kind, in the order in which they are listed. */
export const entriesOf = (guide: Guide, kind: Kind): readonly Entry[] =>
  isFindingKind(kind) ? guide.findings.filter((finding) => finding.kind === kind) : guide[kind];

/** The kinds of finding that have entries, in order: each has a page of its own. */
export const usedKinds = ({ findings }: Guide): FindingKind[] => FINDING_KINDS.filter((kind) => findings.some((f) => f.kind === kind));
