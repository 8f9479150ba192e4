import type { Kind } from './kinds.ts';
import { isFinding } from './labels.ts';
import type { Entry, Finding, Guide, Statement } from './types.ts';

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
