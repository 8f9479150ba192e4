import { capital, countWord, listed } from '../../lib/text.ts';
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
  unknown: 'What at least one of you does not know',
  inPlace: 'What everyone who answered finds in place',
} as const;

/** How the differences are ordered. */
export const RULE =
  'First come the questions where one of you says in place and another says not, then the other differences. Within each group they stand in the order asked, which says nothing about weight.';

/** What stands before the links of a finding: what may bear on it, or what it may bear on. */
export const bearsLabel = (bears: readonly { ahead: boolean }[]): string =>
  bears.some(({ ahead }) => !ahead) ? 'What it may bear on' : 'What may bear on it';

/** What to do with a difference. */
export const HOW_TO_TALK = 'Ask what each of you has seen, and where. Who is right can wait.';

const questions = (n: number): string => `${countWord(n)} ${n === 1 ? 'question' : 'questions'}`;

/**
 * The comparison in one sentence: "You differ on 5 of 14 questions; on 1 more at least one of you does not know; you agree
 * on the other 8." It names every question that was compared, once, and is no score. Not to know is neither to agree nor to differ.
 */
export function finding({ differ, unsure, agree, both, rows }: Comparison): string {
  if (both === 0) return 'You have not answered the same questions yet, so there is nothing to compare.';
  const places = rows[0]?.said.length ?? 0;
  const answered = `that ${places === 2 ? 'both' : 'two or more'} of you answered`;
  const whole = both === rows.length;
  const all = both === 1 ? `the one question${whole ? '' : ` ${answered}`}` : `all ${both} questions${whole ? '' : ` ${answered}`}`;
  const of = whole ? `${both} questions` : `the ${both} questions ${answered}`;
  // of three or more views some may have left a question blank on which the others agree
  const agreeing = agree.every(({ said }) => said.every(({ answer }) => answer !== '')) ? 'you agree' : 'those of you who answered agree';
  const told = [
    { n: differ.length, tell: (on: string) => `you differ on ${on}` },
    { n: unsure.length, tell: (on: string) => `on ${on} at least one of you does not know` },
    { n: agree.length, tell: (on: string) => `${agreeing} on ${on}` },
  ].filter(({ n }) => n > 0);
  const parts = told.map(({ n, tell }, i) => {
    if (told.length === 1) return tell(all);
    if (i === 0) return tell(`${n} of ${of}`);
    return tell(i < told.length - 1 ? `${n} more` : `the other ${n === 1 ? 'one' : n}`);
  });
  return `${capital(parts.join('; '))}.`;
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
