import type { Source } from '../guide/types.ts';
import { type CslName, cslOf, noteOf, pageRange, pubmedLines } from './csl.ts';
import { itemTypeOf } from './item-types.ts';

const nameText = (name: CslName): string =>
  'literal' in name ? name.literal : [name.family, name.given, name.suffix].filter((part) => part !== undefined).join(', ');

function recordText(source: Source): string {
  const item = cslOf(source);
  const [year, ...day] = item.issued?.['date-parts'][0] ?? [];
  const [first, last] = pageRange(item);
  const fields: [string, string | number | undefined][] = [
    ['TY', itemTypeOf(source).ris],
    ['ID', item.id],
    ...(item.author ?? []).map((name): [string, string] => ['AU', nameText(name)]),
    ['TI', item.title],
    // what only tells a kind of page is no place; programs differ in what they take M3 for, so it stays out
    ['T2', item['container-title']],
    ['PB', item.publisher],
    ['SV', item.number],
    ['PY', year],
    ['DA', day.length ? [year, ...day.map((part) => String(part).padStart(2, '0'))].join('/') : undefined],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', first],
    ['EP', last],
    ['DO', item.DOI],
    ['AN', item.PMID],
    ['DB', item.PMID && 'PubMed'],
    ['C2', item.PMCID],
    // what a program may do with accession numbers differs; these lines land where it keeps what has no field
    ...pubmedLines(source).map((line): [string, string] => ['M2', line]),
    ['UR', item.URL],
    ['N1', noteOf(source) || undefined],
  ];
  const lines = fields.filter(([, value]) => value !== undefined).map(([tag, value]) => `${tag}  - ${String(value).replace(/\s+/g, ' ')}`);
  return [...lines, 'ER  - '].join('\r\n');
}

/** Sources as the text of an RIS file. Lines end as the format asks. */
export const risText = (sources: readonly Source[]): string => `${sources.map(recordText).join('\r\n\r\n')}\r\n`;
