import { didYouMean } from '../../lib/nearest.ts';
import { listed } from '../../lib/text.ts';
import { STANCES } from '../../schemas/kinds.ts';
import { type Problem, problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Others speak through a source that exists, with a stance; every source is cited; the study is no outside voice. */
export const sources: Rule = (guide) => {
  const problems: Problem[] = [];
  const cited = new Set<string>([guide.study.id]);
  for (const statement of guide.statements) {
    for (const mention of statement.mentions) if (mention.type === 'cite') cited.add(mention.to.replace('sources/', ''));
    for (const from of statement.from) cited.add(from);
    if (statement.voice !== 'others') continue;
    const { source, stance } = statement;
    if (source) {
      cited.add(source);
      const place = statement.attributes.source ?? statement.place;
      if (source === guide.study.id)
        problems.push(problem(place, `others source="${source}": this is the study itself. Use <Paper> for what the study says.`));
      else if (!guide.entries.has(`sources/${source}`) && !guide.broken.has(`sources/${source}`))
        problems.push(
          problem(
            place,
            `others source="${source}": no such source. ${didYouMean(
              source,
              guide.sources.map((s) => s.id),
            )}Sources are files of content/sources.`,
          ),
        );
    }
    if (stance && !(STANCES as readonly string[]).includes(stance))
      problems.push(
        problem(
          statement.attributes.stance ?? statement.place,
          `others stance="${stance}": no such stance. ${didYouMean(stance, STANCES)}Write ${listed(STANCES, 'or')}.`,
        ),
      );
  }
  for (const source of guide.sources) {
    if (!cited.has(source.id))
      problems.push(problem(source.at(''), `source "${source.id}": nothing cites it. Cite it in a statement, or take the file out.`));
    const { doi, pmid, pmcid, url } = source.data;
    if (!doi && !pmid && !pmcid && !url && !source.data.note)
      problems.push(
        problem(
          source.at(''),
          `source "${source.id}": it has no doi, pmid, pmcid or url, so a reader cannot find it. Add one, or say in "note" why there is none.`,
        ),
      );
  }
  return problems;
};
