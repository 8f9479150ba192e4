import type { Source } from '../guide/types.ts';
import { type CslName, cslOf, nameOf, noteOf } from './csl.ts';
import { itemTypeOf } from './item-types.ts';

const COMMANDS: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\^{}' };
// BibTeX counts braces, escaped ones too: a lone one must be a word
const LONE: Record<string, string> = { '{': '\\textbraceleft{}', '}': '\\textbraceright{}' };

/** A text in which LaTeX takes no character for a command; letters with accents stay as they are (UTF-8). */
function escapeTex(text: string): string {
  let depth = 0;
  const closed = [...text].every((sign) => {
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    return depth >= 0;
  });
  const commands = closed && depth === 0 ? COMMANDS : { ...COMMANDS, ...LONE };
  return text.replace(/[\\{}~^&%$#_]/g, (sign) => commands[sign] ?? `\\${sign}`);
}

const nameText = (name: CslName): string =>
  'literal' in name
    ? `{${escapeTex(name.literal)}}`
    : [name.family, name.suffix, name.given]
        .filter((part) => part !== undefined)
        .map(escapeTex)
        .join(', ');

/** A word, or a command of LaTeX, which is none. */
const WORD = /\\[a-z]+|(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;
/** Where a sentence begins inside a title. */
const BEGINS = /[:.?!–—“"‘(]\s*$/;

/** Whether a title is written with capitals at most of its words, so that a capital tells nothing of a word. */
function isHeadline(title: string): boolean {
  const words = [...title.matchAll(WORD)].filter(
    ({ 0: word, index }) => word.length > 3 && index > 0 && !BEGINS.test(title.slice(0, index)),
  );
  return words.filter(([word]) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
}

/**
 * A title for BibTeX, whose styles set capitals: in braces only what must keep its own, so that it is cased like its
 * neighbors. These are words with a capital inside ("QUERI", "iNET"), names of the record's own organization and countries,
 * and, in a title written like a sentence, each capital inside it.
 */
function titleText({ data }: Source): string {
  const title = escapeTex(data.title);
  const headline = isHeadline(title);
  const names = [data.organization ?? '', ...data.countries].filter(Boolean).map(escapeTex);
  const named = names.flatMap((name) =>
    [...title.matchAll(new RegExp(RegExp.escape(name), 'g'))].map(({ index }) => [index, index + name.length]),
  );
  return title.replace(WORD, (word, index: number) => {
    const inside = /.\p{Lu}|\p{Lu}\d/u.test(word.replace(/-\p{Lu}(?=\p{Ll})/gu, '-'));
    const proper = !headline && /^\p{Lu}/u.test(word) && index > 0 && !BEGINS.test(title.slice(0, index));
    const own = named.some(([from = 0, to = 0]) => index >= from && index < to) && /^\p{Lu}/u.test(word);
    return !word.startsWith('\\') && (inside || proper || own) ? `{${word}}` : word;
  });
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function entryText(source: Source): string {
  const item = cslOf(source);
  const [year, month] = item.issued?.['date-parts'][0] ?? [];
  const type = itemTypeOf(source);
  // a list that was cut can say so here
  const authors = source.data.authors.map((author) => nameText(nameOf(author)));
  const text = (value: string | undefined): string | undefined => value && `{${escapeTex(value)}}`;
  const plain = (value: string | number | undefined): string | undefined => (value === undefined ? undefined : `{${value}}`);
  const fields: [string, string | undefined][] = [
    ['author', authors.length ? `{${[...authors, ...(source.data['et-al'] ? ['others'] : [])].join(' and ')}}` : undefined],
    ['title', `{${titleText(source)}}`],
    [
      type.bibtex === 'article' ? 'journal' : 'howpublished',
      text(item['container-title'] ?? item.genre ?? (item.number && source.data.container)),
    ],
    // so that "and" in it parts no list
    [type.bibtex === 'book' ? 'publisher' : 'institution', item.publisher && `{${text(item.publisher)}}`],
    ['year', plain(year)],
    ['month', month ? MONTHS[month - 1] : undefined],
    ['volume', text(item.volume)],
    ['number', text(item.issue)],
    ['pages', text(item.page?.replace(/(?<=\w)[-–](?=\w)/, '--'))],
    ['doi', plain(item.DOI)],
    ['pmid', plain(item.PMID)],
    ['pmcid', plain(item.PMCID)],
    ['url', plain(item.URL)],
    ['note', text(noteOf(source) || undefined)],
  ];
  const lines = fields.filter(([, value]) => value !== undefined).map(([name, value]) => `  ${name} = ${value},`);
  return [`@${type.bibtex}{${item.id},`, ...lines, '}'].join('\n');
}

/** Sources as the text of a BibTeX file; the key of each is its id. */
export const bibtexText = (sources: readonly Source[]): string => `${sources.map(entryText).join('\n\n')}\n`;
