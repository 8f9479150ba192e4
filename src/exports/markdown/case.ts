import { choosersOf, payersOf } from '../../guide/cases.ts';
import { accountWords, factOf, readWords } from '../../guide/facts.ts';
import type { EntryOf } from '../../guide/types.ts';
import { ASPECT_WORDS, ASPECTS } from '../../lib/aspects.ts';
import { escapeMarkdown } from '../../lib/markdown.ts';
import { listed } from '../../lib/text.ts';
import { marked, type Writer } from './writer.ts';

/** A case: what is telling, who pays, its facts by what they are about, what may be seen in it, and what is not told. */
export function caseMarkdown(write: Writer, entry: EntryOf<'cases'>): string[] {
  const { guide, labels, to, entryOf, head } = write;
  const { data } = entry;
  const told = (name: string): string => {
    const fact = factOf(guide, name);
    return marked(
      labels.others.label,
      escapeMarkdown(fact.finding.text),
      [to(fact.source), accountWords(fact), escapeMarkdown(readWords(fact))].filter(Boolean).join('. '),
    );
  };
  const names = (some: readonly { label: string }[]): string => listed(some.map(({ label }) => label));
  const [payers, choosers] = [names(payersOf(guide, entry)), names(choosersOf(guide, entry))];
  return [
    ...head(entry, data.name, [
      data.organization !== undefined && `Organization: ${escapeMarkdown(data.organization)}`,
      `Country: ${escapeMarkdown(data.country)}`,
      `Setting: ${escapeMarkdown(data.system)}`,
      payers !== '' && `Who pays: ${payers}`,
      choosers !== '' && `Who chooses the topics: ${choosers}`,
      `Checked: ${data.reviewed}`,
    ]),
    marked(labels.others.label, escapeMarkdown(data.telling.text), to(factOf(guide, data.telling.fact).source)),
    ...ASPECTS.flatMap((aspect) => (data.facts[aspect].length > 0 ? [`## ${ASPECT_WORDS[aspect]}`, ...data.facts[aspect].map(told)] : [])),
    ...(data.illustrates.length > 0 ? ['## What this may suggest'] : []),
    ...data.illustrates.map(({ to: ref, why }) => marked(labels.editors.label, escapeMarkdown(why), to(entryOf(ref)))),
    ...(data.unknown.length > 0 ? ['## What we could not find', marked(labels.unknown.label, escapeMarkdown(data.unknown.join(' ')))] : []),
  ];
}
