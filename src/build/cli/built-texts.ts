import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import { filesBelow } from '../../exports/kept.ts';
import { fieldsOf, type Text } from './abstract.ts';

/** Elements that stand inside a sentence; at every other tag a text ends. Word and PowerPoint cut a sentence into runs too. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time tspan u var wbr'.split(' '),
);
const OFFICE_BLOCK = new Set('w:p w:tc w:tr w:tbl a:p a:tc a:tr p:sp'.split(' '));

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Every text of a built site, cut where a reader sees one end: pages and drawings with their attributes and data, files of
 * text and tables, and what is packed in archives (Word, PowerPoint, packages for learning platforms, the search index).
 *
 * @param folder such as `dist`
 * @returns the texts, and how many files of each ending were read and left out (pictures, fonts)
 */
export function builtTexts(folder: string): { texts: Text[]; read: Map<string, number>; skipped: Map<string, number> } {
  const read = new Map<string, number>();
  const skipped = new Map<string, number>();
  const texts: Text[] = [];
  const add = (name: string, bytes: Uint8Array): void => {
    const ending = extname(name).toLowerCase() || '(none)';
    const found = textsIn(name, ending, bytes, add);
    const tally = found ? read : skipped;
    tally.set(ending, (tally.get(ending) ?? 0) + 1);
    for (const text of found ?? []) texts.push({ page: name, place: 'text', text });
  };
  for (const path of filesBelow(folder)) add(path, readFileSync(path));
  return { texts, read, skipped };
}

/** The texts of one file, or undefined where its ending holds none. */
function textsIn(name: string, ending: string, bytes: Uint8Array, add: (name: string, bytes: Uint8Array) => void): string[] | undefined {
  switch (ending) {
    case '.html':
    case '.svg':
    case '.xml':
    case '.rels':
    case '.xsd':
      return markupTexts(strFromU8(bytes));
    case '.json':
    case '.jsonld':
    case '.webmanifest':
      return jsonTexts(strFromU8(bytes));
    case '.csv':
      return cells(strFromU8(bytes));
    case '.docx':
    case '.pptx':
    case '.zip':
    case '.epub':
    case '.imscc':
      for (const [inner, content] of Object.entries(unzipSync(bytes))) if (!inner.endsWith('/')) add(`${name}/${inner}`, content);
      return [];
    case '.pf_fragment': {
      const text = strFromU8(gunzipSync(bytes));
      return jsonTexts(text.slice(text.indexOf('{')));
    }
    case '.md':
    case '.txt':
    case '.ris':
    case '.bib':
    case '.js':
    case '.css':
    case '.ics':
    case '.gift':
      return plainTexts(strFromU8(bytes));
    default:
      return undefined;
  }
}

/** The texts of a page or drawing: between tags that end a text, in attributes, and in data that scripts read. */
export function markupTexts(markup: string): string[] {
  const texts: string[] = [];
  let current = '';
  const end = (): void => {
    if (current.trim()) texts.push(decoded(current));
    current = '';
  };
  for (const [, comment, script, type = '', data = '', tag, attributes = '', text] of markup.matchAll(
    /(<!--[\s\S]*?-->)|<(script|style)\b([^>]*)>([\s\S]*?)<\/\2>|<\/?([a-zA-Z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+|<)/g,
  )) {
    if (text !== undefined) current += text;
    else if (script !== undefined) {
      end();
      texts.push(...(/json/.test(type) ? jsonTexts(data) : plainTexts(data)));
    } else if (tag !== undefined) {
      const inline = tag.includes(':') ? !OFFICE_BLOCK.has(tag) : INLINE.has(tag.toLowerCase());
      if (inline) current += tag.includes(':') ? '' : ' ';
      else end();
      for (const [, , value = ''] of attributes.matchAll(/=\s*(["'])([\s\S]*?)\1/g)) texts.push(decoded(value));
    } else if (comment) end();
  }
  end();
  return texts;
}

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : number ? String.fromCodePoint(Number(number)) : (ENTITIES[name] ?? whole),
  );

/** The texts of data; markup inside them is read as markup. */
function jsonTexts(text: string): string[] {
  try {
    return fieldsOf(JSON.parse(text), '').flatMap(({ text: one }) => (/<\/?[a-z]/i.test(one) ? markupTexts(one) : [one]));
  } catch {
    return plainTexts(text);
  }
}

/** The cells of a table whose cells are parted by commas. */
export const cells = (text: string): string[] =>
  [...text.matchAll(/"((?:[^"]|"")*)"|[^,\r\n"]+/g)].map(([whole, quoted]) =>
    quoted === undefined ? whole : quoted.replaceAll('""', '"'),
  );

/** The paragraphs, list items and cells of a text in Markdown or plain, without the addresses of its links. */
export const plainTexts = (text: string): string[] =>
  text
    .replace(/\]\([^)]*\)/g, ' ')
    .split(/\n\s*\n|\n(?=\s*(?:[-*+>#|]|\d+[.)]))|(?<!\\)\|/)
    .filter((part) => part.trim() !== '');
