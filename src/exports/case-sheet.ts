import type { CaseSheet, SheetItem } from '../documents/compare-cases/case-sheet.ts';
import { type Case, choosersOf, factsOfCase, payersOf } from '../guide/cases.ts';
import { accountWords, type Fact, factOf } from '../guide/facts.ts';
import type { Guide } from '../guide/types.ts';
import { ASPECT_WORDS, ASPECTS } from '../lib/aspects.ts';
import { sumWords } from '../lib/sums.ts';
import { capital, stop } from '../lib/text.ts';
import { link } from '../lib/urls.ts';

/** A case as the page that compares cases shows it: every row of the comparison, also those for which nothing was found. */
export function caseSheet(guide: Guide, entry: Case): CaseSheet {
  const { data } = entry;
  const told = (fact: Fact, text: string): SheetItem => ({
    text,
    source: fact.source.data.short,
    address: link(fact.source.ref, fact.finding.id),
    account: [accountWords(fact), capital(fact.finding.dated ?? '')].filter(Boolean).map(stop).join(' '),
  });
  const labels = (some: readonly { label: string }[]): SheetItem[] =>
    some.length > 0 ? [{ text: some.map(({ label }) => label).join(' · ') }] : [];
  const summed = factsOfCase(guide, entry).flatMap((fact) =>
    fact.finding.sums.map((sum) => told(fact, `${capital(sumWords(sum))}: ${sum.of}`)),
  );
  const facts = (names: readonly string[]): SheetItem[] =>
    names.map((name) => {
      const fact = factOf(guide, name);
      return told(fact, fact.finding.text);
    });
  const heads = { pays: labels(payersOf(guide, entry)), chooses: labels(choosersOf(guide, entry)) } as const;
  return {
    name: data.short,
    place: `${data.country} · ${data.system}`,
    address: link(entry.ref),
    rows: [
      ...ASPECTS.flatMap((aspect) => [
        {
          heading: ASPECT_WORDS[aspect],
          items: [...(aspect === 'pays' || aspect === 'chooses' ? heads[aspect] : []), ...facts(data.facts[aspect])],
        },
        ...(aspect === 'pays' ? [{ heading: 'Sums printed', items: summed }] : []),
      ]),
      { heading: 'What we could not find', items: data.unknown.map((text) => ({ text: capital(text) })) },
    ],
  };
}
