import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { FILE } from '../documents/site-search/name-files.ts';
import { hasDigit, wordsOf, writtenIn } from '../documents/site-search/query.ts';
import type { SearchData } from '../documents/site-search/search-name.ts';
import { PlainError } from '../lib/plain-error.ts';
import { builtPages } from './built-pages.ts';
import { nameFiles } from './name-files.ts';

/** Elements that may end inside a word. After any other one a word ends, where Pagefind would read on. */
const INSIDE_WORDS = 'a|abbr|b|cite|code|em|glossary-term|i|kbd|mark|q|s|small|strong|sub|sup|time|u';
const WORD_ENDS = new RegExp(`</(?!(?:${INSIDE_WORDS})>)[a-z0-9-]+>(?=(?:</[a-z0-9-]+>)*(?:[\\p{L}\\p{N}]|<[a-z]))`, 'gu');

/** Indexes the built pages with Pagefind into `pagefind/` beside them, and tells the names which words and numbers the pages print. */
export function searchIndex(): AstroIntegration {
  let base = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        try {
          const { index, errors: starting } = await pagefind.createIndex({ forceLanguage: 'en' });
          if (!index) throw new PlainError(`Pagefind did not start: ${starting.join('; ')}`);
          const pages = builtPages(folder);
          const added = await Promise.all(
            pages.map(({ path, html }) => index.addHTMLFile({ sourcePath: path, content: html.replace(WORD_ENDS, '$& ') })),
          );
          const written = await index.writeFiles({ outputPath: `${folder}pagefind` });
          const { files, errors: reading } = await index.getFiles();
          const errors = [...added.flatMap((one) => one.errors), ...written.errors, ...reading];
          if (errors.length > 0) throw new PlainError(`Pagefind could not index the pages: ${errors.join('; ')}`);
          const indexed = files.filter(({ path }) => path.endsWith('.pf_fragment')).map(({ content }) => read(content));
          await tellNames(`${folder}search`, new Map(indexed.map(({ url, content }) => [`${base}${url}`, content])));
          logger.info(`${indexed.length} pages indexed`);
        } finally {
          await pagefind.close();
        }
      },
    },
  };
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
