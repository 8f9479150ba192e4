import { countWord } from '../../lib/text.ts';
import type { Chair, Given } from './chair.ts';
import { type CheckGuide, questionOf } from './check-guide.ts';

/**
 * A view under the questions that the guide has now, in their order. A question that was renamed keeps its answer; one that
 * the guide no longer has goes to the end, with its answer.
 */
export function atPresent(guide: CheckGuide, chair: Chair): Chair {
  const answers = new Map<string, Given>();
  for (const given of chair.answers) {
    const question = questionOf(guide, given.question)?.id ?? given.question;
    // an old and a new id for one question: what has the present id counts
    if (!answers.has(question) || question === given.question) answers.set(question, { ...given, question });
  }
  const order = ({ question }: Given): number => {
    const place = guide.questions.findIndex(({ id }) => id === question);
    return place < 0 ? guide.questions.length : place;
  };
  return { ...chair, answers: [...answers.values()].sort((a, b) => order(a) - order(b)) };
}

/**
 * What has changed in the guide since some views were given, a sentence each. Nothing in them is changed by it.
 *
 * @param gone how many questions of a link could not be found by their key
 */
export function changesSince(guide: Pick<CheckGuide, 'questions'>, chairs: readonly Chair[], gone = 0): string[] {
  const given = chairs.flatMap(({ answers }) => answers);
  const reworded = guide.questions.filter(({ id, wording }) => given.some((one) => one.question === id && one.wording !== wording));
  const away = new Set(given.map(({ question }) => question).filter((id) => !questionOf(guide, id)));
  const count = away.size + gone;
  return [
    ...(reworded.length > 0
      ? [
          `${countUp(reworded.length, 'question has', 'questions have')} been reworded: ${reworded.map(({ ask }) => `“${ask}”`).join(' ')} The answers are shown; ask whether they still hold.`,
        ]
      : []),
    ...(count > 0
      ? [
          `${countUp(count, 'question is', 'questions are')} no longer asked${away.size > 0 ? ` (${[...away].map((id) => `“${id}”`).join(', ')})` : ''}. ${count === 1 ? 'Its' : 'Their'} answers are not shown.`,
        ]
      : []),
  ];
}

const countUp = (n: number, one: string, many: string): string => {
  const word = countWord(n);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${n === 1 ? one : many}`;
};
