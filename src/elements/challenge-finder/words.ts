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

/** The message where nothing was ticked and a reader asks for what may help; it stands over the boxes. */
export const askSentence = ([one]: Noun): string =>
  `Tick at least one sentence: each stands for a ${one}. Then what may help stands below.`;

/** What the tray at the foot of the window says: how many responses are weighed, and what that comes to, in full and for little room. */
export interface TrayWords {
  sum: string;
  full: string;
  brief: string;
}

/**
 * The tray in words. Nothing weighed: what the answers come to. Else which of the ticked gaps the choice may touch, of which
 * that is contested, what stays open, and what it may make worse.
 *
 * @param rows a row for each ticked gap
 * @param weighed how many responses
 * @param name of a gap or a response inside a sentence
 * @param result the answer in one sentence, from `shortResult`
 * @param narrowed see `narrowedSentence`
 */
export function trayWords(
  rows: readonly Covered[],
  weighed: number,
  name: (id: string) => string,
  [one, many]: Noun,
  result: string,
  narrowed: boolean,
): TrayWords {
  if (weighed === 0) return { sum: '', full: result, brief: result };
  const sum = `${weighed} weighed`;
  if (rows.length === 0) {
    const ask = `Tick a ${one} to see what ${weighed === 1 ? 'it' : 'they'} may touch.`;
    return { sum, full: ask, brief: ask };
  }
  const names = (some: readonly Covered[]): string => listed(some.map(({ from }) => name(from)));
  const of = (state: Covered['state']): Covered[] => rows.filter((row) => row.state === state);
  const [linked, contested, open, worse] = [of('linked'), of('contested'), of('open'), rows.filter((row) => row.worse.length > 0)];
  const full = [
    linked.length > 0 && `may touch ${names(linked)}`,
    contested.length > 0 && `contested: ${names(contested)}`,
    open.length > 0 && `still open: ${names(open)}`,
    worse.length > 0 && `may make ${names(worse)} worse`,
  ].filter((part) => part !== false);
  const brief =
    rows.length === 1
      ? full
      : [
          linked.length > 0 ? `may touch ${shareOf(linked.length, rows.length, many)}` : `0 of ${rows.length} ${many} linked`,
          ...(contested.length > 0 ? [`${contested.length} contested`] : []),
          ...(worse.length > 0 ? [`may make ${worse.length} worse`] : []),
        ];
  const said = (parts: readonly string[]): string => `${capital(`${narrowed ? 'by others’ links: ' : ''}${parts.join('; ')}`)}.`;
  return { sum, full: said(full), brief: said(brief) };
}

/** Some of two gaps or more, in digits: "2 of 3 gaps", "both gaps", "all 3 gaps". */
const shareOf = (some: number, all: number, many: string): string =>
  some < all ? `${some} of ${all} ${many}` : `${all === 2 ? 'both' : `all ${all}`} ${many}`;

/** How a sentence names the ticked gaps: any of them, and at least one. */
function askedFor({ from }: Pick<FinderState, 'from'>, noun: Noun): { any: string; one: string } {
  if (from.length === 0) return { any: `any ${noun[0]}`, one: `at least one ${noun[0]}` };
  if (from.length === 1) return { any: `the ${noun[0]} you ticked`, one: `the ${noun[0]} you ticked` };
  const all = `of the ${count(from.length, noun)} you ticked`;
  return { any: `${from.length === 2 ? 'either' : 'any'} ${all}`, one: `at least one ${all}` };
}

/** The result in one sentence: what may help. Of one response that was started from, what it may do. Empty where nothing was asked. */
export function shortResult(answers: readonly Answer[], state: FinderState, noun: Noun): string {
  const { from, only } = state;
  if (from.length === 0 && !only) return '';
  const [first] = answers;
  if (only && first)
    return touches(first, state, noun)
      .replace('May touch', 'This response may touch')
      .replace('May make', first.pairs.length > 0 ? 'It may make' : 'This response may make');
  const { any, one } = askedFor(state, noun);
  const helping = answers.filter(({ pairs }) => pairs.length > 0).length;
  return helping > 0 ? `${capital(count(helping, RESPONSE))} may touch ${one}.` : `Nothing shown is linked to ${any}.`;
}

/** The result in one sentence or a few: what may help, how many of it with everything, and what may make it worse. */
export function resultSentence(answers: readonly Answer[], state: FinderState, noun: Noun): string {
  const { from, only } = state;
  const short = shortResult(answers, state, noun);
  if (short === '' || (only && answers.length > 0)) return short;
  const helping = answers.filter(({ pairs }) => pairs.length > 0);
  const harming = answers.filter(({ worse }) => worse.length > 0);
  return [
    short,
    ...(helping.length > 0 && from.length > 1 ? [wholeSentence(helping, from.length)] : []),
    ...(harming.length > 0 ? [`${capital(count(harming.length, RESPONSE))} may make ${askedFor(state, noun).one} worse.`] : []),
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
