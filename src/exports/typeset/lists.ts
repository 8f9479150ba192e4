import { officialAddress } from '../../guide/addresses.ts';
import type { Entry, Guide, Source } from '../../guide/types.ts';
import { overlapWords } from '../../guide/words.ts';
import { capital, stop } from '../../lib/text.ts';
import { reference } from '../citation.ts';
import { anchorOf, type Layout, type Places } from './laid.ts';

/** A source in the list: what it is, what we read of it, and where the book uses it. */
export function sourceLine(guide: Guide, entry: Source, layout: Layout, places: Places) {
  const { data } = entry;
  const url = officialAddress(entry)?.url;
  return {
    anchor: anchorOf(entry.ref),
    title: data.short,
    reference: layout.line([reference(entry), ...(url ? [' ', { href: url }] : [])]),
    notes: [
      [stop(capital(data.kind))],
      [`Read: ${[stop(data.read), data['read-note']].filter(Boolean).join(' ')}`],
      ...(data.overlap === 'none known' && !data['overlap-note'] ? [] : [[overlapWords(entry)]]),
    ],
    used: leadingTo(guide, entry, places),
  };
}

/** The places in the book from which something leads to an entry, each once. */
const leadingTo = ({ backlinks }: Guide, { ref }: Entry, { inside }: Places): string[] => [
  ...new Set(
    (backlinks.get(ref) ?? []).flatMap(({ from, statement }) => inside(anchorOf(from, statement)) ?? inside(anchorOf(from)) ?? []),
  ),
];

/** Terms, findings and cases by name, with the places that tell of them; where one has other names, these lead to it. */
export function indexOf(guide: Guide, places: Places) {
  const line = (term: string, entry: Entry) => {
    const own = places.inside(anchorOf(entry.ref));
    return { term: capital(term), told: own === undefined ? [] : [own], places: leadingTo(guide, entry, places), see: '' };
  };
  return [
    ...guide.glossary.flatMap((entry) => [
      line(entry.data.term, entry),
      ...entry.data.also.map((also) => ({ term: capital(also), told: [], places: [], see: entry.data.term })),
    ]),
    ...guide.findings.map((entry) => line(entry.data.title, entry)),
    ...guide.cases.map((entry) => line(entry.data.name, entry)),
  ].sort((a, b) => a.term.localeCompare(b.term, 'en'));
}
