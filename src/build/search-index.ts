import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { FILE } from '../documents/site-search/name-files.ts';
import { hasDigit, wordsOf, writtenIn } from '../documents/site-search/query.ts';
import type { SearchData } from '../documents/site-search/search-name.ts';
import { filesBelow } from '../exports/kept.ts';
import { PlainError } from '../lib/plain-error.ts';
import { nameFiles } from './name-files.ts';

/** Elements that may end inside a word. After any other one a word ends, where Pagefind would read on. */
const INSIDE_WORDS = 'a|abbr|b|cite|code|em|glossary-term|i|kbd|mark|q|s|small|strong|sub|sup|time|u';
const WORD_ENDS = new RegExp(`</(?!(?:${INSIDE_WORDS})>)[a-z0-9-]+>(?=(?:</[a-z0-9-]+>)*(?:[\\p{L}\\p{N}]|<[a-z]))`, 'gu');

/** The end of a cell with another one beside it: a result shows both in one line. */
const CELL_ENDS = /<\/t[dh]>(?=\s*<t[dh])/g;

/** An index of pages by Pagefind, a program of its own: it reads one page while the next is drawn. */
export class SearchIndex {
  readonly #index: Pick<pagefind.PagefindIndex, 'addHTMLFile' | 'writeFiles'>;
  readonly #added: Promise<pagefind.NewFileResponse>[] = [];
  /** pages that are to come, in the order in which they are read: the same pages give the same index */
  #order: readonly string[] = [];
  readonly #waiting = new Map<string, string>();
  #read = 0;

  /** @param index what reads pages */
  constructor(index: Pick<pagefind.PagefindIndex, 'addHTMLFile' | 'writeFiles'>) {
    this.#index = index;
  }

  /** @throws PlainError where Pagefind does not start */
  static async start(): Promise<SearchIndex> {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
    if (!index) throw new PlainError(`Pagefind did not start: ${errors.join('; ')}`);
    return new SearchIndex(index);
  }

  /** Tells which pages will come, by the paths of their files in the site. */
  expect(paths: readonly string[]): void {
    this.#order = paths;
  }

  /** Takes a page that was told to come; it is read once all before it are there. */
  add(path: string, html: string): void {
    this.#waiting.set(path, html);
    while (this.#waiting.has(this.#order[this.#read] ?? '')) this.#take(this.#order[this.#read++] as string);
  }

  #take(path: string): void {
    const html = this.#waiting.get(path) ?? '';
    this.#waiting.delete(path);
    const added = this.#index.addHTMLFile({ sourcePath: path, content: html.replace(CELL_ENDS, ' · $&').replace(WORD_ENDS, '$& ') });
    // told when it is waited for
    added.catch(() => undefined);
    this.#added.push(added);
  }

  /**
   * Writes the index into `pagefind/` of a built site, and tells the names which words and numbers the pages print.
   *
   * @param base of the site's addresses, without a slash at the end
   * @returns how many pages it holds
   * @throws PlainError where Pagefind could not read a page, or a page came that was not told
   */
  async write(folder: string, base: string): Promise<number> {
    // those behind a page that never came
    for (const path of this.#order) if (this.#waiting.has(path)) this.#take(path);
    if (this.#waiting.size > 0)
      throw new PlainError(`Nobody told the search that these pages come: ${[...this.#waiting.keys()].join(', ')}`);
    const added = await Promise.all(this.#added);
    const place = join(folder, 'pagefind');
    const written = await this.#index.writeFiles({ outputPath: place });
    const errors = [...added.flatMap((one) => one.errors), ...written.errors];
    if (errors.length > 0) throw new PlainError(`Pagefind could not index the pages: ${errors.join('; ')}`);
    const indexed = filesBelow(join(place, 'fragment'))
      .map((file) => read(readFileSync(file)))
      .sort((a, b) => (a.url < b.url ? -1 : 1));
    await tellNames(join(folder, 'search'), new Map(indexed.map(({ url, content }) => [`${base}${url}`, content])));
    return indexed.length;
  }

  /** Ends the program, whatever it is doing. */
  static stop = (): Promise<unknown> => pagefind.close();
}

/** A page as Pagefind keeps it: JSON after a signature. */
function read(fragment: Uint8Array): { url: string; content: string } {
  const text = gunzipSync(fragment).toString('utf8');
  return JSON.parse(text.slice(text.indexOf('{')));
}

/**
 * Adds what only built pages tell: every word they print, for what is missing would be read as another word, and each page's
 * numbers. Then writes the names as a search loads them.
 *
 * @param folder of the names
 * @param texts what pages print, by address
 */
async function tellNames(folder: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const { names, vocabulary, synonyms }: SearchData = JSON.parse(await readFile(`${folder}/${FILE.first}`, 'utf8'));
  const words = new Set(vocabulary.split(' '));
  for (const word of [...texts.values()].flatMap(writtenIn)) if (!hasDigit(word)) words.add(word);
  const told = names.map((name) => {
    const numbers = [...new Set(wordsOf(texts.get(name.address) ?? '').filter(hasDigit))].sort().join(' ');
    return numbers ? { ...name, numbers } : name;
  });
  const files = nameFiles({ names: told, vocabulary: [...words].join(' '), synonyms });
  await Promise.all([...files].map(([name, text]) => writeFile(`${folder}/${name}`, text)));
}
