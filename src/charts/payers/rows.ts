import { type Case, payersOf } from '../../guide/cases.ts';
import type { Guide } from '../../guide/types.ts';

/** A payer that a fact documents at a case; a case for which nothing was found has one row without a payer. */
export type PayerRow = {
  id: string;
  case: string;
  case_name: string;
  country: string;
  payer: string;
  payer_name: string;
  /** own where the program or its payer tells of itself, other where somebody else tells, empty where there is no payer */
  account: 'own' | 'other' | '';
  source: string;
  source_name: string;
  fact: string;
  text: string;
};

export const PAYER_COLUMNS: Record<keyof PayerRow, string> = {
  id: 'the case and who pays, as case>payer',
  case: 'the case: its id',
  case_name: 'its short name',
  country: 'where it is',
  payer: 'who pays, in the words of guide.yaml; empty where nothing was found in what was read',
  payer_name: 'the same as readers see it',
  account: 'whose account: own where the program or its payer tells of itself, other where somebody else tells',
  source: 'the source of the fact: its id',
  source_name: 'its short citation',
  fact: 'the finding of the source: its id',
  text: 'what the source says, in our words',
};

/** Case by case, those with the same payers together, in the order of payers; those for which nothing was found last. */
export function payerRows(guide: Guide): PayerRow[] {
  const places = guide.about.payers.map(({ id }) => id);
  const pattern = (one: Case): string => {
    const paid = payersOf(guide, one).map(({ id }) => String(places.indexOf(id)).padStart(2, '0'));
    return paid.length > 0 ? paid.join(' ') : '~';
  };
  return guide.cases
    .map((one) => ({ one, pattern: pattern(one) }))
    .sort((a, b) => (a.pattern < b.pattern ? -1 : a.pattern > b.pattern ? 1 : a.one.data.short.localeCompare(b.one.data.short, 'en')))
    .flatMap(({ one }): PayerRow[] => {
      const base = { case: one.id, case_name: one.data.short, country: one.data.country };
      const rows = payersOf(guide, one).map(
        ({ id, label, fact: { source, finding } }): PayerRow => ({
          id: `${one.id}>${id}`,
          ...base,
          payer: id,
          payer_name: label,
          account: finding.own === false ? 'other' : 'own',
          source: source.id,
          source_name: source.data.short,
          fact: finding.id,
          text: finding.text,
        }),
      );
      const none: PayerRow = {
        id: `${one.id}>`,
        ...base,
        payer: '',
        payer_name: '',
        account: '',
        source: '',
        source_name: '',
        fact: '',
        text: '',
      };
      return rows.length > 0 ? rows : [none];
    });
}
