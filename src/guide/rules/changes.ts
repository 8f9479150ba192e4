import { problem } from '../read/problem.ts';
import { factProblems } from './facts.ts';
import type { Rule } from './rule.ts';

/** A change is told by a source that exists, in a finding that it has; and it does not come before the study's data were gathered. */
export const changes: Rule = (guide) =>
  guide.changes.flatMap(({ data: { date, fact }, at }) => {
    const begun = guide.study.data.period?.from;
    return [
      ...(begun && date < begun.slice(0, date.length)
        ? [problem(at('date'), `date ${date}: this was before the study's data were gathered, from ${begun}. A change comes after that.`)]
        : []),
      ...factProblems(guide, fact, at('fact'), 'fact'),
    ];
  });
