import { capital, countWord } from '../lib/text.ts';
import type { Answer, FinderState } from './finder-state.ts';

/** One thing that a reader starts from, and many: gap, gaps. */
export type Noun = readonly [one: string, many: string];

const count = (n: number, [one, many]: Noun): string => `${countWord(n)} ${n === 1 ? one : many}`;
const RESPONSE: Noun = ['response', 'responses'];

/** How many of the ticked gaps a response touches, over its reasons. */
export function touches({ pairs }: Answer, { from }: FinderState, noun: Noun): string {
  if (from.length === 0) return `May touch ${count(pairs.length, noun)}.`;
  if (from.length === 1) return `May touch the ${noun[0]} you ticked.`;
  return pairs.length === from.length
    ? `May touch all ${count(from.length, noun)} you ticked.`
    : `May touch ${countWord(pairs.length)} of the ${count(from.length, noun)} you ticked.`;
}

/** The result in one sentence. */
export function resultSentence(answers: readonly Answer[], state: FinderState, noun: Noun): string {
  const { from, only } = state;
  if (from.length === 0 && !only) return '';
  const what =
    from.length === 0 ? `any ${noun[0]}` : from.length === 1 ? `the ${noun[0]} you ticked` : `the ${count(from.length, noun)} you ticked`;
  const [first] = answers;
  if (!first) return `Nothing shown is linked to ${what}.`;
  if (only) return touches(first, state, noun).replace(/^May touch/, 'This response may touch');
  const all = answers.filter(({ pairs }) => pairs.length === from.length).length;
  const whole =
    from.length > 1 ? ` ${all === 0 ? 'None of them touches' : capital(count(all, ['of them touches', 'of them touch']))} every one.` : '';
  return `${capital(count(answers.length, RESPONSE))} may touch ${from.length > 1 ? `at least one of ${what}` : what}.${whole}`;
}

/** What to do where nothing is shown: tick something, or take a filter away. */
export function nothingSentence(state: FinderState, noun: Noun): string {
  const { from, only, who, whose } = state;
  if (from.length === 0 && !only) return `Tick at least one sentence above, or start from a response. Then this list answers.`;
  const loosen = [
    ...(who ? ['anyone who acts'] : []),
    ...(whose ? ['anyone’s link'] : []),
    ...(only && from.length > 0 ? [`other ${noun[1]}`] : []),
  ];
  return loosen.length > 0
    ? `Nothing is linked that way. Allow ${loosen.join(' or ')}, or see below what was considered and not linked.`
    : 'Nothing is linked to what you ticked. See below what was considered, and why it was not linked.';
}
