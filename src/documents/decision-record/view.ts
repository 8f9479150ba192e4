import { longDate } from '../../lib/dates.ts';
import type { LinkState } from '../../lib/link-states.ts';
import { uncapital } from '../../lib/text.ts';
import type { PairVoice } from '../../lib/voices.ts';
import { coverageOf, coverageSentence, isOpen, isTold, isWorse, type Pair } from '../challenge-finder/coverage.ts';
import type { Choice, DecisionRecord } from './record.ts';
import { type KnownPair, markWords, pairsOf, type RecordGuide } from './record-guide.ts';
import { changesSince } from './since.ts';

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
export interface ChoiceView extends Omit<Choice, 'response'> {
  title: string;
  /** "Strategy, for program leaders" */
  kind: string;
  address: string;
  /** a date as a reader reads it, "March 31, 2027", or empty */
  by: string;
  /** real programs at which it can be seen, with whole addresses */
  seen: readonly { text: string; address: string }[];
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

/** The name of a record without one. */
export const UNNAMED = 'Decision record';

/** Open pairs first, then warnings, then the others; each group in the order of the gaps. */
const openFirst = <P extends Pick<Pair, 'state'>>(pairs: readonly P[]): P[] => [
  ...pairs.filter(isOpen),
  ...pairs.filter(isWorse),
  ...pairs.filter((pair) => !isTold(pair)),
];

/**
 * A record with every name and reason of the guide filled in. An entry that the guide does not know keeps its id as name.
 *
 * @param here the whole address of the record's page: other addresses are made whole by it
 */
export function viewOf(record: DecisionRecord, guide: RecordGuide, here: string): RecordView {
  const whole = (to: string): string => (to ? new URL(to, here).href : '');
  const start = (id: string) => guide.starts.find((entry) => entry.id === id);
  const pairView = (pair: KnownPair): PairView => ({
    gap: start(pair.from)?.name ?? pair.from,
    mark: markWords(guide, pair.state, pair.voice),
    voice: pair.voice,
    state: pair.state,
    reason: pair.reason,
    against: pair.against,
    sources: pair.sources,
    address: whole(pair.page),
  });
  const choices = record.choices.map(({ response, by, ...words }): ChoiceView => {
    const known = guide.responses.find((entry) => entry.id === response);
    return {
      title: known?.title ?? response,
      kind: known?.kind ?? '',
      address: whole(known?.to ?? ''),
      ...words,
      by: by && longDate(by),
      seen: (known?.seen ?? []).map(({ text, to }) => ({ text, address: whole(to) })),
      pairs: openFirst(pairsOf(guide, record.gaps, [response])).map(pairView),
    };
  });
  return {
    title: record.title.trim() || UNNAMED,
    guide: guide.guide,
    address: here,
    edition: guide.edition && longDate(guide.edition),
    basis: guide.basis,
    againstLabel: guide.againstLabel,
    gaps: record.gaps.map((id) => ({ title: start(id)?.title ?? id, address: whole(start(id)?.to ?? '') })),
    choices,
    coverage: coverageLine(record, guide),
    reviewDate: record.review,
    review: record.review && longDate(record.review),
    people: record.people,
    changes: changesSince(guide, record),
  };
}

/** Which of a record's gaps its responses may touch, and which they may make worse, in words; empty while one of the two is missing. */
function coverageLine({ gaps, choices }: DecisionRecord, guide: RecordGuide): string {
  if (gaps.length === 0 || choices.length === 0) return '';
  const rows = coverageOf(
    guide.pairs,
    gaps,
    choices.map(({ response }) => response),
  );
  const entries = [...guide.starts, ...guide.responses];
  return coverageSentence(rows, (id) => uncapital(entries.find((entry) => entry.id === id)?.name ?? id), guide.noun);
}
