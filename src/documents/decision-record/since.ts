import { longDate } from '../../lib/dates.ts';
import { uncapital } from '../../lib/text.ts';
import type { DecisionRecord, Seen } from './record.ts';
import { type KnownPair, markWords, pairsOf, presentToken, type RecordGuide } from './record-guide.ts';

/** How the pairs of a record stand in the guide now. */
const seenNow = (guide: RecordGuide, { gaps, choices }: DecisionRecord): Seen[] =>
  pairsOf(
    guide,
    gaps,
    choices.map(({ response }) => response),
  ).map(({ link, state, voice, judged }) => ({ link, state, voice, judged }));

/** The same record, with pairs that came in since noted as they stand now. What was noted before stays as it was. */
export function noteSeen(guide: RecordGuide, record: DecisionRecord): DecisionRecord {
  const before = new Map(record.seen.map((seen) => [seen.link, seen]));
  return { ...record, seen: seenNow(guide, record).map((now) => before.get(now.link) ?? now) };
}

/** The same record under the names that the guide has now. What the guide no longer has stays. */
export function renamed(guide: RecordGuide, record: DecisionRecord): DecisionRecord {
  const gaps = [...new Set(record.gaps.map((id) => presentToken(guide, id)))];
  const known = new Set<string>();
  const choices = record.choices.flatMap((choice) => {
    const response = presentToken(guide, choice.response);
    if (known.has(response)) return [];
    known.add(response);
    return [{ ...choice, response }];
  });
  return { ...record, gaps, choices };
}

/**
 * What has changed in the guide since a record was made, a sentence each: pairs that were judged otherwise or again, and
 * entries that are no longer there. Nothing in the record is changed by it.
 */
export function changesSince(guide: RecordGuide, record: DecisionRecord): string[] {
  const name = (list: RecordGuide['starts'], id: string): string => list.find((entry) => entry.id === id)?.name ?? id;
  const gone = [
    ...record.gaps.filter((id) => !guide.starts.some((entry) => entry.id === id)),
    ...record.choices.map(({ response }) => response).filter((id) => !guide.responses.some((entry) => entry.id === id)),
  ].map((id) => `“${id}” is no longer in the guide. What you wrote about it is kept.`);
  const pairName = ({ from, to }: KnownPair): string => `${name(guide.starts, from)} and ${uncapital(name(guide.responses, to))}`;
  const judged = record.seen.flatMap((seen) => {
    const now = guide.pairs.find(({ link }) => link === seen.link);
    if (!now) return [];
    const was = markWords(guide, seen.state, seen.voice).toLowerCase();
    const is = markWords(guide, now.state, now.voice).toLowerCase();
    const day = (date: string): string => (date ? ` (judged ${longDate(date)})` : '');
    if (was !== is) return [`${pairName(now)} was: ${was}${day(seen.judged)}. Now: ${is}${day(now.judged)}.`];
    if (now.judged !== seen.judged && now.judged)
      return [`${pairName(now)} was judged again on ${longDate(now.judged)}: still ${is}. The reason may have changed.`];
    return [];
  });
  return [...gone, ...judged];
}
