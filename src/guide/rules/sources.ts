import { didYouMean } from '../../lib/nearest.ts';
import { listed } from '../../lib/text.ts';
import { STANCES } from '../../lib/voices.ts';
import { sourceIn, toldFacts } from '../facts.ts';
import { type Problem, problem, unwritten } from '../read/problem.ts';
import type { Guide, Source } from '../types.ts';
import { unknownFinding } from './references.ts';
import type { Rule } from './rule.ts';

/** Others speak through a source that exists, with a stance; every source is cited; the study is no outside voice. */
export const sources: Rule = (guide) => {
  const problems: Problem[] = [];
  const cited = new Set<string>([guide.study.id]);
  /** facts that other entries tell: they need bear on no finding */
  const told = toldFacts(guide);
  for (const fact of told) cited.add(sourceIn(fact));
  for (const statement of guide.statements) {
    for (const mention of statement.mentions) if (mention.type === 'cite') cited.add(mention.to.replace('sources/', ''));
    for (const from of statement.from) cited.add(from);
    if (statement.voice !== 'others') continue;
    const { source, stance } = statement;
    if (source && !unwritten(source)) {
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
  for (const link of guide.links) if (link.data.state !== 'not-assessed') for (const { source } of link.data.sources) cited.add(source);
  /** a file that could not be read may be the one that cites a source */
  const unread = guide.broken.size > 0;
  for (const source of guide.sources) {
    problems.push(...findingsOf(guide, source, told));
    if (source.data.findings.some(({ on }) => on.length > 0)) cited.add(source.id);
    if (!cited.has(source.id) && !unread)
      problems.push(problem(source.at(''), `source "${source.id}": nothing cites it. Cite it in a statement, or take the file out.`));
    const { short, authors, type, container } = source.data;
    // a short citation and the list of authors tell the same: the one is cut where the other is, or names three at least
    if (/ et al\.| and others/.test(short) && !source.data['et-al'] && authors.length < 3)
      problems.push(
        problem(
          source.at('short'),
          `source "${source.id}": short is "${short}", and authors has ${authors.length}. Name all of them in authors, or write "et-al: true": a list that was cut is not exported as a whole one.`,
        ),
      );
    const { doi, pmid, pmcid, url } = source.data;
    if (!doi && !pmid && !pmcid && !url && !source.data.note)
      problems.push(
        problem(
          source.at(''),
          `source "${source.id}": it has no doi, pmid, pmcid or url, so a reader cannot find it. Add one, or say in "note" why there is none.`,
        ),
      );
    else if (!doi && !pmid && !pmcid && !url && !container && !type)
      problems.push(problem(source.at(''), `source "${source.id}": nothing tells what it is as a publication. Say it in "type".`));
  }
  return problems;
};

/** True where a file that may tell a fact could not be read. */
const unread = ({ broken }: Guide): boolean => [...broken].some((ref) => /^(cases|mechanisms|changes)\//.test(ref));

/** What a source says is tied to findings that exist, once each, or said not to be used. */
function findingsOf(guide: Guide, source: Source, told: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const ids = new Set<string>();
  for (const [i, finding] of source.data.findings.entries()) {
    if (ids.has(finding.id))
      problems.push(
        problem(
          source.at(`findings.${i}.id`),
          `findings "${finding.id}": another finding of this source has the same id. Choose another one.`,
        ),
      );
    ids.add(finding.id);
    if (finding.on.length === 0 && !finding['not-used'] && !told.has(`${source.id}#${finding.id}`) && !unread(guide))
      problems.push(
        problem(
          source.at(`findings.${i}.on`),
          `findings "${finding.id}": it bears on nothing. Name an entry under "on", or say in "not-used" why none uses it.`,
        ),
      );
    const targets = new Set<string>();
    for (const [j, { to }] of finding.on.entries()) {
      const place = source.at(`findings.${i}.on.${j}.to`);
      if (targets.has(to)) problems.push(problem(place, `findings on "${to}": named twice for one finding. Keep the better reason.`));
      targets.add(to);
      problems.push(...unknownFinding(guide, to, 'findings on', place));
    }
  }
  return problems;
}
