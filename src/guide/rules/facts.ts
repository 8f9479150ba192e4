import { didYouMean } from '../../lib/nearest.ts';
import { type Place, type Problem, problem, unwritten } from '../read/problem.ts';
import type { Guide } from '../types.ts';

/**
 * What is wrong with the name of a fact: its source, or the finding in it, does not exist.
 *
 * @param field where its author wrote it
 */
export function factProblems(guide: Guide, name: string, place: Place, field: string): Problem[] {
  const [id = '', part = ''] = name.split('#');
  if (unwritten(name) || guide.broken.has(`sources/${id}`)) return [];
  const source = guide.sources.find((one) => one.id === id);
  if (!source)
    return [
      problem(
        place,
        `${field} "${name}": no such source. ${didYouMean(
          id,
          guide.sources.map((one) => one.id),
        )}Sources are files of content/sources.`,
      ),
    ];
  const known = source.data.findings.map((finding) => finding.id);
  return known.includes(part)
    ? []
    : [
        problem(
          place,
          `${field} "${name}": the source has no finding "${part}". ${didYouMean(part, known)}Write the source, #, and one of: ${known.join(', ') || 'none yet'}.`,
        ),
      ];
}
