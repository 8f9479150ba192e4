import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { addressesAt } from '../../../src/exports/addresses.ts';
import { citeAs } from '../../../src/exports/citation.ts';
import { claimsLd } from '../../../src/exports/claims.ts';
import { DATA_FILES, DATA_ZIP } from '../../../src/exports/data-files.ts';
import { dataPackage, roCrate } from '../../../src/exports/data-package.ts';
import { dataText, dataZip } from '../../../src/exports/data-texts.ts';
import { pageLd } from '../../../src/exports/jsonld.ts';
import { pageMeta, publicationMeta } from '../../../src/exports/page-meta.ts';
import { signpostsOf } from '../../../src/exports/signposts.ts';
import { buildGuide } from '../../../src/guide/build.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { entryIn } from '../../../src/guide/entries.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import { addressOf } from '../../../src/lib/urls.ts';
import { FOLDER } from '../guide/malformed.ts';

const SITE = new URL('https://guide.example');
const guides = [checkedGuide(), buildGuide(readFiles(FOLDER), FOLDER)];
const text = new TextDecoder('utf-8', { ignoreBOM: true });
type Thing = Record<string, unknown>;
interface Resource {
  name: string;
  path: string;
  schema?: { fields: { name: string; type: string; description: string; categories?: { value: string }[] }[] };
}

describe.each(guides.map((guide) => ({ name: guide.about.name, guide })))('The data of $name', ({ guide }) => {
  const packed = unzipSync(dataZip(guide, SITE));
  const inZip = (path: string): string => text.decode(packed[path]);

  test('one ZIP holds every file, the rows of each figure, license and a word on what is what; the same bytes again', () => {
    for (const { name } of DATA_FILES) expect(Object.keys(packed)).toContain(name);
    for (const { id } of guide.figures) expect(Object.keys(packed)).toContain(`figures/${id}.csv`);
    expect(inZip('links.csv')).toBe(dataText(guide, 'links.csv', SITE));
    expect(inZip('LICENSE.txt')).toContain(guide.about.licences['text-address']);
    const readme = inZip('README.txt');
    for (const path of Object.keys(packed)) if (!/^(README|LICENSE)/.test(path)) expect(readme).toContain(path);
    expect(readme).toContain(guide.about.disclaimer);
    expect(dataZip(guide, SITE)).toEqual(dataZip(guide, SITE));
  });

  test.each([false, true])(
    'datapackage.json tells of each file that is there, and of each column in order (all in one ZIP: %s)',
    (isWhole) => {
      const { resources } = dataPackage(guide, isWhole) as { resources: Resource[] };
      const names = resources.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
      for (const { path, schema } of resources) {
        // a path from the descriptor, never out of its folder
        expect(path).not.toMatch(/^\/|\.\.|:/);
        expect(Object.keys(packed)).toContain(path);
        expect(schema !== undefined).toBe(path.endsWith('.csv'));
        if (!schema) continue;
        const [head = [], ...rows] = parse(inZip(path), { bom: true }) as string[][];
        expect([path, schema.fields.map(({ name }) => name)]).toEqual([path, head]);
        schema.fields.forEach(({ type, description, categories }, i) => {
          expect(description.length).toBeGreaterThan(3);
          for (const row of rows) {
            const cell = row[i] ?? '';
            if (type === 'date') expect(cell).toMatch(/^\d{4}-\d\d-\d\d$/);
            if (categories && cell !== '') expect(categories.map(({ value }) => value)).toContain(cell);
          }
        });
      }
      if (isWhole) {
        const told = resources.map(({ path }) => path);
        const own = /^(README\.txt|LICENSE\.txt|datapackage\.json|ro-crate-metadata\.json)$/;
        expect(Object.keys(packed).filter((path) => !own.test(path) && !told.includes(path))).toEqual([]);
      }
    },
  );

  test.each([false, true])(
    'ro-crate-metadata.json describes itself, the whole and each part, flat and without loose ends (all in one ZIP: %s)',
    (isWhole) => {
      const graph = (roCrate(guide, isWhole) as { '@graph': Thing[] })['@graph'];
      const ids = new Map(graph.map((entity) => [entity['@id'], entity]));
      expect(ids.size).toBe(graph.length);
      expect(ids.get('ro-crate-metadata.json')).toMatchObject({
        about: { '@id': './' },
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      });
      const root = ids.get('./') as Thing & { hasPart: { '@id': string }[] };
      for (const field of ['name', 'description', 'datePublished', 'license']) expect(root).toHaveProperty(field);
      for (const { '@id': path } of root.hasPart) expect([path, path in packed, ids.has(path)]).toEqual([path, true, true]);
      // what is named stands in the graph, but for the profile itself
      for (const entity of graph)
        for (const [field, value] of Object.entries(entity))
          for (const one of [value].flat())
            if (typeof one === 'object' && one !== null && field !== 'conformsTo') expect(ids.has((one as Thing)['@id'])).toBe(true);
    },
  );

  test.each([undefined, SITE])('claims.jsonld holds each claim once with whose it is and what it was derived from (site: %s)', (site) => {
    const graph = (claimsLd(guide, addressesAt(site)) as { '@graph': Thing[] })['@graph'];
    const claims = graph.filter((one) => one['@type'] === 'Claim');
    const expected = guide.statements.filter(({ voice }) => ['paper', 'others', 'editors'].includes(voice));
    expect(claims.map(({ text: said }) => said)).toEqual(expected.map((statement) => statement.text));
    const ids = new Set(graph.map((one) => one['@id']));
    expect(ids.size).toBe(graph.length);
    expected.forEach((statement, i) => {
      const claim = claims[i] as Thing & { '@id': string; citation?: unknown };
      const { voice, source, page, id } = statement;
      // from the folder of the file a path leads to the page
      expect(new URL(claim['@id'], 'https://guide.example/data/claims.jsonld').href).toBe(`https://guide.example${addressOf(page, id)}`);
      if (voice === 'editors') {
        expect([claim.author, claim.citation, claim['eco:RO_0002558']]).toEqual([
          { '@id': '#editors' },
          undefined,
          { '@id': 'eco:ECO_0000305' },
        ]);
        expect(((claim['prov:wasDerivedFrom'] as unknown[]) ?? []).length).toBe(statement.from.length);
      } else {
        // a judgment in others' voice names its sources among what it rests on
        const works =
          voice === 'paper' ? [guide.study.id] : source ? [source] : statement.from.filter((one) => guide.entries.has(`sources/${one}`));
        expect(works.length).toBeGreaterThan(0);
        const cited = [claim.citation].flat().map((one) => (one as Thing)['@id']);
        works.forEach((one, k) => {
          expect(cited[k]).toBe(citeAs(entryIn(guide, 'sources', one)) ?? cited[k]);
          expect(ids.has(cited[k])).toBe(true);
        });
        expect(cited.length).toBe(works.length);
        expect([claim.author, claim['eco:RO_0002558']]).toEqual([undefined, { '@id': 'eco:ECO_0000302' }]);
      }
    });
  });

  test('a page is based on the study only where one of its statements rests on it; a source’s page is about its publication', () => {
    const ld = (entry: Parameters<typeof pageLd>[1]['entry']) => pageLd(guide, { title: 'A', description: 'B', entry }, addressesAt(SITE));
    for (const entry of guide.entries.values()) {
      const rests = guide.statements.some(({ page, at }) => page === entry.ref && at.length > 0);
      expect([entry.ref, 'isBasedOn' in ld(entry)]).toEqual([entry.ref, rests]);
    }
    for (const source of guide.sources) expect(ld(source).about).toMatchObject({ name: source.data.title });
    const data = ld(guide.entries.get('pages/data')).mainEntity as Thing & { distribution: Thing[] };
    expect([data['@type'], data.distribution.length]).toEqual(['Dataset', DATA_FILES.length]);
    for (const one of data.distribution) expect(one.contentUrl).toMatch(/^https:\/\/guide\.example\/\S+$/);
    const terms = ld(guide.entries.get('pages/glossary')).mainEntity as { hasDefinedTerm: Thing[] };
    expect(terms.hasDefinedTerm.map(({ name, '@id': id }) => [name, id])).toEqual(
      guide.glossary.map(({ id, data: { term } }) => [term, `#${id}`]),
    );
  });

  test('a page of ours names its editors and day, and no publication; that of an article the publication, and none of ours', () => {
    const [finding] = guide.findings;
    const own = pageMeta(guide, { title: 'A', address: undefined, reviewed: '2026-11-04' });
    expect(own.map(({ name }) => name)).toEqual(
      ['title', 'creator', 'publisher', 'date', 'language', 'rights'].map((name) => `dcterms.${name}`),
    );
    for (const source of guide.sources)
      for (const { name, content } of publicationMeta(source))
        expect([name.startsWith('citation_'), content]).toEqual([true, content.trim()]);
    const study = Object.fromEntries(publicationMeta(guide.study).map(({ name, content }) => [name, content]));
    expect(study).toMatchObject({ citation_title: guide.study.data.title });
    // for machines: what to cite, of what type, under which license
    const signs = signpostsOf(guide, finding, 'https://guide.example/x/');
    expect(signs.map(({ rel, href }) => [rel, href])).toEqual([
      ['cite-as', 'https://guide.example/x/'],
      ['license', guide.about.licences['text-address']],
    ]);
    const files = signpostsOf(guide, guide.entries.get('pages/data'), undefined);
    expect(files.filter(({ rel }) => rel === 'item' || rel === 'describedby').map(({ href }) => href)).toEqual(
      [DATA_ZIP, ...DATA_FILES].map(({ path }) => path),
    );
    for (const { type, rel } of files) if (rel === 'item') expect(type).toMatch(/^[a-z]+\/[\w.+-]+$/);
  });
});
