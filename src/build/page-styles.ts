import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../lib/hash.ts';
import { madeOnce } from '../lib/items.ts';
import { usedRules } from './used-rules.ts';

const STYLE = /<style>([\s\S]*?)<\/style>/g;
const SCRIPT = /<script([^>]*)>([\s\S]*?)<\/script>/g;
const wordsIn = (text: string): string[] => text.match(/[a-z][\w-]*/gi) ?? [];
const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Caches the results of a function by its argument. */
const once = <T>(make: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>();
  return (key) => madeOnce(known, key, () => make(key));
};

/** Hashes of a directive of the policy: those of this page in place of those of all pages. */
const withHashes = (policy: string, directive: string, hashes: readonly string[]): string =>
  policy.replace(new RegExp(`(${directive} [^;]*?)((?: 'sha256-[^']+')*)(?=;)`), (_, rest) => [rest, ...hashes].join(' '));

/**
 * Cuts built pages to their own: of the styles what a page can use, and of the hashes in its policy those of its styles and scripts.
 * A page can use a class or an element of the site's own that stands in its markup, and one whose name is a word in its data or in a
 * script that it loads.
 *
 * Styles of a page that says `data-linked` come to stand in a file.
 *
 * @param folder where the pages lie
 * @param base the path at which they will be served, without a slash at its end
 * @returns takes the HTML of a page and gives it cut
 */
export function pageStyles(folder: string, base: string): (html: string) => string {
  const sheet = once(usedRules);
  /** Words of a script and of all that it may load. */
  const script = once((name: string): { words: ReadonlySet<string>; loads: string[] } => {
    const path = join(folder, '_astro', name);
    const code = existsSync(path) ? readFileSync(path, 'utf8') : '';
    return { words: new Set(wordsIn(code)), loads: code.match(/[\w.-]+\.js\b/g) ?? [] };
  });
  /** the name of a file that holds a style sheet */
  const written = once((css: string): string => {
    const name = `page.${hashOf([css]).toString('hex').slice(0, 8)}.css`;
    writeFileSync(join(folder, '_astro', name), css);
    return name;
  });
  return (html) => {
    const names = new Set([...html.matchAll(/<([a-z]+-[\w-]+)/g)].map(([, tag = '']) => tag));
    for (const [, text = ''] of html.matchAll(/\s(?:class|data-[\w-]+)="([^"]*)"/g)) for (const word of wordsIn(text)) names.add(word);
    const scripts: string[] = [];
    const inline: string[] = [];
    for (const [, attributes = '', code = ''] of html.matchAll(SCRIPT)) {
      const name = /\ssrc="[^"]*\/([^"/]+)"/.exec(attributes)?.[1];
      if (name) scripts.push(name);
      else if (!/type="application\/ld\+json"/.test(attributes)) for (const word of wordsIn(code)) names.add(word);
      if (!name && !/type="application\//.test(attributes)) inline.push(sourceOf(code));
    }
    // a set grows while it is walked: what a script loads comes after it
    const reached = new Set(scripts);
    for (const name of reached) for (const next of script(name).loads) reached.add(next);
    const sets = [names, ...[...reached].map((name) => script(name).words)];
    const styles: string[] = [];
    const isLinked = /<html [^>]*data-linked/.test(html);
    const cut = html.replace(STYLE, (_, css: string) => {
      const left = sheet(css)((name) => sets.some((words) => words.has(name)));
      if (isLinked) return `<link rel="stylesheet" href="${base}/_astro/${written(left)}">`;
      styles.push(sourceOf(left));
      return `<style>${left}</style>`;
    });
    return cut.replace(
      /(<meta http-equiv="content-security-policy" content=")([^"]*)/i,
      (_, start: string, policy: string) => start + withHashes(withHashes(policy, 'script-src', inline), 'style-src', styles),
    );
  };
}
