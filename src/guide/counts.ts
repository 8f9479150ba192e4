import { LINK_STATES } from '../lib/link-states.ts';
import { countWord, slug } from '../lib/text.ts';
import { STANCES, VOICES } from '../lib/voices.ts';
import { EVIDENCE_KINDS, FINDING_KINDS } from '../schemas/kinds.ts';
import { factIn } from './facts.ts';
import { countLinks, pathsOf } from './links.ts';
import { literatureOn } from './literature.ts';
import { LINKED_FROM } from './relations.ts';
import { sentenceUses } from './sentences.ts';
import { printedSums } from './sums.ts';
import type { Guide } from './types.ts';

/** What the counts read of a guide. */
type Counted = Pick<
  Guide,
  'about' | 'entries' | 'cases' | 'mechanisms' | 'changes' | 'findings' | 'links' | 'sources' | 'glossary' | 'statements' | 'study'
>;

/**
 * Everything the guide counts, by the name under which a text may ask for it: `gaps`, `links/gaps/open`,
 * `statements/paper`, `literature/refines` ... So no text holds a number that a change of the content could make wrong.
 */
export function countsOf(guide: Counted): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of FINDING_KINDS) counts.set(kind, guide.findings.filter((f) => f.kind === kind).length);
  counts.set('findings', guide.findings.length);
  counts.set('sources', guide.sources.length);
  counts.set('glossary', guide.glossary.length);

  const count = (name: string, links: Guide['links']): void => {
    const { all, states, paper, others, editors } = countLinks(links);
    counts.set(name, all);
    for (const state of LINK_STATES) counts.set(`${name}/${state}`, states[state]);
    for (const [part, n] of Object.entries({ open: states.linked + states.contested, paper, others, editors }))
      counts.set(`${name}/${part}`, n);
  };
  count('links', guide.links);
  for (const kind of LINKED_FROM)
    count(
      `links/${kind}`,
      guide.links.filter(({ ends }) => ends?.from.kind === kind),
    );
  const paths = pathsOf(guide);
  counts.set('paths', paths.length);
  counts.set('paths/from', new Set(paths.map(([first]) => first.ends.from)).size);
  counts.set('paths/to', new Set(paths.map(([, second]) => second.ends.to)).size);

  counts.set('statements', guide.statements.length);
  for (const voice of VOICES) counts.set(`statements/${voice}`, guide.statements.filter((s) => s.voice === voice).length);

  const uses = sentenceUses(guide);
  counts.set('sentences', uses.length);
  counts.set('sentences/used', uses.filter(({ paper, inferred }) => paper.length + inferred.length > 0).length);
  counts.set(
    'sentences/paper',
    uses.reduce((sum, { paper }) => sum + paper.length, 0),
  );
  counts.set(
    'sentences/editors',
    uses.reduce((sum, { inferred }) => sum + inferred.length, 0),
  );

  counts.set('sentences/inferences', new Set(uses.flatMap(({ inferred }) => inferred)).size);

  counts.set('cases', guide.cases.length);
  for (const { id } of guide.about.payers)
    counts.set(`cases/${id}`, guide.cases.filter(({ data }) => data.payers.some(({ payer }) => payer === id)).length);
  counts.set('mechanisms', guide.mechanisms.length);
  counts.set('changes', guide.changes.length);
  const facts = [...new Set(guide.cases.flatMap(({ data }) => Object.values(data.facts).flat()))].flatMap(
    (name) => factIn(guide, name) ?? [],
  );
  counts.set('facts', facts.length);
  counts.set('facts/own', facts.filter(({ finding }) => finding.own === true).length);
  counts.set('sums', printedSums(guide).length);

  const cells = guide.findings.map(({ ref }) => literatureOn(guide, ref));
  const read = cells.flatMap((kinds) => kinds.flatMap(({ rows }) => rows));
  counts.set('literature', read.length);
  counts.set('literature/cells', guide.findings.length * EVIDENCE_KINDS.length);
  counts.set('literature/empty', guide.findings.length * EVIDENCE_KINDS.length - cells.reduce((sum, kinds) => sum + kinds.length, 0));
  counts.set('literature/findings', new Set(read.map(({ finding }) => finding)).size);
  counts.set('literature/same-authors', read.filter(({ source }) => source.data.overlap === 'same authors').length);
  for (const stance of STANCES) counts.set(`literature/${stance}`, read.filter(({ on }) => on.stance === stance).length);
  for (const kind of EVIDENCE_KINDS) counts.set(`literature/${slug(kind)}`, read.filter(({ source }) => source.data.kind === kind).length);
  return counts;
}

const NAME = /\{([^{}]*)\}/g;

/** Names of counts that a text asks for in braces. */
export const countNames = (text: string): string[] => [...text.matchAll(NAME)].map(([, name = '']) => name);

/** A count as a text has it: none, a word up to ten, digits beyond. */
export const countShown = (count: number): string => (count === 0 ? 'none' : countWord(count));

/** A text with its counts, as words up to ten; at its start with a capital. */
export function withCounts(text: string, show: (name: string) => string): string {
  const filled = text.replace(NAME, (_, name: string) => show(name));
  return filled === text ? text : filled.charAt(0).toUpperCase() + filled.slice(1);
}
