import { capital, stop } from '../lib/text.ts';
import type { Guide, Source } from './types.ts';

/** A fact: a source, and one thing that it says. */
export interface Fact {
  /** the source and the name of the finding, such as kpwhri-2021-revenue#budget-2020 */
  name: string;
  source: Source;
  finding: Source['data']['findings'][number];
}

/** The fact of a name; undefined where there is no such thing, as in a guide that was not checked yet. */
export function factIn({ entries }: Pick<Guide, 'entries'>, name: string): Fact | undefined {
  const source = entries.get(`sources/${sourceIn(name)}`);
  if (source?.kind !== 'sources') return undefined;
  const finding = source.data.findings.find(({ id }) => name === `${source.id}#${id}`);
  return finding && { name, source, finding };
}

/**
 * The fact of a name. It lives once, in its source; changes, cases and mechanisms point to it.
 *
 * @throws Error where there is no such thing; the rules on facts refuse it before
 */
export function factOf(guide: Pick<Guide, 'entries'>, name: string): Fact {
  const fact = factIn(guide, name);
  if (!fact) throw new Error(`"${name}": no source says such a thing.`);
  return fact;
}

/** The id of the source in the name of a fact. */
export const sourceIn = (name: string): string => name.replace(/#.*/, '');

/** The facts that changes, cases and mechanisms tell. */
export const toldFacts = ({ changes, cases, mechanisms }: Pick<Guide, 'changes' | 'cases' | 'mechanisms'>): ReadonlySet<string> =>
  new Set([
    ...changes.map(({ data }) => data.fact),
    ...cases.flatMap(({ data }) => Object.values(data.facts).flat()),
    ...mechanisms.map(({ data }) => data.fact),
  ]);

/** Whose account a fact is, in words: the program's or its payer's own, or another's. Empty where nobody said. */
export const accountWords = ({ finding: { own } }: Pick<Fact, 'finding'>): string =>
  own === undefined ? '' : own ? 'Own account' : 'Outside account';

/** Of when a fact is and what was read for it: "2020 figures. Read: opening." */
export const readWords = ({ source, finding }: Fact): string =>
  [finding.dated && stop(capital(finding.dated)), `Read: ${source.data.read}.`].filter(Boolean).join(' ');
