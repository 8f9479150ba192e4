import { type Covered, harmSentence, isLinked, isOpen, type Pair, someOf } from '../../documents/challenge-finder/coverage.ts';
import { capital, countWord, listed, numbered, uncapital } from '../../lib/text.ts';
import type { Answer, FinderState } from './finder-state.ts';

/** One thing that a reader starts from, and many: gap, gaps. */
export type Noun = readonly [one: string, many: string];

const count = (n: number, [one, many]: Noun): string => `${countWord(n)} ${n === 1 ? one : many}`;
const RESPONSE: Noun = ['response', 'responses'];

/** So many of the ticked gaps: "both gaps you ticked"; of any gap where none was ticked. */
const ticked = (n: number, { from }: Pick<FinderState, 'from'>, noun: Noun): string =>
  from.length === 0 ? count(n, noun) : `${from.length === 1 ? `the ${noun[0]}` : someOf(n, from.length, noun[1])} you ticked`;

/** The pairs of an answer that may help, apart by whether anyone contests them. */
function apart({ pairs }: Pick<Answer, 'pairs'>): { linked: number; contested: number } {
  const linked = pairs.filter(isLinked).length;
  return { linked, contested: pairs.length - linked };
}

/** How many of the ticked gaps a response may touch, for how many that is contested, and how many it may make worse, over its reasons. */
export function touches(answer: Answer, state: Pick<FinderState, 'from'>, noun: Noun): string {
  const { linked, contested } = apart(answer);
  const harm = answer.worse.length;
  const more = linked > 0 && contested > 0 ? `; contested for ${countWord(contested)} more` : '';
  return [
    ...(linked > 0 ? [`May touch ${ticked(linked, state, noun)}${more}.`] : []),
    ...(linked === 0 && contested > 0 ? [`Contested for ${ticked(contested, state, noun)}.`] : []),
    ...(harm > 0 ? [`May make ${ticked(harm, state, noun)} worse.`] : []),
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
 * that is contested, to which nothing weighed is linked, and what it may make worse.
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
  if (rows.length === 0) {
    const ask = `Tick a ${one} to see what ${weighed === 1 ? 'it' : 'they'} may touch.`;
    return { sum: `${weighed} weighed.`, full: ask, brief: ask };
  }
  const of = (state: Covered['state']): Covered[] => rows.filter((row) => row.state === state);
  const names = (some: readonly Covered[], and?: string): string =>
    listed(
      some.map(({ from }) => name(from)),
      and,
    );
  const [linked, contested, open, worse] = [of('linked'), of('contested'), of('open'), rows.filter((row) => row.worse.length > 0)];
  // what the warning names is counted here; so are all
  const counted = rows.length > 1 && (linked.length === rows.length || linked.some((row) => row.worse.length > 0));
  const full = [
    linked.length > 0 && `may touch ${counted ? someOf(linked.length, rows.length, many) : names(linked)}`,
    contested.length > 0 && `contested for ${names(contested)}`,
    open.length > 0 && `nothing weighed is linked to ${names(open, 'or')}`,
  ].filter((part) => part !== false);
  // the last name before the warning, where that is the one warned of
  const [last] = [open, contested, counted ? [] : linked].find((some) => some.length > 0) ?? [];
  const it = worse.length === 1 && worse[0] === last && rows.filter(({ state }) => state === last?.state).length === 1;
  const warning = harmSentence(rows, (id) => (it && id === last?.from ? 'it' : name(id)));
  const only = rows.length === 1 ? name(rows[0]?.from ?? '') : '';
  const brief = [
    linked.length > 0 && `may touch ${only || shareOf(linked.length, rows.length, many)}`,
    linked.length === 0 && (!only || open.length > 0) && (only ? `not linked to ${only}` : `0 of ${rows.length} ${many} linked`),
    contested.length > 0 && (only ? `contested for ${only}` : `${contested.length} contested`),
    worse.length > 0 && `may make ${only ? 'it' : worse.length} worse`,
  ].filter((part) => part !== false);
  return {
    sum: `${weighed} weighed${narrowed ? ', by others’ links' : ''}:`,
    full: `${full.join('; ')}.${warning}`,
    brief: `${brief.join('; ')}.`,
  };
}

/** Where the words of the tray lead, as a fragment: to the boxes while none is ticked, to the answers while nothing is weighed, else to what the choice comes to. */
export const trayLeads = (ticked: number, weighed: number): string =>
  weighed === 0 ? '#answers' : ticked === 0 ? '#recognise' : '#choice';

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

/** The result in one sentence: what may help, and of what that is contested. Of one response that was started from, what it may do. Empty where nothing was asked. */
export function shortResult(answers: readonly Answer[], state: FinderState, noun: Noun): string {
  const { from, only } = state;
  if (from.length === 0 && !only) return '';
  const [first] = answers;
  if (only && first)
    return touches(first, state, noun)
      .replace(/^May/, 'This response may')
      .replace(/^Contested/, 'This response is contested')
      .replace('. May', '. It may');
  const { any, one } = askedFor(state, noun);
  const helping = answers.filter((answer) => apart(answer).linked > 0).length;
  const contested = answers.filter(({ pairs }) => pairs.length > 0).length - helping;
  if (helping > 0) {
    const more = contested > 0 ? `; of ${countWord(contested)} more that is contested` : '';
    return `${capital(count(helping, RESPONSE))} may touch ${one}${more}.`;
  }
  const disputed = contested > 0 ? `; ${count(contested, RESPONSE)} ${contested === 1 ? 'is' : 'are'} contested` : '';
  return `Nothing shown is linked to ${any}${disputed}.`;
}

/** The result in one sentence or a few: what may help, how many of it with everything, and what may make it worse. */
export function resultSentence(answers: readonly Answer[], state: FinderState, noun: Noun): string {
  const { from, only } = state;
  const short = shortResult(answers, state, noun);
  if (short === '' || (only && answers.length > 0)) return short;
  const told = answers.filter(({ pairs }) => pairs.length > 0);
  return [
    short,
    ...(from.length > 1 && told.some((answer) => apart(answer).linked > 0) ? [wholeSentence(told, from.length)] : []),
    ...(answers.some(({ worse }) => worse.length > 0) ? [worseSentence(answers, from.length)] : []),
  ].join(' ');
}

/** How many of some responses may touch every ticked gap, where more than one was ticked. */
function wholeSentence(told: readonly Answer[], gaps: number): string {
  const whole = told.filter((answer) => apart(answer).linked === gaps).length;
  const every = gaps === 2 ? 'both' : `all ${countWord(gaps)}`;
  if (told.length === 1) return whole === 1 ? `It may touch ${every}.` : `It is not linked to ${every}.`;
  if (whole === 0) return `None of them is linked to ${every}.`;
  return whole === told.length ? `Each may touch ${every}.` : `${capital(countWord(whole))} of them may touch ${every}.`;
}

/** How many of some responses may make a ticked gap worse, after how many may touch one: "also" where all of them were counted there. */
function worseSentence(answers: readonly Answer[], gaps: number): string {
  const told = answers.filter(({ pairs }) => pairs.length > 0);
  const harming = answers.filter(({ worse }) => worse.length > 0);
  const also = told.some((answer) => apart(answer).linked > 0) && harming.every((answer) => told.includes(answer));
  // one that may touch one of two can make but one of them worse
  const which = gaps === 1 ? 'it' : `${also && gaps === 2 ? '' : 'at least '}one of the ${countWord(gaps)}`;
  const who = told.length === 1 ? 'It' : `${capital(countWord(harming.length))} of these`;
  if (also) return `${who} may also make ${which} worse.`;
  return `${capital(told.length > 0 ? countWord(harming.length) : count(harming.length, RESPONSE))} may make ${which} worse.`;
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
