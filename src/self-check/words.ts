import { capital, countWord, listed } from '../lib/text.ts';
import type { Answer } from './chair.ts';
import type { Comparison } from './compare.ts';

/** The words of the answers; none has its own, so that it is never taken for one. */
export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  'in-place': 'In place',
  partly: 'Partly',
  not: 'Not in place',
  unknown: 'Don’t know',
  '': 'Not answered',
};

/** The headings of a comparison, the same on the page and in every file. */
export const HEADINGS = {
  differ: 'Where you differ',
  missing: 'What nobody finds in place',
  unknown: 'What somebody does not know',
  inPlace: 'What you all find in place',
} as const;

/** How the differences are ordered. */
export const RULE =
  'First stand questions where one of you says in place and another says not. Then come the other differences. Inside each group the order is that of the questions; it says nothing of weight.';

/** What stands before the links of a finding: what may bear on it, or what it may bear on. */
export const bearsLabel = (bears: readonly { ahead: boolean }[]): string =>
  bears.some(({ ahead }) => !ahead) ? 'What it may bear on' : 'What may bear on it';

/** What to do with a difference. */
export const HOW_TO_TALK = 'Ask what each of you has seen, and where. Who is right can wait.';

const questions = (n: number): string => `${countWord(n)} ${n === 1 ? 'question' : 'questions'}`;

/** The comparison in one sentence: "You differ on 3 of 14 questions." It is no score: it says how much there is to talk about. */
export function finding({ differ, both, rows }: Comparison): string {
  if (both === 0) return 'You have not answered the same questions yet, so there is nothing to compare.';
  const of = both === rows.length ? `${both} questions` : `the ${both} questions that two or more of you answered`;
  if (differ.length === 0)
    return both === 1
      ? 'You agree on the one question that two or more of you answered.'
      : `You agree on all of ${of}.`.replace('all of the', 'all the').replace('all of', 'all');
  return both === 1 ? 'You differ on the one question that two or more of you answered.' : `You differ on ${differ.length} of ${of}.`;
}

/** How many questions were not compared, in words; empty where all were. */
export function notCompared({ single, unanswered }: Comparison): string {
  const parts = [
    ...(single.length > 0 ? [`${questions(single.length)} ${single.length === 1 ? 'was' : 'were'} answered by one of you only`] : []),
    ...(unanswered.length > 0 ? [`${questions(unanswered.length)} by nobody`] : []),
  ];
  if (parts.length === 0) return '';
  const text =
    single.length > 0 ? listed(parts) : `${questions(unanswered.length)} ${unanswered.length === 1 ? 'was' : 'were'} answered by nobody`;
  return `${capital(text)}. Nothing was filled in.`;
}
