import { didYouMean } from '../../lib/nearest.ts';
import { type Problem, problem, unwritten } from '../read/problem.ts';
import type { Rule } from './rule.ts';

/** A change is told by a source that exists, in a finding that it has; and it does not come before the study's data were gathered. */
export const changes: Rule = (guide) =>
  guide.changes.flatMap((change): Problem[] => {
    const { fact, date } = change.data;
    const [id = '', name = ''] = fact.split('#');
    const begun = guide.study.data.period?.from;
    const problems: Problem[] = [];
    if (begun && date < begun.slice(0, date.length))
      problems.push(
        problem(
          change.at('date'),
          `date ${date}: this was before the study's data were gathered, from ${begun}. A change comes after that.`,
        ),
      );
    if (unwritten(fact) || guide.broken.has(`sources/${id}`)) return problems;
    const source = guide.sources.find((one) => one.id === id);
    if (!source) {
      const known = guide.sources.map((one) => one.id);
      problems.push(
        problem(change.at('fact'), `fact "${fact}": no such source. ${didYouMean(id, known)}Sources are files of content/sources.`),
      );
    } else if (!source.data.findings.some((finding) => finding.id === name)) {
      const known = source.data.findings.map((finding) => finding.id);
      problems.push(
        problem(
          change.at('fact'),
          `fact "${fact}": the source has no finding "${name}". ${didYouMean(name, known)}Write the source, #, and one of: ${known.join(', ') || 'none yet'}.`,
        ),
      );
    }
    return problems;
  });
