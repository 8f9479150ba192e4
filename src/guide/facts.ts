import { ACCOUNT_WORDS, type Account } from '../lib/accounts.ts';
import { ASPECTS } from '../lib/aspects.ts';
import { capital, stop } from '../lib/text.ts';
import type { EntryOf, Guide, Source } from './types.ts';

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

/** The names of all facts of a case, in the order of its page. */
export const factNames = ({ data }: Pick<EntryOf<'cases'>, 'data'>): string[] => ASPECTS.flatMap((aspect) => data.facts[aspect]);

/** The facts that changes, cases and mechanisms tell. */
export const toldFacts = ({ changes, cases, mechanisms }: Pick<Guide, 'changes' | 'cases' | 'mechanisms'>): ReadonlySet<string> =>
  new Set([...changes.map(({ data }) => data.fact), ...cases.flatMap(factNames), ...mechanisms.map(({ data }) => data.fact)]);

/** Whose account a fact is; empty where its source does not say. */
export const accountOf = ({ own }: Pick<Fact['finding'], 'own'>): Account | '' => (own === undefined ? '' : own ? 'own' : 'other');

/** The same in words; empty where its source does not say. */
export function accountWords({ finding }: { finding: Pick<Fact['finding'], 'own'> }): string {
  const account = accountOf(finding);
  return account && ACCOUNT_WORDS[account];
}

/** Of when a fact is and what was read for it: "2020 figures. Read: opening." */
export const readWords = ({ source, finding }: Fact): string =>
  [finding.dated && stop(capital(finding.dated)), `Read: ${source.data.read}.`].filter(Boolean).join(' ');
