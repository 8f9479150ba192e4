import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { addressesAt } from '../../../src/exports/addresses.ts';
import { dayWords, feedXml } from '../../../src/exports/feed.ts';
import { openSearchXml } from '../../../src/exports/open-search.ts';
import { sitemapXml } from '../../../src/exports/sitemap.ts';
import { buildGuide } from '../../../src/guide/build.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { dayOf, hasPage } from '../../../src/guide/entries.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import { VOICES } from '../../../src/lib/voices.ts';
import { FOLDER } from '../guide/malformed.ts';

const SITE = new URL('https://guide.example');
const { addressFor } = addressesAt(SITE);
const guides = [checkedGuide(), buildGuide(readFiles(FOLDER), FOLDER)];

/** Holds a file to a schema of ours; see tests/schemas. */
async function errorsOf(xml: string, schema: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'file.xml', contents: xml }],
    schema: [{ fileName: schema, contents: readFileSync(`tests/schemas/${schema}`, 'utf8') }],
  });
  return errors.map(({ message }) => message);
}
const allOf = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([, found = '']) => found);

describe.each(guides.map((guide) => ({ name: guide.about.name, guide })))('$name', ({ guide }) => {
  test('its sitemap holds each page once, and its schema refuses one without any', async () => {
    const xml = sitemapXml(guide, SITE);
    expect(await errorsOf(xml, 'sitemap.xsd')).toEqual([]);
    const found = allOf(xml, /<loc>(.*?)<\/loc>/g);
    expect(new Set(found).size).toBe(found.length);
    for (const entry of [...guide.entries.values()].filter(hasPage)) expect(found).toContain(addressFor(entry.ref));
    expect(await errorsOf(xml.replace(/<url>.*<\/url>/, ''), 'sitemap.xsd')).not.toEqual([]);
    expect(await errorsOf(xml.replace('https://guide.example/', '/'), 'sitemap.xsd')).not.toEqual([]);
  });

  test('its feed is valid, newest first, with an id of its own for each entry and the voice of what it tells', async () => {
    const xml = feedXml(guide, SITE);
    expect(await errorsOf(xml, 'atom.xsd')).toEqual([]);
    const entries = allOf(xml, /<entry>(.*?)<\/entry>/gs);
    const ids = allOf(xml, /<entry><id>(.*?)<\/id>/g);
    expect(new Set(ids).size).toBe(entries.length);
    const days = entries.map((entry) => /<updated>(.*?)T/.exec(entry)?.[1] ?? '');
    expect(days).toEqual([...days].sort().reverse());
    expect(/<updated>(.*?)T/.exec(xml)?.[1]).toBe(days[0]);
    for (const { ref, data } of guide.changes) {
      const entry = entries.find((one) => one.includes(`<id>${addressFor(ref)}</id>`));
      expect([ref, entry?.includes('term="others"'), days[entries.indexOf(entry ?? '')]]).toEqual([ref, true, data.reviewed]);
    }
    // every page stands under its day, once
    for (const page of [...guide.entries.values()].filter(hasPage)) {
      const day = dayOf(page);
      const under = entries.filter((one) => /changes\.xml#/.test(one) && one.includes(`<li><a href="${addressFor(page.ref)}"`));
      expect([page.ref, under.map((one) => /changes\.xml#([\d-]+)/.exec(one)?.[1])]).toEqual([page.ref, day ? [day] : []]);
    }
    for (const term of allOf(xml, /<category term="(.*?)"/g)) expect(VOICES).toContain(term);
    // a path is no id
    expect(await errorsOf(xml.replace('<entry><id>https://guide.example/', '<entry><id>/'), 'atom.xsd')).not.toEqual([]);
  });

  test('its description for searching leads to the search page with what is searched', async () => {
    const xml = openSearchXml(guide, SITE);
    expect(await errorsOf(xml, 'open-search.xsd')).toEqual([]);
    expect(xml).toContain('template="https://guide.example/search/?q={searchTerms}"');
    expect(await errorsOf(xml.replace('?q={searchTerms}', '?q={terms}'), 'open-search.xsd')).not.toEqual([]);
  });
});

test('a day of reading is told with the count of its pages', () => {
  expect([1, 2, 415].map((count) => dayWords('2026-11-09', count))).toEqual([
    'Read or judged on November 9, 2026: 1 page',
    'Read or judged on November 9, 2026: 2 pages',
    'Read or judged on November 9, 2026: 415 pages',
  ]);
});
