import { type Covered, isOpen, type Pair, someOf } from '../../documents/challenge-finder/coverage.ts';
import { capital, countWord, listed, numbered, uncapital } from '../../lib/text.ts';
import type { Answer, FinderState } from './finder-state.ts';

/** One thing that a reader starts from, and many: gap, gaps. */
export type Noun = readonly [one: string, many: string];

const count = (n: number, [one, many]: Noun): string => `${countWord(n)} ${n === 1 ? one : many}`;
const RESPONSE: Noun = ['response', 'responses'];

/** So many of the ticked gaps: "both gaps you ticked"; of any gap where none was ticked. */
const ticked = (n: number, { from }: Pick<FinderState, 'from'>, noun: Noun): string =>
  from.length === 0 ? count(n, noun) : `${from.length === 1 ? `the ${noun[0]}` : someOf(n, from.length, noun[1])} you ticked`;

/** How many of the ticked gaps a response may touch, and how many it may make worse, over its reasons. */
export function touches({ pairs, worse }: Answer, state: Pick<FinderState, 'from'>, noun: Noun): string {
  return [
    ...(pairs.length > 0 ? [`May touch ${ticked(pairs.length, state, noun)}.`] : []),
    ...(worse.length > 0 ? [`May make ${ticked(worse.length, state, noun)} worse.`] : []),
  ].join(' ');
}

/** The result in one sentence or a few. */
export function resultSentence(answers: readonly Answer[], state: FinderState, noun: Noun): string {
  const { from, only } = state;
  if (from.length === 0 && !only) return '';
  const [first] = answers;
  if (only && first)
    return touches(first, state, noun)
      .replace('May touch', 'This response may touch')
      .replace('May make', first.pairs.length > 0 ? 'It may make' : 'This response may make');
  const any =
    from.length === 0
      ? `any ${noun[0]}`
      : from.length === 1
        ? `the ${noun[0]} you ticked`
        : `${from.length === 2 ? 'either' : 'any'} of the ${count(from.length, noun)} you ticked`;
  const one = from.length === 1 ? any : `at least one of the ${count(from.length, noun)} you ticked`;
  const helping = answers.filter(({ pairs }) => pairs.length > 0);
  const harming = answers.filter(({ worse }) => worse.length > 0);
  return [
    ...(helping.length > 0 ? [`${capital(count(helping.length, RESPONSE))} may touch ${one}.`] : [`Nothing shown is linked to ${any}.`]),
    ...(helping.length > 0 && from.length > 1 ? [wholeSentence(helping, from.length)] : []),
    ...(harming.length > 0 ? [`${capital(count(harming.length, RESPONSE))} may make ${one} worse.`] : []),
  ].join(' ');
}

/** How many of some responses may touch every ticked gap, where more than one was ticked. */
function wholeSentence(helping: readonly Answer[], gaps: number): string {
  const whole = helping.filter(({ pairs }) => pairs.length === gaps).length;
  const every = gaps === 2 ? 'both' : `all ${countWord(gaps)}`;
  if (helping.length === 1) return whole === 1 ? `It may touch ${every}.` : `It is not linked to ${every}.`;
  if (whole === 0) return `None of them is linked to ${every}.`;
  return whole === helping.length ? `Each may touch ${every}.` : `${capital(countWord(whole))} of them may touch ${every}.`;
}

/**
 * What to do where nothing is linked: tick something, take a filter away, or look at the pairs that were closed.
 *
 * @param closed true where such pairs are shown
 */
export function nothingSentence(state: FinderState, noun: Noun, closed: boolean): string {
  const { from, only, who, whose } = state;
  if (from.length === 0 && !only) return `Tick a sentence above, or start from a response, to see what may help.`;
  const loosen = [
    ...(who ? ['anyone who acts'] : []),
    ...(whose ? ['anyone’s link'] : []),
    ...(only && from.length > 0 ? [`other ${noun[1]}`] : []),
  ];
  return [
    loosen.length > 0
      ? `Nothing linked fits these choices. Try ${listed(loosen, 'or')}.`
      : `Nothing is linked to what you ${from.length > 0 ? 'ticked' : 'started from'}.`,
    ...(closed ? ['The other pairs are below, each with its reason.'] : []),
  ].join(' ');
}

/**
 * Coverage with what was counted in front of it, where that is not every link.
 *
 * @param narrowed true where only links that another publication speaks for were counted
 */
export const narrowedSentence = (coverage: string, narrowed: boolean): string =>
  narrowed ? `Counting only links that another publication speaks for: ${uncapital(coverage)}` : coverage;

/** The last cell of a gap's row: what the chosen responses come to together. */
export function togetherWords({ state, worse }: Pick<Covered, 'state' | 'worse'>): string {
  const help = { linked: 'may be touched', contested: 'contested', open: 'nothing linked' }[state];
  return worse.length > 0 ? `${help}; may get worse` : help;
}

/** Responses outside a choice that are linked to a gap or contested. */
export const couldTouch = (pairs: readonly Pair[], from: string, to: readonly string[]): string[] =>
  pairs.filter((pair) => pair.from === from && isOpen(pair) && !to.includes(pair.to)).map((pair) => pair.to);

/**
 * The heading over the responses that may touch a gap to which nothing chosen is linked.
 *
 * @param noun one gap
 * @param narrowed see `narrowedSentence`
 */
export function couldSentence(name: string, could: number, noun: string, narrowed = false): string {
  const counts = narrowed ? ' by a link that another publication speaks for' : '';
  if (could === 0) return `Nothing chosen is linked to ${name}${counts}, and no other response is.`;
  return `Nothing chosen is linked to ${name}${counts}. ${could === 1 ? 'One other response' : `${capital(countWord(could))} other responses`} may touch this ${noun}:`;
}

/** The heading over the closed pairs that fit the choice. */
export const closedSentence = (count: number): string => `Considered and not linked, or not assessed: ${numbered(count, 'pair', 'pairs')}`;
