import type { LinkState } from '../../lib/link-states.ts';
import type { PairVoice, Voice } from '../../lib/voices.ts';

/** A gap or a response as the record's page knows it. `id` is its token, such as `gaps-timetables`. */
export interface KnownEntry {
  id: string;
  /** short, as in a table */
  name: string;
  title: string;
  /** its address with the base path */
  to: string;
}

/** A real program at which a response can be seen. */
export interface SeenAt {
  /** its name, and whose account it is: "Kaiser Permanente Washington (own account)" */
  text: string;
  /** the address of its page */
  to: string;
}

/** A pair as the guide has it now. */
export interface KnownPair {
  /** id of the link: `timetables--internal-funding` */
  link: string;
  from: string;
  to: string;
  state: LinkState;
  /** whose judgment it is; empty where there is none */
  voice: PairVoice;
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

/** What a guide calls its states and voices. */
export interface MarkLabels {
  states: Readonly<Record<LinkState, string>>;
  voices: Readonly<Record<Voice, string>>;
}

/** What the build tells the record's page of the guide. */
export interface RecordGuide {
  /** the name of the guide */
  guide: string;
  /** when its content was last reviewed or judged: `2026-11-25` */
  edition: string;
  /** the address of the schema of saved files, with the base path */
  schema: string;
  /** whose guide it is not, and what was read of the study */
  basis: string;
  /** one gap and many */
  noun: readonly [one: string, many: string];
  /** in front of every case against: "Against, we infer" */
  againstLabel: string;
  starts: readonly KnownEntry[];
  /** `kind` is what it is and whom it addresses: "Strategy, for program leaders" */
  responses: readonly (KnownEntry & { kind: string; seen: readonly SeenAt[] })[];
  pairs: readonly KnownPair[];
  labels: MarkLabels;
  /** old token -> present token */
  moved: Readonly<Record<string, string>>;
}

/** What became of a pair and whose judgment that is: "Linked, others add". */
export const markWords = ({ labels }: { labels: MarkLabels }, state: LinkState, voice: PairVoice): string =>
  labels.states[state] + (voice && `, ${labels.voices[voice].toLowerCase()}`);

/** The present token of an entry that may have been renamed. */
export const presentToken = ({ moved }: Pick<RecordGuide, 'moved'>, id: string): string => (Object.hasOwn(moved, id) && moved[id]) || id;

/** The pairs of some gaps and some responses, gap by gap. */
export const pairsOf = ({ pairs }: Pick<RecordGuide, 'pairs'>, gaps: readonly string[], responses: readonly string[]): KnownPair[] =>
  gaps.flatMap((gap) => responses.flatMap((response) => pairs.filter(({ from, to }) => from === gap && to === response)));
