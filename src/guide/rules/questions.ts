import { didYouMean } from '../../lib/nearest.ts';
import { keyOf } from '../../lib/stamp.ts';
import { isFindingKind } from '../../schemas/kinds.ts';
import { problem, unwritten } from '../read/problem.ts';
import { restsOnProblem } from './references.ts';
import type { Rule } from './rule.ts';

/** A question of the self-check asks about a finding, one about each, says what it rests on, and has a name of its own in links. */
export const questions: Rule = (guide) => {
  const asked = new Map<string, string>();
  const named = new Map<string, string>();
  return guide.questions.flatMap(({ id, ref, file, data, at }) => {
    if (unwritten(data.about)) return [];
    const problems = data.from
      .split(/\s+/)
      .filter(Boolean)
      .flatMap((from) => restsOnProblem(guide, from, ref, at('from'), 'from'));
    for (const name of [id, ...data.formerly]) {
      const other = named.get(keyOf(name));
      named.set(keyOf(name), name);
      if (other !== undefined && other !== name)
        problems.push(
          problem(
            at('about'),
            `"${name}": links to self-checks have three signs for an id, and those of "${other}" are the same. Choose another id.`,
          ),
        );
    }
    const target = guide.entries.get(data.about);
    const first = asked.get(data.about);
    asked.set(data.about, file);
    if (!guide.broken.has(data.about) && (!target || !isFindingKind(target.kind)))
      problems.push(
        problem(
          at('about'),
          `about "${data.about}": there is no such finding. ${didYouMean(
            data.about,
            guide.findings.map((f) => f.ref),
          )}A question asks about a gap, a recommendation or another finding.`,
        ),
      );
    else if (first)
      problems.push(problem(at('about'), `about "${data.about}": ${first} asks about it already. One question to a finding.`));
    return problems;
  });
};
