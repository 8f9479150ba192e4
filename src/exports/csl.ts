import { officialAddress } from '../guide/addresses.ts';
import { authorName, isInitials } from '../guide/labels.ts';
import type { Source } from '../guide/types.ts';
import type { Author } from '../schemas/source.ts';

/** A name as CSL has it: the parts of a person's name, or an organization's name as it stands. */
export type CslName = { family: string; given?: string; suffix?: string } | { literal: string };

/** The part of CSL-JSON that the guide's records fill (https://docs.citationstyles.org, version 1.0.2). */
export interface CslItem {
  id: string;
  type: 'article-journal' | 'report' | 'webpage' | 'post-weblog' | 'document';
  title: string;
  author?: CslName[];
  issued?: { 'date-parts': [number[]] };
  'container-title'?: string;
  publisher?: string;
  genre?: string;
  volume?: string;
  issue?: string;
  page?: string;
  DOI?: string;
  PMID?: string;
  PMCID?: string;
  URL?: string;
  note?: string;
}

/** An author's name in its parts. Initials as PubMed has them are parted: "FE" is F. E. */
export function nameOf(author: Author): CslName {
  if ('name' in author) return { literal: author.name };
  const { family, given, suffix } = author;
  const parted = given && isInitials(given) ? [...given].map((letter) => `${letter}.`).join(' ') : given;
  return { family, ...(parted && { given: parted }), ...(suffix && { suffix }) };
}

/** The words that tell a kind of page and are no name of a place: "program page". */
const PAGE = /\bpages?$/i;

/** What kind of thing it is, from where it stands. A page without an address is only a document for whoever looks for it. */
function typeOf({ data }: Source): CslItem['type'] {
  const place = data.container ?? '';
  const numbered = data.doi ?? data.pmid ?? data.pmcid ?? data.volume;
  const own =
    data.kind === 'official record or program terms' ||
    data.kind === 'own account of a program' ||
    data.authors.some((author) => authorName(author) === place);
  if (PAGE.test(place)) return data.url ? 'webpage' : 'document';
  if (/\bblog\b/i.test(`${place} ${data.design ?? ''}`)) return data.url ? 'post-weblog' : 'document';
  if (/\b(?:docket|paper|press|report)\b/i.test(place)) return 'report';
  if (!numbered && data.url && (own || !place)) return 'webpage';
  return numbered || place ? 'article-journal' : 'document';
}

/** What a reader of the record should know about its authors and its title, without words in front of a colon at a line's start. */
function noteOf({ data }: Source): string {
  return [
    data['et-al'] && 'The record names the first authors only.',
    data['authors-note'],
    ...data.authors.filter((author) => 'note' in author).map((author) => `${authorName(author)}.`),
    data['title-note'] && `About the title: ${data['title-note']}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * A source as a CSL-JSON item, for reference managers and citation processors. Fields the record does not know stay out;
 * nothing is completed or guessed.
 *
 * @param source a source of the checked guide
 */
export function cslOf(source: Source): CslItem {
  const { data } = source;
  const type = typeOf(source);
  const author = data.authors.map(nameOf);
  const issued = data.published?.split('-').map(Number) ?? (data.year && [data.year]);
  const place = data.container && (PAGE.test(data.container) ? 'genre' : type === 'report' ? 'publisher' : 'container-title');
  const address = officialAddress(source)?.url;
  const note = noteOf(source);
  return {
    id: source.id,
    type,
    title: data.title,
    ...(author.length && { author }),
    ...(issued && { issued: { 'date-parts': [issued] as [number[]] } }),
    ...(place && { [place]: data.container }),
    ...(data.volume && { volume: data.volume }),
    ...(data.issue && { issue: data.issue }),
    ...(data.pages && { page: data.pages }),
    ...(data.doi && { DOI: data.doi }),
    ...(data.pmid && { PMID: data.pmid }),
    ...(data.pmcid && { PMCID: data.pmcid }),
    ...(address && { URL: address }),
    ...(note && { note }),
  };
}

/** Sources as the text of a CSL-JSON file. */
export const cslText = (sources: readonly Source[]): string => `${JSON.stringify(sources.map(cslOf), null, 2)}\n`;
