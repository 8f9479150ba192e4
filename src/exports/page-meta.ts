import { officialAddress } from '../guide/addresses.ts';
import type { Guide, Source } from '../guide/types.ts';
import { editorsOf } from './citation.ts';
import { cslOf, familyFirst, pageRange, wholeAuthorsOf } from './csl.ts';
import { publicationType } from './item-types.ts';

/** A `meta` element of the head. */
export interface Meta {
  name: string;
  content: string;
}
const metas = (pairs: readonly (readonly [string, string | undefined])[]): Meta[] =>
  pairs.flatMap(([name, content]) => (content ? { name, content } : []));

/** The tag in which each type names its place. Readers take the others for an article, so they get no tags (COinS tells of them). */
const PLACES: Partial<Record<ReturnType<typeof publicationType>, string>> = {
  'journal article': 'citation_journal_title',
  report: 'citation_technical_report_institution',
};

/**
 * The publication a page is about, in the tags that Google Scholar and reference managers read.
 *
 * @returns nothing for what these tags have no type for
 */
export function publicationMeta(source: Source): Meta[] {
  const place = PLACES[publicationType(source)];
  if (!place) return [];
  const { data } = source;
  const item = cslOf(source);
  const [first, last] = pageRange(item);
  return metas([
    ['citation_title', item.title],
    ...wholeAuthorsOf(source).map((name) => ['citation_author', familyFirst(name)] as const),
    [place, item['container-title'] ?? item.publisher],
    ['citation_publication_date', data.published?.replaceAll('-', '/') ?? data.year?.toString()],
    ['citation_volume', item.volume],
    ['citation_issue', item.issue],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    ['citation_doi', item.DOI],
    ['citation_pmid', item.PMID],
    ['citation_public_url', officialAddress(source)?.url],
  ]);
}

/**
 * A page of the guide in the terms of Dublin Core: who wrote it, when somebody last read it, what may be done with it.
 *
 * @param page its address is left out where it is not known
 */
export function pageMeta(
  guide: Pick<Guide, 'about'>,
  { title, address, reviewed }: { title: string; address: string | undefined; reviewed: string | undefined },
): Meta[] {
  const { about } = guide;
  return metas([
    ['dcterms.title', title],
    // with a comma, reference managers do not part it into given names and a family name
    ['dcterms.creator', `${editorsOf(guide)},`],
    ['dcterms.publisher', editorsOf(guide)],
    ['dcterms.date', reviewed],
    ['dcterms.language', about.language],
    ['dcterms.rights', about.licences.text],
    ['dcterms.identifier', address],
  ]);
}
