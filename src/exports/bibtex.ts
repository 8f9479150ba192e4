import type { Source } from '../guide/types.ts';
import { type CslItem, type CslName, cslOf } from './csl.ts';

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

const TYPES: Record<CslItem['type'], string> = {
  'article-journal': 'article',
  report: 'techreport',
  webpage: 'misc',
  'post-weblog': 'misc',
  document: 'misc',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function entryText(source: Source): string {
  const item = cslOf(source);
  const [year, month] = item.issued?.['date-parts'][0] ?? [];
  const authors = item.author?.map(nameText) ?? [];
  const text = (value: string | undefined): string | undefined => value && `{${escapeTex(value)}}`;
  const plain = (value: string | number | undefined): string | undefined => (value === undefined ? undefined : `{${value}}`);
  const fields: [string, string | undefined][] = [
    ['author', authors.length ? `{${[...authors, ...(source.data['et-al'] ? ['others'] : [])].join(' and ')}}` : undefined],
    // the second pair of braces keeps capitals as published
    ['title', `{${text(item.title)}}`],
    [item.type === 'article-journal' ? 'journal' : 'howpublished', text(item['container-title'] ?? item.genre)],
    // so that "and" in it parts no list
    ['institution', item.publisher && `{${text(item.publisher)}}`],
    ['year', plain(year)],
    ['month', month ? MONTHS[month - 1] : undefined],
    ['volume', text(item.volume)],
    ['number', text(item.issue)],
    ['pages', text(item.page?.replace(/(?<=\w)[-–](?=\w)/, '--'))],
    ['doi', plain(item.DOI)],
    ['pmid', plain(item.PMID)],
    ['pmcid', plain(item.PMCID)],
    ['url', plain(item.URL)],
    ['note', text(item.note)],
  ];
  const lines = fields.filter(([, value]) => value !== undefined).map(([name, value]) => `  ${name} = ${value},`);
  return [`@${TYPES[item.type]}{${item.id},`, ...lines, '}'].join('\n');
}

/** Sources as the text of a BibTeX file; the key of each is its id. */
export const bibtexText = (sources: readonly Source[]): string => `${sources.map(entryText).join('\n\n')}\n`;
