import { problem } from '../read/problem.ts';
import type { Rule } from './rule.ts';

/** Ids are addresses: an old one never hides a live one, and leads to one entry. */
export const ids: Rule = ({ entries }) => {
  const problems = [];
  const old = new Map<string, string>();
  for (const entry of entries.values()) {
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
