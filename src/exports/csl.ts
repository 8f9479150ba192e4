import { officialAddress } from '../guide/labels.ts';
import type { Source } from '../guide/types.ts';

/** A name as CSL has it: the parts of a person's name, or an organisation's name as it stands. */
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

const ORGANISATION =
  /\b(?:of|for|and|the|academy|agency|association|authority|board|bureau|cent(?:er|re)s?|college|collaborati(?:on|ve)|commission|committee|consortium|council|department|evidence|foundation|group|health|healthcare|hospital|institutes?|ministry|network|office|organi[sz]ation|press|program(?:me)?|research|school|service|services|society|system|team|trust|university)\b|[&\d]/i;
const SUFFIX = /^(?:Jr\.?|Sr\.?|I{2,3}|IV)$/;
const PARTICLES = /^(?:af|al|bin|d[aeiou]|da[ls]|de[lnr]|dell[ao]|dos|el|l[ae]|te[nr]?|v[ao]n|zu[mr]?|y|Mc)$/;

/**
 * The parts of an author's name. The name may be written as on a title page ("Francis D. Chesley Jr") or as PubMed has it
 * ("Harrell FE", whose initials are parted: F. E.). Organisations stay whole. Where a family name has more than one word,
 * either lower-case particles tell it ("de la Cruz"), or a space that does not break (U+00A0), or `short`, the record's
 * short citation, which begins with the first author's family name.
 *
 * @param name as the record has it
 * @param short as the record has it; for the first author only
 */
export function nameOf(name: string, short = ''): CslName {
  const words = name.split(/[ \t\n]+/).filter(Boolean);
  const tidy = (parts: readonly string[]): string => parts.join(' ').replaceAll('\u00A0', ' ');
  if (words.length === 1 && /^\p{Lu}[\p{Ll}\p{M}'’-]*$/u.test(name)) return { family: name };
  if (words.length < 2 || ORGANISATION.test(name) || /^\p{Lu}{3,}$/u.test(words[0] as string)) return { literal: tidy(words) };

  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) as string) ? (words.pop() as string) : undefined;
  const ending = suffix && { suffix };
  const last = words.at(-1) as string;
  if (/^\p{Lu}{1,4}$/u.test(last) && /\p{Ll}/u.test(words[0] as string))
    return { family: tidy(words.slice(0, -1)), given: [...last].map((letter) => `${letter}.`).join(' '), ...ending };

  let start = words.length - 1;
  while (start > 1 && PARTICLES.test(words[start - 1] as string)) start--;
  for (let from = 1; from < start; from++) {
    const family = words.slice(from).join(' ');
    if (short.startsWith(family) && !/^[\p{L}-]/u.test(short.slice(family.length))) start = from;
  }
  return { family: tidy(words.slice(start)), given: tidy(words.slice(0, start)), ...ending };
}

/** The words that tell a kind of page and are no name of a place: "program page". */
const PAGE = /\bpages?$/i;

/** What kind of thing it is, from where it stands. A page without an address is only a document to who looks for it. */
function typeOf({ data }: Source): CslItem['type'] {
  const place = data.container ?? '';
  const numbered = data.doi ?? data.pmid ?? data.pmcid ?? data.volume;
  const own = data.kind === 'official record or program terms' || data.kind === 'own account of a program' || data.authors.includes(place);
  if (PAGE.test(place)) return data.url ? 'webpage' : 'document';
  if (/\bblog\b/i.test(`${place} ${data.design ?? ''}`)) return data.url ? 'post-weblog' : 'document';
  if (/\b(?:docket|paper|press|report)\b/i.test(place)) return 'report';
  if (!numbered && data.url && (own || !place)) return 'webpage';
  return numbered || place ? 'article-journal' : 'document';
}

/** What a reader of the record should know about its authors and its title, without words in front of a colon at a line's start. */
function noteOf({ data }: Source): string {
  const aside = data.authors.map((name) => /^(.*?) \((.+)\)$/.exec(name)).filter((match) => match !== null);
  return [
    data['et-al'] && 'The record names the first authors only.',
    data['authors-note'],
    ...aside.map(([, name, words]) => `${name} (${words}).`),
    data['title-note'] && `About the title: ${data['title-note']}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * A source as a CSL-JSON item, for reference managers and citation processors. Fields the record does not know stay out;
 * nothing is completed or guessed. Words in brackets after an author's name go to the note.
 *
 * @param source a source of the checked guide
 */
export function cslOf(source: Source): CslItem {
  const { data } = source;
  const type = typeOf(source);
  const author = data.authors.map((name, i) => nameOf(name.replace(/ \(.+\)$/, ''), i === 0 ? data.short : ''));
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
