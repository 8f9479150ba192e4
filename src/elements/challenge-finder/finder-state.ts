import { isLinked, isOpen, isWorse, type Pair } from '../../documents/challenge-finder/coverage.ts';
import { type Allowed, readValues, writeValues } from '../shared/address-state.ts';

/** What a reader asked the finder. */
export interface FinderState {
  /** gaps that were ticked, in the order of the page */
  from: readonly string[];
  /** responses that are weighed, in the order of the page */
  to: readonly string[];
  /** the kind that acts, or empty */
  who: string;
  /** `others` where only links count that a publication speaks for, or empty */
  whose: string;
  /** the one response to start from, or empty */
  only: string;
}

/** A response as the page holds it. */
export interface Candidate {
  to: string;
  /** its kind */
  who: string;
  title: string;
  /** its open pairs, and those that may make it worse, in the order of the page */
  pairs: readonly Pair[];
}

/** A response that answers, with the pairs that say why, and those that warn. */
export interface Answer {
  to: string;
  /** open ones that count */
  pairs: readonly Pair[];
  /** those that may make it worse: a warning counts whoever speaks for it */
  worse: readonly Pair[];
}

/** Which values each name of an address may have: ids in the order of the page. */
export type Known = Readonly<Record<keyof FinderState, readonly string[]>>;

const allowedBy = (known: Known): Allowed => new Map(Object.entries(known).map(([name, ids]) => [name, new Set(ids)]));

/**
 * The state that an address asks for. What the page does not know is left out; an entry that was renamed is found by its
 * old name. Never throws.
 *
 * @param search the part of an address from ? on
 * @param moved old token -> present token
 * @returns the state, and the values that were left out
 */
export function readFinder(
  search: string,
  known: Known,
  moved: Readonly<Record<string, string>> = {},
): { state: FinderState; refused: string[] } {
  const params = new URLSearchParams(search);
  const renamed = new URLSearchParams();
  for (const [name, value] of params) renamed.append(name, Object.hasOwn(moved, value) ? (moved[value] as string) : value);
  const { values, refused } = readValues(renamed.toString(), allowedBy(known));
  const many = (name: 'from' | 'to'): string[] => known[name].filter((id) => values.get(name)?.includes(id));
  const one = (name: 'who' | 'whose' | 'only'): string => values.get(name)?.[0] ?? '';
  return { state: { from: many('from'), to: many('to'), who: one('who'), whose: one('whose'), only: one('only') }, refused };
}

/**
 * An address with a state. What is not the finder's in it stays as it is.
 *
 * @param search the part of the present address from ? on
 */
export function writeFinder(search: string, state: FinderState, known: Known): string {
  const list = (value: string): string[] => (value ? [value] : []);
  const { from, to, who, whose, only } = state;
  return writeValues(
    search,
    new Map([
      ['from', from],
      ['to', to],
      ['who', list(who)],
      ['whose', list(whose)],
      ['only', list(only)],
    ]),
    allowedBy(known),
  );
}

/** True for a pair that a publication speaks for. */
const isVouched = ({ voice }: Pair): boolean => voice === 'others' || voice === 'paper';

/** The pairs that count: all open ones, or only those that a publication speaks for. */
export const counting = (pairs: readonly Pair[], { whose }: Pick<FinderState, 'whose'>): Pair[] =>
  pairs.filter((pair) => isOpen(pair) && (!whose || isVouched(pair)));

/**
 * What answers a question: responses with at least one pair that counts, and those that may make what was ticked worse.
 * First comes what may touch most of the ticked gaps, then what is contested for most, then by title. The number orders and is
 * not shown as a score.
 *
 * @returns nothing while nothing is ticked and no response is started from
 */
export function answersTo(candidates: readonly Candidate[], state: FinderState): Answer[] {
  const { from, who, only } = state;
  if (from.length === 0 && !only) return [];
  return candidates
    .filter(({ to, who: kind }) => (!who || kind === who) && (!only || to === only))
    .map(({ to, title, pairs }) => {
      const asked = pairs.filter((pair) => from.length === 0 || from.includes(pair.from));
      const counted = counting(asked, state);
      return { to, title, pairs: counted, linked: counted.filter(isLinked).length, worse: asked.filter(isWorse) };
    })
    .filter(({ pairs, worse }) => pairs.length + worse.length > 0)
    .sort((a, b) => b.linked - a.linked || b.pairs.length - a.pairs.length || (a.title < b.title ? -1 : 1))
    .map(({ to, pairs, worse }) => ({ to, pairs, worse }));
}
