import type { Seen } from './record.ts';

/** A gap or a response as the record's page knows it. `id` is its token, such as `gaps-timetables`. */
export interface KnownEntry {
  id: string;
  /** short, as in a table */
  name: string;
  title: string;
  /** its address with the base path */
  to: string;
}

/** A pair as the guide has it now. */
export interface KnownPair {
  /** id of the link: `timetables--internal-funding` */
  link: string;
  from: string;
  to: string;
  state: Seen['state'];
  /** whose judgment it is; empty where there is none */
  voice: Seen['voice'];
  reason: string;
  /** what speaks against it; empty where nobody judged it */
  against: string;
  /** sources by short name with their stance */
  sources: readonly string[];
  /** when it was judged: `2026-11-24`; empty where nobody did */
  judged: string;
  /** the address of its page with the base path; empty where it has none */
  page: string;
}

/** What the build tells the record's page of the guide. */
export interface RecordGuide {
  /** the name of the guide */
  guide: string;
  /** when its content was last reviewed or judged: `2026-11-25` */
  edition: string;
  /** whose guide it is not, and what was read of the study */
  basis: string;
  /** one gap and many */
  noun: readonly [one: string, many: string];
  /** in front of every case against: "Against, we infer" */
  againstLabel: string;
  starts: readonly KnownEntry[];
  /** `kind` is what it is and whom it addresses: "Strategy, for program leaders" */
  responses: readonly (KnownEntry & { kind: string })[];
  pairs: readonly KnownPair[];
  labels: { states: Readonly<Record<string, string>>; voices: Readonly<Record<string, string>> };
  /** old token -> present token */
  moved: Readonly<Record<string, string>>;
}

/** The state of a pair and whose judgment it is: "Linked, others add". A word the guide does not know stands as it is. */
export function markWords({ labels }: Pick<RecordGuide, 'labels'>, state: string, voice: string): string {
  const label = (words: Readonly<Record<string, string>>, key: string): string =>
    Object.hasOwn(words, key) ? (words[key] as string) : key;
  return label(labels.states, state) + (voice ? `, ${label(labels.voices, voice).toLowerCase()}` : '');
}

/** The present token of an entry that may have been renamed. */
export const presentToken = ({ moved }: Pick<RecordGuide, 'moved'>, id: string): string =>
  Object.hasOwn(moved, id) ? (moved[id] as string) : id;

/** The pairs of some gaps and some responses, gap by gap. */
export const pairsOf = ({ pairs }: Pick<RecordGuide, 'pairs'>, gaps: readonly string[], responses: readonly string[]): KnownPair[] =>
  gaps.flatMap((gap) => responses.flatMap((response) => pairs.filter(({ from, to }) => from === gap && to === response)));
