import { officialAddress } from '../guide/addresses.ts';
import { authorName, isInitials } from '../guide/labels.ts';
import type { Source } from '../guide/types.ts';
import type { Author } from '../schemas/source.ts';
import { isPageWords, itemTypeOf } from './item-types.ts';

/** A name as CSL has it: the parts of a person's name, or an organization's name as it stands. */
export type CslName = { family: string; given?: string; suffix?: string } | { literal: string };

/** The part of CSL-JSON that the guide's records fill (https://docs.citationstyles.org, version 1.0.2). */
export interface CslItem {
  id: string;
  type: string;
  title: string;
  author?: CslName[];
  issued?: { 'date-parts': [number[]] };
  'container-title'?: string;
  publisher?: string;
  number?: string;
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

/** What a reader of the record should know about its authors and its title. */
export function noteOf({ data }: Source): string {
  return [
    data['et-al'] && `The record names the first authors only (${data.authors.map(authorName).join(', ')}).`,
    data['authors-note'],
    ...data.authors.filter((author) => 'note' in author).map((author) => `${authorName(author)}.`),
    data['title-note'] && `About the title: ${data['title-note']}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** A name with the family first: with a comma, no reader has to guess which part it is. */
export const familyFirst = (name: CslName): string =>
  'literal' in name ? name.literal : [name.family, [name.given, name.suffix].filter(Boolean).join(' ')].filter(Boolean).join(', ');

/** The first and the last page of an item; what is no range is the first alone. */
export function pageRange({ page }: CslItem): [first: string | undefined, last: string | undefined] {
  const [, first, last] = /^(\w+)[-–](\w+)$/.exec(page ?? '') ?? [undefined, page];
  return [first, last];
}

/** Authors of whom nobody is left out: a list that was cut would make the first ones the only ones, so it stays out. */
export const wholeAuthorsOf = ({ data }: Source): CslName[] => (data['et-al'] ? [] : data.authors.map(nameOf));

/** Numbers of PubMed as lines that Zotero and citation processors read where a format has no field for them. */
export const pubmedLines = ({ data }: Source): string[] => [
  ...(data.pmid ? [`PMID: ${data.pmid}`] : []),
  ...(data.pmcid ? [`PMCID: ${data.pmcid}`] : []),
];

/**
 * A source as a CSL-JSON item, for reference managers and citation processors. Fields the record does not know stay out;
 * nothing is completed or guessed.
 *
 * @param source a source of the checked guide
 */
export function cslOf(source: Source): CslItem {
  const { data } = source;
  const type = itemTypeOf(source);
  const author = wholeAuthorsOf(source);
  const issued = data.published?.split('-').map(Number) ?? (data.year && [data.year]);
  const place = data.container && (isPageWords(data.container) ? 'genre' : type.place);
  const address = officialAddress(source)?.url;
  const note = [...pubmedLines(source), noteOf(source)].filter(Boolean).join('\n');
  return {
    id: source.id,
    type: type.csl,
    title: data.title,
    ...(author.length && { author }),
    ...(issued && { issued: { 'date-parts': [issued] as [number[]] } }),
    // the number of a ruling without the word for it, which styles write themselves
    ...(place && { [place]: place === 'number' ? data.container?.replace(/^docket\s+/i, '') : data.container }),
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
