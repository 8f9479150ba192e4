import type { Entry, Guide } from '../guide/types.ts';
import { contentTypeOf } from '../lib/media-types.ts';
import { href } from '../lib/urls.ts';
import { citeAs } from './citation.ts';
import { DATA_FILES, DATA_ZIP } from './data-files.ts';
import { itemTypeOf } from './item-types.ts';

/** A `link` element of the head. */
export interface Signpost {
  rel: string;
  href: string;
  type?: string;
}

/** The files beside the page of a source, for reference managers: the end of each name, and what it is called for readers. */
export const CITATION_FILES = [
  ['bib', 'BibTeX'],
  ['ris', 'RIS'],
  ['csl.json', 'CSL-JSON'],
] as const;

/** The media type of a file of the site, without its charset. CSL-JSON has one of its own. */
const typeOf = (name: string): string =>
  name.endsWith('.csl.json') ? 'application/vnd.citationstyles.csl+json' : contentTypeOf(name).replace(/;.*/, '');

/**
 * Where machines find what belongs to a page (FAIR Signposting, level 1, https://signposting.org/FAIR/): what to cite, what
 * kind of thing it is, its license, files that describe it, and the files that it offers. No author has an identifier here, so
 * there is no `author`.
 *
 * @param entry the entry the page is of; undefined for a list of findings
 * @param address the page's own; undefined where it is not known
 */
export function signpostsOf({ about }: Pick<Guide, 'about'>, entry: Entry | undefined, address: string | undefined): Signpost[] {
  const file = (rel: string, path: string): Signpost => ({ rel, href: href(path), type: typeOf(path) });
  const type = (name: string): Signpost => ({ rel: 'type', href: `https://schema.org/${name}` });
  const isSource = entry?.kind === 'sources';
  const isData = entry?.kind === 'pages' && entry.id === 'data';
  // the page of a source is about a publication: that is what to cite
  const cited = isSource ? citeAs(entry) : address;
  return [
    ...(cited ? [{ rel: 'cite-as', href: cited }] : []),
    ...(isSource ? [type('AboutPage'), type(itemTypeOf(entry).schema)] : isData ? [type('AboutPage'), type('Dataset')] : []),
    { rel: 'license', href: about.licences['text-address'] },
    ...(isSource ? CITATION_FILES.map(([end]) => file('alternate describedby', `/sources/${entry.id}.${end}`)) : []),
    ...(isData ? [DATA_ZIP, ...DATA_FILES].map(({ path, describes }) => file(describes ? 'describedby' : 'item', path)) : []),
  ];
}
