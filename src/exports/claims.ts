import { entryIn, entryOf } from '../guide/entries.ts';
import type { Guide, Statement } from '../guide/types.ts';
import { addressOf } from '../lib/urls.ts';
import { type Addresses, isWhole } from './addresses.ts';
import { citeAs } from './citation.ts';
import { articleLd, editorsLd, type Thing } from './jsonld.ts';

/** From the folder of the file to that of the guide: without an address of the site a path leads to a page. */
const UP = '..';

/** How an assertion is supported, in the Evidence and Conclusion Ontology: an author says it, or whoever gathered it infers it. */
const EVIDENCE = { author: 'eco:ECO_0000302', curator: 'eco:ECO_0000305' } as const;

/** `has evidence` of the Relation Ontology. */
const HAS_EVIDENCE = 'eco:RO_0002558';

/**
 * Every statement that claims something, as JSON-LD: what it says, where, whose it is, and what it was derived from. What is not
 * reported and what is invented claim nothing, and stay out.
 *
 * @returns a graph: publications once each, then the claims in the order of the pages
 */
export function claimsLd(guide: Guide, addresses: Addresses): Thing {
  const pageId = (ref: string, fragment?: string): string => {
    const address = addresses.addressFor(ref, fragment);
    return isWhole(address) ? address : `${UP}${addressOf(ref, fragment)}`;
  };
  const sourceId = (id: string): string => {
    const source = entryIn(guide, 'sources', id);
    return citeAs(source) ?? pageId(source.ref);
  };
  /** what an inference of the editors names as its ground: a sentence of the abstract, a statement, an entry, a source */
  const ground = (part: string, page: string): string => {
    if (guide.sentences.has(part)) return pageId('pages/evidence/the-paper', part);
    const [ref = '', id] = part.split('#');
    if (ref === '') return pageId(page, id);
    return ref.includes('/') ? pageId(entryOf(guide, ref).ref, id) : id ? pageId(`sources/${ref}`, id) : sourceId(ref);
  };
  const isSource = (part: string): boolean => guide.entries.has(`sources/${part}`);
  const used = new Set<string>();
  /** the publications that say it: the study, the source it names, or those that a judgment rests on */
  const saidBy = ({ voice, source, from }: Statement): string[] =>
    voice === 'paper' ? [guide.study.id] : source ? [source] : from.filter(isSource);
  const basis = (statement: Statement): Thing | undefined => {
    const { voice, from, page } = statement;
    const grounds = from.map((part) => ({ '@id': ground(part, page) }));
    if (voice === 'paper' || voice === 'others') {
      const said = saidBy(statement);
      for (const id of said) used.add(id);
      const works = said.map((id) => ({ '@id': sourceId(id) }));
      return {
        citation: works,
        'prov:wasDerivedFrom': grounds.length > 0 ? grounds : works,
        claimInterpreter: { '@id': '#editors' },
        [HAS_EVIDENCE]: { '@id': EVIDENCE.author },
      };
    }
    if (voice !== 'editors') return undefined;
    return {
      author: { '@id': '#editors' },
      ...(grounds.length > 0 && { 'prov:wasDerivedFrom': grounds }),
      [HAS_EVIDENCE]: { '@id': EVIDENCE.curator },
    };
  };
  const claims = guide.statements.flatMap((statement): Thing[] => {
    const rests = basis(statement);
    return rests
      ? [
          {
            '@id': pageId(statement.page, statement.id),
            '@type': 'Claim',
            text: statement.text,
            appearance: { '@id': pageId(statement.page) },
            ...rests,
          },
        ]
      : [];
  });
  const works = guide.sources.filter(({ id }) => used.has(id)).map((source) => ({ ...articleLd(source), '@id': sourceId(source.id) }));
  return {
    '@context': ['https://schema.org', { prov: 'http://www.w3.org/ns/prov#', eco: 'http://purl.obolibrary.org/obo/' }],
    '@graph': [{ '@id': '#editors', ...editorsLd(guide) }, ...works, ...claims],
  };
}
