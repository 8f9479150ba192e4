import { stop } from '../lib/text.ts';
import { isOpen, isWorse, type JudgedLink } from './links.ts';
import type { EntryOf, Guide, Lesson, Link, Page, QuizQuestion } from './types.ts';

type Domain = NonNullable<Guide['teaching']>['competencies']['domains'][number];

/** Whom a lesson is for, by name, in the order of the list. */
export const audiencesOf = ({ teaching }: Pick<Guide, 'teaching'>, { data }: Lesson): { id: string; name: string }[] =>
  teaching?.audiences.filter(({ id }) => data.audiences.includes(id)) ?? [];

/** The domains that a lesson's objectives, or one of them, are mapped to, in the order of the published list. */
export const domainsOf = ({ teaching }: Pick<Guide, 'teaching'>, objectives: Lesson['data']['objectives']): Domain[] =>
  teaching?.competencies.domains.filter(({ id }) => objectives.some(({ competencies }) => competencies.includes(id))) ?? [];

/** The questions of the quiz that a lesson uses, in the lesson's order. */
export const quizOf = ({ quiz }: Pick<Guide, 'quiz'>, { data }: Lesson): QuizQuestion[] =>
  data.quiz.flatMap((id) => quiz.filter((question) => question.id === id));

/** The minutes at which each step of a lesson begins. */
export const startsOf = ({ data }: Lesson): number[] =>
  data.steps.map((_, i) => data.steps.slice(0, i).reduce((all, { minutes }) => all + minutes, 0));

/** What is done when in a step, a line for each act: "3 to 5: Read two statements." */
export const actLines = (lesson: Lesson, step: number): string[] => {
  let from = startsOf(lesson)[step] ?? 0;
  return (lesson.data.steps[step]?.acts ?? []).map(({ minutes, what }) => {
    const to = from + minutes;
    const line = `${from} to ${to}: ${stop(what)}`;
    from = to;
    return line;
  });
};

/** The words that a mixed group needs for a lesson, in its order. */
export const termsOf = ({ glossary }: Pick<Guide, 'glossary'>, { data }: Lesson): EntryOf<'glossary'>[] =>
  data.terms.flatMap((id) => glossary.filter((term) => term.id === id));

/** How many inferences the exercise in disputing has at most. */
const DISPUTES = 8;

/** Whether a pair is an inference of the editors' that somebody could dispute: it says that one may help, or may harm. */
export const isDisputable = (link: Link): link is JudgedLink => (isOpen(link) || isWorse(link)) && link.data.voice === 'editors';

/** The inferences to dispute: those that are named for it, or the first that there are. */
export const disputesOf = ({ teaching, links }: Pick<Guide, 'teaching' | 'links'>): JudgedLink[] => {
  const named = (teaching?.dispute ?? []).flatMap((id) => links.filter((link) => link.id === id));
  return (named.length > 0 ? named : links).filter(isDisputable).slice(0, DISPUTES);
};

/** The pages that go with lessons, in the order in which they are offered. */
export const besideLessons = ({ pages }: Pick<Guide, 'pages'>): Page[] =>
  ['teach/spot-the-inference', 'teach/dispute', 'teach/quiz', 'self-check', 'teach/downloads'].flatMap((id) =>
    pages.filter((page) => page.id === id),
  );
