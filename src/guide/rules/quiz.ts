import { type Problem, problem } from '../read/problem.ts';
import type { Guide, QuizQuestion } from '../types.ts';
import { restsOnProblem } from './references.ts';
import type { Rule } from './rule.ts';

/** Choices that test how one reads a test, not what one knows (T. M. Haladyna et al., Applied Measurement in Education 2002;15(3)). */
const CATCH_ALL = /\b(all|none|both|neither|any) of (the|these) (above|below|following)\b|\b(both|neither) [A-D] (and|or|nor) [A-D]\b/i;

/** So much longer than the longest wrong choice the right one may be. */
const LONGER = 1.25;

/** A quiz asks fairly: one key where one is asked for, feedback that cites, nothing that gives the key away. */
export const quiz: Rule = (guide) => guide.quiz.flatMap((question) => questionProblems(guide, question));

function questionProblems(guide: Guide, { ref, data, at }: QuizQuestion): Problem[] {
  const problems: Problem[] = [];
  const cites = (from: string, field: string): void => {
    const place = at(field);
    if (/\s/.test(from.trim())) problems.push(problem(place, `from "${from}": feedback rests on one thing. Keep the one that shows it.`));
    else problems.push(...restsOnProblem(guide, from, ref, place, 'from'));
  };
  const twice = (texts: readonly string[], field: string): void => {
    for (const [i, text] of texts.entries())
      if (texts.indexOf(text) < i) problems.push(problem(at(`${field}.${i}`), `"${text}": it stands twice. Every one must differ.`));
  };
  if ('choices' in data) {
    const right = data.choices.filter((choice) => choice.right);
    if (data.type === 'single' && right.length !== 1)
      problems.push(
        problem(at('choices'), `choices: ${right.length} are right. A single question has exactly one; write type: multiple for more.`),
      );
    if (data.type === 'multiple' && (right.length < 2 || right.length === data.choices.length))
      problems.push(
        problem(
          at('choices'),
          `choices: ${right.length} of ${data.choices.length} are right. A multiple question has at least two right ones and one wrong one.`,
        ),
      );
    twice(
      data.choices.map(({ text }) => text),
      'choices',
    );
    for (const [i, { text, from }] of data.choices.entries()) {
      cites(from, `choices.${i}.from`);
      if (CATCH_ALL.test(text))
        problems.push(problem(at(`choices.${i}.text`), `choice "${text}": it points to other choices. Say what it means, or take it out.`));
    }
    const wrong = data.choices.filter((choice) => !choice.right).map(({ text }) => text.length);
    const [key] = right;
    if (data.type === 'single' && right.length === 1 && key && key.text.length > LONGER * Math.max(...wrong))
      problems.push(
        problem(
          at('choices'),
          `choices: the right one is much longer than the others, which gives it away. Shorten it, or write the others as fully.`,
        ),
      );
  } else if ('pairs' in data) {
    twice(
      data.pairs.map(({ left }) => left),
      'pairs',
    );
    twice(
      data.pairs.map(({ right }) => right),
      'pairs',
    );
    for (const [i, { from }] of data.pairs.entries()) cites(from, `pairs.${i}.from`);
  } else {
    twice(data.items, 'items');
    cites(data.from, 'from');
  }
  return problems;
}
