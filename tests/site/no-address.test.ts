import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { BUILDS } from './builds.ts';

const { folder, env } = BUILDS.other;

/** What only the site itself asks for, from where it stands. */
const OWN =
  /^(?:_astro|pagefind|search)\/|^(?:a-to-z|lens)\.json$|^figures\/.*\.details\.json$|^figures\/[^/]+\/details\.json$|^cases\/[^/]+\.json$|^_headers$/;
const PACKED = /\.(?:zip|docx|pptx|imscc|epub)$/;
const TEXT = /\.(?:md|csv|json|jsonld|txt|bib|ris|xml|svg|html?|xhtml|rels|ics|opf)$/;

/** Every text that a reader may take away, by its path; what is packed is opened, however deep. */
function* texts(name: string, bytes: Uint8Array): Generator<[string, string]> {
  if (PACKED.test(name)) for (const [inside, content] of Object.entries(unzipSync(bytes))) yield* texts(`${name}!${inside}`, content);
  else if (TEXT.test(name)) yield [name, new TextDecoder().decode(bytes)];
}

/** An address that leads nowhere from a disk or another site: a path from a root, or this machine. */
const DEAD = [
  /\b(?:href|src|url|action|template|contentUrl)\\?["']?\s*[=:]\s*\\?["']\/(?!\/)[^"']*/g,
  /\bTarget="\/[^"]*"[^>]*TargetMode="External"|TargetMode="External"[^>]*Target="\/[^"]*"/g,
  /\]\(<?\/[^)]*\)/g,
  /https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|guide\.invalid)[^\s"']*/g,
  // in plain text: a path that nothing names as one
  /(?<!\b(?:[Pp]age|file) )(?<![\w.:/<>*)\]?=-])\/[a-z][a-z0-9-]*\/(?:[\w-]+\/)*(?:[\w.-]+\.(?:md|csv|json|svg|png|txt))?(?:#[\w-]+)?/g,
];

describe('Where the guide does not know its own address', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1));
  const taken = files.filter((path) => !OWN.test(path) && !path.endsWith('.html') && path !== 'licenses.txt');

  test('no file that a reader takes away leads to a path or to this machine', () => {
    expect(env).not.toHaveProperty('SITE_URL');
    const seen = new Set<string>();
    const dead: string[] = [];
    for (const path of taken)
      for (const [name, text] of texts(path, readFileSync(join(folder, path)))) {
        seen.add(name.split('.').at(-1) ?? '');
        // parts of a package name each other by paths from its root
        if (/\[Content_Types\]\.xml$/.test(name)) continue;
        for (const pattern of DEAD) for (const [found] of text.matchAll(pattern)) dead.push(`${name}: ${found.slice(0, 100)}`);
      }
    expect(dead).toEqual([]);
    // documents, slides, cartridges and data were looked into
    for (const kind of ['rels', 'xml', 'html', 'md', 'csv', 'json', 'jsonld', 'bib', 'ris', 'svg', 'txt']) expect(seen).toContain(kind);
  });
  test('what names a place names it in words', () => {
    const lesson = readFileSync(join(folder, 'llms.txt'), 'utf8');
    expect(lesson).toMatch(/^- .* \(file \/\S+\.md of the guide\): /m);
    expect(readFileSync(join(folder, 'data/statements.csv'), 'utf8')).toMatch(/,page \/\S+ of the guide\r$/m);
  });
  test('there is no sitemap, no feed, no description for searching, no picture and no code of a frame', () => {
    expect(taken.filter((path) => /^(?:sitemap|changes|opensearch)\.xml$|^og\//.test(path))).toEqual([]);
    expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).not.toContain('Sitemap');
    for (const path of files.filter((name) => name.endsWith('.html')))
      expect(readFileSync(join(folder, path), 'utf8')).not.toMatch(/rel="(?:canonical|search)"|embed-code|"(?:contentUrl|url)":"\//);
  });
});
