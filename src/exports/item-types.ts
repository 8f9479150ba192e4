import { authorName } from '../guide/labels.ts';
import type { Source } from '../guide/types.ts';
import type { PublicationType } from '../schemas/kinds.ts';

/** What the formats call one type of publication. */
export interface ItemType {
  /** CSL 1.0.2 */
  csl: string;
  /** RIS, its `TY` */
  ris: string;
  /** BibTeX; `online` is biblatex’s, and styles that do not know it set it as `misc` */
  bibtex: string;
  /** schema.org */
  schema: string;
  /** what Zotero calls it: the formats that know none but articles, books and reports give it by this name */
  zotero: string;
  /** the field of CSL that `container` of the record fills */
  place: 'container-title' | 'publisher' | 'number';
}

/** One table for all formats, so that no two files tell two things of one source. */
export const ITEM_TYPES: Readonly<Record<PublicationType, ItemType>> = {
  'journal article': {
    csl: 'article-journal',
    ris: 'JOUR',
    bibtex: 'article',
    schema: 'ScholarlyArticle',
    zotero: 'journalArticle',
    place: 'container-title',
  },
  'news article': {
    csl: 'article-newspaper',
    ris: 'NEWS',
    bibtex: 'article',
    schema: 'NewsArticle',
    zotero: 'newspaperArticle',
    place: 'container-title',
  },
  book: { csl: 'book', ris: 'BOOK', bibtex: 'book', schema: 'Book', zotero: 'book', place: 'publisher' },
  report: { csl: 'report', ris: 'RPRT', bibtex: 'techreport', schema: 'Report', zotero: 'report', place: 'publisher' },
  'web page': { csl: 'webpage', ris: 'ELEC', bibtex: 'online', schema: 'WebPage', zotero: 'webpage', place: 'container-title' },
  'blog post': { csl: 'post-weblog', ris: 'BLOG', bibtex: 'online', schema: 'BlogPosting', zotero: 'blogPost', place: 'container-title' },
  law: { csl: 'legislation', ris: 'STAT', bibtex: 'misc', schema: 'Legislation', zotero: 'statute', place: 'container-title' },
  // schema.org has no rulings
  'court ruling': { csl: 'legal_case', ris: 'CASE', bibtex: 'misc', schema: 'CreativeWork', zotero: 'case', place: 'number' },
};

/** The words that tell a kind of page and are no name of a place: "program page". */
export const isPageWords = (place: string): boolean => /\bpages?$/i.test(place);

/** What a source is as a publication: as its record says, and where it does not, as its place and its numbers tell. */
export function publicationType({ data }: Source): PublicationType {
  if (data.type) return data.type;
  const place = data.container ?? '';
  if (isPageWords(place)) return 'web page';
  // a journal may be called a report, and has volumes
  if (data.volume !== undefined) return 'journal article';
  if (/\bblog\b/i.test(`${place} ${data.design ?? ''}`)) return 'blog post';
  if (/\b(?:docket|paper|press|report)\b/i.test(place)) return 'report';
  const own = data.authors.some((author) => authorName(author) === place);
  return !own && (data.doi ?? data.pmid ?? data.pmcid) ? 'journal article' : 'web page';
}

/** What the formats call a source. */
export const itemTypeOf = (source: Source): ItemType => ITEM_TYPES[publicationType(source)];
