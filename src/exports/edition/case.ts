import { CASE_HEADINGS } from '../../documents/compare-cases/wording.ts';
import { choosersOf, payersOf } from '../../guide/cases.ts';
import { accountWords, factOf, readWords } from '../../guide/facts.ts';
import type { EntryOf } from '../../guide/types.ts';
import { ASPECT_WORDS, ASPECTS } from '../../lib/aspects.ts';
import { sumWords } from '../../lib/sums.ts';
import { capital, listed, stop } from '../../lib/text.ts';
import { type Block, heading, joined, said } from './blocks.ts';
import { fact, type Writer } from './writer.ts';

/** A case: what is telling, who pays, its facts by what they are about, what may be seen in it, and what is not told. */
export function caseBlocks(write: Writer, entry: EntryOf<'cases'>): Block[] {
  const { guide, marks, to, entryOf, at, head } = write;
  const { data } = entry;
  const told = (name: string): Block => {
    const one = factOf(guide, name);
    return said(
      marks.others,
      one.finding.text,
      joined([at(one.source.ref, one.source.data.short, one.finding.id), accountWords(one), readWords(one)], '. '),
      ...one.finding.sums.map((sum) => `${capital(sumWords(sum))}: ${sum.of}`),
    );
  };
  const names = (some: readonly { label: string }[]): string => listed(some.map(({ label }) => label));
  const [payers, choosers] = [names(payersOf(guide, entry)), names(choosersOf(guide, entry))];
  return [
    ...head(entry, data.name, [
      data.organization !== undefined && fact('Organization', data.organization),
      fact('Country', data.country),
      fact('Setting', data.system),
      payers !== '' && fact('Who pays', payers),
      choosers !== '' && fact('Who chooses the topics', choosers),
      fact('Checked', data.reviewed),
    ]),
    said(marks.others, data.telling.text, to(factOf(guide, data.telling.fact).source)),
    ...ASPECTS.flatMap((aspect) =>
      data.facts[aspect].length > 0 ? [heading(2, ASPECT_WORDS[aspect]), ...data.facts[aspect].map(told)] : [],
    ),
    ...(data.illustrates.length > 0 ? [heading(2, CASE_HEADINGS.suggests)] : []),
    ...data.illustrates.map(({ to: ref, why }) => said(marks.editors, why, to(entryOf(ref)))),
    ...(data.unknown.length > 0
      ? [heading(2, CASE_HEADINGS.unknown), said(marks.unknown, data.unknown.map((text) => stop(capital(text))).join(' '))]
      : []),
  ];
}
