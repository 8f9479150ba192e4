import { printedSums } from '../../guide/sums.ts';
import type { Guide } from '../../guide/types.ts';
import { CURRENCIES, type Currency, SUM_KINDS, type SumKind } from '../../lib/sums.ts';

/** A sum of money as a source prints it. */
export type SumRow = {
  id: string;
  /** in whole units of its currency */
  amount: number;
  currency: Currency;
  bound: string;
  year: number | '';
  kind: SumKind;
  of: string;
  /** the case whose fact it is, else the way of paying */
  where: string;
  where_name: string;
  /** own, other, or empty where nobody said whose account it is */
  account: 'own' | 'other' | '';
  source: string;
  source_name: string;
  fact: string;
  text: string;
};

export const SUM_COLUMNS: Record<keyof SumRow, string> = {
  id: 'the source, its finding and the place of the sum in it, as source#finding/1',
  amount: 'the sum in whole units of its currency, as printed',
  currency: `in which it is printed: ${Object.keys(CURRENCIES).join(', ')}. None is turned into another`,
  bound: 'about, over, under or up to, where the source says so',
  year: 'the year it is of; empty where the source shows none',
  kind: `what it is: ${SUM_KINDS.join(', ')}`,
  of: 'what it is the sum of',
  where: 'the case or the way of paying whose fact it is: kind and id',
  where_name: 'its short name',
  account: 'whose account: own where the program or its payer tells of itself, other where somebody else tells',
  source: 'the source: its id',
  source_name: 'its short citation',
  fact: 'the finding of the source: its id',
  text: 'what the source says, in our words',
};

/** Every sum that the facts of cases and of ways of paying print, each once: by what kind of sum it is, then by amount. */
export const sumRows = (guide: Guide): SumRow[] =>
  printedSums(guide).map(({ id, amount, currency, bound, year, kind, of, where, fact: { source, finding } }) => ({
    id,
    amount,
    currency,
    bound: bound ?? '',
    year: year ?? '',
    kind,
    of,
    where: where.ref,
    where_name: where.kind === 'cases' ? where.data.short : where.data.name,
    account: finding.own === undefined ? '' : finding.own ? 'own' : 'other',
    source: source.id,
    source_name: source.data.short,
    fact: finding.id,
    text: finding.text,
  }));
