import type { LinkState } from '../../lib/link-states.ts';
import type { PairVoice } from '../../lib/voices.ts';

/** One pair of a chosen gap and a chosen response, as the guide has it now. */
export interface PairView {
  /** short name of the gap */
  gap: string;
  /** what became of the pair and whose judgment that is, in words: "Linked, others add" */
  mark: string;
  /** whose judgment it is; empty where there is none */
  voice: PairVoice;
  state: LinkState;
  reason: string;
  /** what speaks against it, never the paper's; empty where nobody judged it */
  against: string;
  /** sources by short name with their stance: "IOM 2015 (supports)" */
  sources: readonly string[];
  /** the whole address of its page; empty where it has none */
  address: string;
}

/** One chosen response with what the team wrote. Text of the team may hold line breaks. */
export interface ChoiceView {
  title: string;
  /** "Strategy, for program leaders" */
  kind: string;
  address: string;
  why: string;
  owner: string;
  step: string;
  /** a date as a reader reads it, "31 March 2027", or empty */
  by: string;
  sign: string;
  stop: string;
  /** open pairs first, then what may make it worse, then the others, each in the order of the gaps */
  pairs: readonly PairView[];
}

/** A record with every name and reason of the guide filled in: what is read, printed and exported. */
export interface RecordView {
  /** never empty: "Decision record" where the team gave none */
  title: string;
  /** the name of the guide */
  guide: string;
  /** the whole address of the page the record was made on */
  address: string;
  /** when the content of the guide was last reviewed or judged, as a reader reads it */
  edition: string;
  /** whose guide it is not, and what was read of the study */
  basis: string;
  /** the words in front of every case against, so that it keeps its voice: "Against, we infer" */
  againstLabel: string;
  gaps: readonly { title: string; address: string }[];
  choices: readonly ChoiceView[];
  /** coverage in words: "The choice may touch two of the three gaps; nothing chosen is linked to careers." Empty without gaps or choices */
  coverage: string;
  /** `2027-06-30` or empty */
  reviewDate: string;
  /** the same as a reader reads it, or empty */
  review: string;
  people: string;
  /** what has changed in the guide since the record was made, a sentence each */
  changes: readonly string[];
}
