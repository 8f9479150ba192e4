import { ID, LESSON_ID } from '../../schemas/common.ts';
import { problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Ids are addresses: well formed, one to a kind, and an old one never hides a live one. */
export const ids: Rule = ({ entries }) => {
  const problems = [];
  const old = new Map<string, string>();
  for (const entry of entries.values()) {
    for (const segment of entry.id.split(entry.kind === 'links' ? '--' : '/'))
      if (!(entry.kind === 'lessons' ? LESSON_ID : ID).test(segment) && !(entry.kind === 'pages' && segment === '404'))
        problems.push(
          problem(entry.at(''), `id "${entry.id}": a file name is an id and must be lower case words joined by hyphens. Rename the file.`),
        );
    for (const [i, id] of entry.data.formerly.entries()) {
      const ref = `${entry.kind}/${id}`;
      const live = entries.get(ref);
      const earlier = old.get(ref);
      if (live)
        problems.push(
          problem(
            entry.at(`formerly.${i}`),
            `formerly: "${id}" is the id of a live entry (${live.file}). An old id may not hide it; take it out.`,
          ),
        );
      else if (earlier)
        problems.push(
          problem(
            entry.at(`formerly.${i}`),
            `formerly: "${id}" is an old id of ${earlier} already. One address leads to one entry; take one of them out.`,
          ),
        );
      else old.set(ref, entry.ref);
    }
  }
  return problems;
};
