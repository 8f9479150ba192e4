import { SUM_KINDS, type Sum, type SumKind } from '../lib/sums.ts';
import { type Fact, factIn } from './facts.ts';
import type { EntryOf, Guide } from './types.ts';

/** A sum of money that a fact prints, with the case or the way of paying whose fact it is. */
export interface PrintedSum extends Sum {
  /** the name of the fact and the place of the sum in it, as source#finding/1 */
  id: string;
  kind: SumKind;
  of: string;
  fact: Fact;
  where: EntryOf<'cases'> | EntryOf<'mechanisms'>;
}

/** Every sum that the facts of cases and of ways of paying print, each once: by what kind of sum it is, then by amount. */
export function printedSums(guide: Pick<Guide, 'entries' | 'cases' | 'mechanisms'>): PrintedSum[] {
  const found = new Map<string, PrintedSum>();
  const add = (name: string, where: PrintedSum['where']): void => {
    const fact = factIn(guide, name);
    for (const [i, sum] of fact?.finding.sums.entries() ?? []) {
      const id = `${name}/${i + 1}`;
      if (fact && !found.has(id)) found.set(id, { ...sum, id, fact, where });
    }
  };
  for (const one of guide.cases) for (const name of Object.values(one.data.facts).flat()) add(name, one);
  for (const one of guide.mechanisms) add(one.data.fact, one);
  return [...found.values()].sort(
    (a, b) => SUM_KINDS.indexOf(a.kind) - SUM_KINDS.indexOf(b.kind) || a.amount - b.amount || (a.id < b.id ? -1 : 1),
  );
}
