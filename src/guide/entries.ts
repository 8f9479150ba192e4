import { sharedPage } from '../lib/urls.ts';
import { FINDING_KINDS, type FindingKind, isFindingKind } from '../schemas/kinds.ts';
import { type DataOf, factsOf, type Kind } from './kinds.ts';
import type { Entry, Figure, Finding, Guide, Statement } from './types.ts';

/** The day somebody last read or judged an entry; undefined for a kind without one. */
export const dayOf = (entry: Entry): string | undefined => dayIn(entry.kind, entry);

const dayIn = <K extends Kind>(kind: K, { data }: { data: DataOf[K] }): string | undefined => factsOf(kind).day(data);

/** A sentence with a voice that opens a page. */
export type Opening = (Finding | Figure)['data']['answer'];

/** The sentence with a voice that opens the page of an entry; undefined for a kind without one. */
export const answerOf = (entry: Entry): Opening | undefined => answerIn(entry.kind, entry);

const answerIn = <K extends Kind>(kind: K, { data }: { data: DataOf[K] }) => factsOf(kind).answer?.(data);

/** True for a finding, of whichever kind. */
export const isFinding = (entry: Entry): entry is Finding => isFindingKind(entry.kind);

/** Pages that stand in no list: 404 is where nothing is, and on `all` stands once more what the others hold. */
const APART: ReadonlySet<string> = new Set(['404', 'all']);

/** True for an entry that readers can come to: nobody shows a pair that nobody judged, nor a page that stands apart. */
export const isShown = (entry: Entry): boolean =>
  !(entry.kind === 'links' && entry.data.state === 'not-assessed') && !(entry.kind === 'pages' && APART.has(entry.id));

/** True for an entry that has a page of its own; the kinds that share one are listed where addresses are made. */
export const hasPage = (entry: Entry): boolean => isShown(entry) && sharedPage(entry.kind) === undefined;

/** True for an entry that stands in a list beside those of its kind. */
export const isListed = (entry: Entry, list: 'a-to-z' | 'picture'): boolean => isShown(entry) && factsOf(entry.kind).listed.includes(list);

/** The entries of a kind, in the order in which they are listed. */
export const entriesOf = (guide: Guide, kind: Kind): readonly Entry[] =>
  isFindingKind(kind) ? guide.findings.filter((finding) => finding.kind === kind) : guide[kind];

/** The kinds of finding that have entries, in order: each has a page of its own. */
export const usedKinds = ({ findings }: Guide): FindingKind[] => FINDING_KINDS.filter((kind) => findings.some((f) => f.kind === kind));

type Entries = Pick<Guide, 'entries'>;

const isOf = <K extends Kind>(entry: Entry, kind: K): entry is Extract<Entry, { kind: K }> => entry.kind === kind;

/**
 * The entry with a reference, such as `gaps/timetables`.
 *
 * @throws Error where there is none. In a checked guide each reference in its texts has one
 */
export function entryOf({ entries }: Entries, ref: string): Entry {
  const entry = entries.get(ref);
  if (!entry) throw new Error(`The guide has no entry "${ref}".`);
  return entry;
}

/**
 * The entry of a kind that is no finding, by its id.
 *
 * @throws Error where there is none
 */
export function entryIn<K extends Kind>(guide: Entries, kind: K, id: string): Extract<Entry, { kind: K }> {
  const entry = entryOf(guide, `${kind}/${id}`);
  if (!isOf(entry, kind)) throw new Error(`"${entry.ref}" is of another kind than "${kind}".`);
  return entry;
}

/**
 * The finding with a reference.
 *
 * @throws Error where there is none, or something else
 */
export function findingOf(guide: Entries, ref: string): Finding {
  const entry = entryOf(guide, ref);
  if (!isFinding(entry)) throw new Error(`"${ref}" is no finding.`);
  return entry;
}

/**
 * The statement that opens an entry's page: its answer, or the reason of a link.
 *
 * @throws Error where it has none, as a term has
 */
export function openingOf({ ref, statements: [opening] }: Entry): Statement {
  if (!opening) throw new Error(`"${ref}" holds no statement.`);
  return opening;
}
