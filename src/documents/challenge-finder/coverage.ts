import { isOpenState, type LinkState } from '../../lib/link-states.ts';
import { capital, countWord, listed } from '../../lib/text.ts';
import type { PairVoice } from '../../lib/voices.ts';

/** One pair as the finder and the record need it; ends are tokens such as `gaps-timetables`. */
export interface Pair {
  from: string;
  to: string;
  state: LinkState;
  /** whose judgment it is; empty where there is none */
  voice: PairVoice;
}

/** What a choice of responses does for one chosen gap. */
export interface Covered {
  from: string;
  /** linked to at least one of them; contested where no more than that; else open. What may make it worse does not count here */
  state: 'linked' | 'contested' | 'open';
  /** chosen responses that may make it worse, in their order */
  worse: readonly string[];
}

/** True for a pair that may help and that nobody contests. */
export const isLinked = ({ state }: Pick<Pair, 'state'>): boolean => state === 'linked';

/** True for a pair that may help: linked, or contested. */
export const isOpen = ({ state }: Pick<Pair, 'state'>): boolean => isOpenState(state);

/** True for a pair that may make it worse. */
export const isWorse = ({ state }: Pick<Pair, 'state'>): boolean => state === 'may-worsen';

/** True for a pair that is told with its reason: it may help, or it warns. */
export const isTold = (pair: Pick<Pair, 'state'>): boolean => isOpen(pair) || isWorse(pair);

/**
 * Which of some gaps a choice of responses may touch, and which it may make worse. A count of touched gaps is no score: it
 * says nothing of how much.
 *
 * @param pairs all that count
 * @param from the chosen gaps, in the order in which they are shown
 * @param to the chosen responses, likewise
 */
export function coverageOf(pairs: readonly Pair[], from: readonly string[], to: readonly string[]): Covered[] {
  return from.map((gap) => {
    const own = pairs.filter((pair) => pair.from === gap);
    const states = to.map((response) => own.find((pair) => pair.to === response)?.state);
    return {
      from: gap,
      state: states.includes('linked') ? 'linked' : states.includes('contested') ? 'contested' : 'open',
      worse: to.filter((_, i) => states[i] === 'may-worsen'),
    };
  });
}

/** Names of gaps and responses inside a sentence. */
type Name = (id: string) => string;

/**
 * Coverage in words: what the choice may touch, what is contested, what nothing chosen is linked to, and what it may make
 * worse. A link says "may", and so does this; what may make a gap worse never counts as touching it.
 *
 * @param rows at least one
 * @param noun one gap and many
 */
export function coverageSentence(rows: readonly Covered[], name: Name, noun: readonly [string, string]): string {
  const of = (state: Covered['state']): string[] => rows.filter((row) => row.state === state).map(({ from }) => name(from));
  const [linked, contested, open] = [of('linked'), of('contested'), of('open')];
  const parts = [
    linked.length > 0 && `the choice may touch ${rows.length === 1 ? linked[0] : someOf(linked.length, rows.length, noun[1])}`,
    contested.length > 0 && `whether ${linked.length > 0 ? 'it' : 'the choice'} touches ${listed(contested)} is contested`,
    open.length > 0 && `nothing chosen is linked to ${listed(open, 'or')}`,
  ];
  return `${capital(parts.filter(Boolean).join('; '))}.${harmSentence(rows, name)}`;
}

/** What a choice may make worse, gap by gap, after a space: " Warning: pivot may make careers worse." Empty where it may do no harm. */
export function harmSentence(rows: readonly Covered[], name: Name): string {
  const harms = rows.flatMap(({ from, worse }) => (worse.length > 0 ? [`${listed(worse.map(name))} may make ${name(from)} worse`] : []));
  return harms.length > 0 ? ` Warning: ${harms.join('; ')}.` : '';
}

/** Some of two gaps or more: "both gaps", "all four gaps", "one of the four gaps". */
export const someOf = (some: number, all: number, noun: string): string =>
  some < all ? `${countWord(some)} of the ${countWord(all)} ${noun}` : `${all === 2 ? 'both' : `all ${countWord(all)}`} ${noun}`;
