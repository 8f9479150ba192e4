import { longDate } from '../../lib/dates.ts';
import { uncapital } from '../../lib/text.ts';
import { coverageOf, coverageSentence, isOpen, isTold, isWorse, type Pair } from '../challenge-finder/coverage.ts';
import type { DecisionRecord } from './record.ts';
import { type KnownPair, markWords, pairsOf, type RecordGuide } from './record-guide.ts';
import { changesSince } from './since.ts';
import type { ChoiceView, PairView, RecordView } from './view.ts';

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
