import { numbersIn } from '../lib/text.ts';
import { type Fact, factNames, factOf } from './facts.ts';
import type { EntryOf, Finding, Guide } from './types.ts';

/** A real program. */
export type Case = EntryOf<'cases'>;

/** The words of guide.yaml that a case chose, each with the fact that documents it, in the order of guide.yaml. */
export const payersOf = (guide: Guide, { data }: Case): { id: string; label: string; fact: Fact }[] =>
  guide.about.payers.flatMap(({ id, label }) =>
    data.payers.filter(({ payer }) => payer === id).map(({ fact }) => ({ id, label, fact: factOf(guide, fact) })),
  );

/** Who chooses topics in a case, each once, in the order of guide.yaml. */
export const choosersOf = (guide: Guide, { data }: Case): { id: string; label: string }[] =>
  guide.about.choosers.filter(({ id }) => data.choosers.some(({ chooser }) => chooser === id));

/** All facts of a case, in the order of its page. */
export const factsOfCase = (guide: Pick<Guide, 'entries'>, one: Pick<Case, 'data'>): Fact[] =>
  factNames(one).map((name) => factOf(guide, name));

/** True for the fact that the opening sentence of a case tells with every number in it: its page need not tell it twice. */
export function toldBefore({ data: { telling } }: Pick<Case, 'data'>, { name, finding }: Fact): boolean {
  const told = new Set(numbersIn(telling.text).map(({ value }) => value));
  return name === telling.fact && numbersIn(finding.text).every(({ value }) => told.has(value));
}

/** A case that makes a finding visible, with the fact that shows it and our reading. */
export interface Seen {
  seen: Case;
  fact: Fact;
  why: string;
  /** how the source of the fact bears on the finding, where that was judged */
  stance?: string | undefined;
}

/** How many programs are told of where a finding can be seen; the others are named. */
export const FIRST_SEEN = 2;

/**
 * Where a finding can be seen at real programs. Facts that were judged to bear on it stand first, then those that somebody
 * else than the program tells; after that by name.
 */
export function seenAt(guide: Guide, { ref }: Pick<Finding, 'ref'>): Seen[] {
  const rank = ({ stance, fact }: Seen): number => (stance ? 0 : 2) + (fact.finding.own === false ? 0 : 1);
  return guide.cases
    .flatMap((seen) =>
      seen.data.illustrates
        .filter(({ to }) => to === ref)
        .map(({ fact: name, why }): Seen => {
          const fact = factOf(guide, name);
          return { seen, fact, why, stance: fact.finding.on.find(({ to }) => to === ref)?.stance };
        }),
    )
    .sort((a, b) => rank(a) - rank(b) || a.seen.data.short.localeCompare(b.seen.data.short, 'en'));
}
