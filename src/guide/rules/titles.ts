import { type Problem, problem } from '../read/problem.ts';
import type { Entry } from '../types.ts';
import type { Rule } from './rule.ts';

/** No two entries of a kind share a name, and no two sources a number: readers could not tell them apart. */
export const titles: Rule = ({ entries }) => {
  const first = new Map<string, Entry>();
  return [...entries.values()].flatMap((entry): Problem[] =>
    namesOf(entry).flatMap(([field, name]) => {
      const key = `${entry.kind} ${field} ${name.toLowerCase().replace(/\s+/g, ' ')}`;
      const other = first.get(key);
      if (!other) first.set(key, entry);
      return other
        ? [problem(entry.at(field), `${field} "${name}": ${other.file} has the same. Nobody could tell the two apart; change or drop one.`)]
        : [];
    }),
  );
};

function namesOf({ kind, data }: Entry): [string, string][] {
  const fields = kind === 'sources' ? ['short', 'doi', 'pmid', 'pmcid', 'url'] : ['title', 'short', 'term', 'prompt', 'ask'];
  const values: Readonly<Record<string, unknown>> = data;
  return fields.flatMap((field): [string, string][] => {
    const name = values[field];
    return typeof name === 'string' ? [[field, name]] : [];
  });
}
