import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { partsList, releaseFiles, type Stated, whyNot } from '../../../src/build/release.ts';

const dist = mkdtempSync(join(tmpdir(), 'guide-release-'));
afterAll(() => rmSync(dist, { recursive: true }));

const ready: Stated = {
  name: 'guide',
  version: '1.2.0',
  cited: { version: '1.2.0', released: '2027-01-31' },
  changelog: '# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2027-01-31\n\n- A thing.\n\n## [1.1.0] - 2026-12-01\n\n- Another.\n',
  tags: ['v1.1.0'],
  changed: [],
};

describe('A release', () => {
  test('is made when all that names it agrees', () => {
    expect(whyNot(ready)).toEqual([]);
    expect(whyNot({ ...ready, changelog: ready.changelog.replace('## [Unreleased]\n\n', '') })).toEqual([]);
  });
  test.each<[Partial<Stated>, string]>([
    [
      { cited: { version: '1.1.0', released: '2027-01-31' } },
      'package.json says version 1.2.0, CITATION.cff says 1.1.0. Write the version of the release into both.',
    ],
    [
      { cited: { released: '2027-01-31' } },
      'package.json says version 1.2.0, CITATION.cff says none. Write the version of the release into both.',
    ],
    [
      { changelog: '# Changelog\n\n## [1x2.0] - 2027-01-31\n' },
      'CHANGELOG.md has no section "## [1.2.0] - YYYY-MM-DD". Give what stands under "Unreleased" that heading.',
    ],
    [
      { cited: { version: '1.2.0', released: '2027-02-01' } },
      'CHANGELOG.md dates 1.2.0 2027-01-31, CITATION.cff 2027-02-01. Write one day into both.',
    ],
    [{ cited: { version: '1.2.0' } }, 'CHANGELOG.md dates 1.2.0 2027-01-31, CITATION.cff not at all. Write one day into both.'],
    [
      { changelog: ready.changelog.replace('[Unreleased]\n', '[Unreleased]\n\n- New.\n') },
      'CHANGELOG.md has lines under "Unreleased". Move them under the version, or leave them out of this release.',
    ],
    [{ tags: ['v1.2.0'] }, 'The tag v1.2.0 is there already. Choose the next version.'],
    [{ changed: ['src/a.ts', 'b.md'] }, 'Not committed: src/a.ts, b.md. A release is made from a commit.'],
  ])('is not made with %j', (change, message) => {
    expect(whyNot({ ...ready, ...change })).toEqual([message]);
  });

  test('holds the whole site and what people take by itself; checksums hold all; a file that is not there is named', () => {
    mkdirSync(join(dist, 'data'));
    for (const [path, text] of [
      ['index.html', 'a page'],
      ['guide.pdf', 'a book'],
      ['licenses.txt', 'notices'],
      ['data/guide-data.zip', 'data'],
    ] as const)
      writeFileSync(join(dist, path), text);
    const { files, missing } = releaseFiles(dist, 'guide-1.2.0', '{}');
    expect(missing).toEqual(['guide.epub']);
    expect(Object.keys(files).sort()).toEqual([
      'SHA256SUMS',
      'guide-1.2.0-data.zip',
      'guide-1.2.0-licenses.txt',
      'guide-1.2.0-sbom.cdx.json',
      'guide-1.2.0-site.zip',
      'guide-1.2.0.pdf',
    ]);
    const site = unzipSync(files['guide-1.2.0-site.zip'] as Uint8Array);
    expect(Object.keys(site).sort()).toEqual(['data/guide-data.zip', 'guide.pdf', 'index.html', 'licenses.txt']);
    expect(strFromU8(site['index.html'] as Uint8Array)).toBe('a page');
    const sums = strFromU8(files['SHA256SUMS'] as Uint8Array);
    expect(sums).toContain(`${createHash('sha256').update('a book').digest('hex')}  guide-1.2.0.pdf\n`);
    expect(sums.split('\n').filter(Boolean)).toHaveLength(Object.keys(files).length - 1);
    expect(releaseFiles(dist, 'guide-1.2.0', '{}')).toEqual({ files, missing });
  });

  test('lists the packages of a build as CycloneDX, each with version, license and checksum', () => {
    const lock = readFileSync('package-lock.json', 'utf8');
    const text = partsList(lock, '2027-01-31');
    expect(partsList(lock, '2027-01-31')).toBe(text);
    const { dependencies, devDependencies, version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const parts = JSON.parse(text);
    expect(parts).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { type: 'application', version }, timestamp: '2027-01-31T00:00:00Z' },
    });
    expect(parts.serialNumber).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
    const refs: string[] = parts.components.map((part: { 'bom-ref': string }) => part['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    for (const [name, own] of Object.entries(dependencies)) expect(refs).toContain(`pkg:npm/${name.replace('@', '%40')}@${own}`);
    for (const name of ['vitest', 'lighthouse']) expect(refs).not.toContain(`pkg:npm/${name}@${devDependencies[name]}`);
    const yaml = parts.components.find(({ name }: { name: string }) => name === 'yaml');
    expect(yaml).toMatchObject({ licenses: [{ license: { id: 'ISC' } }], hashes: [{ alg: 'SHA-512' }] });
    expect(yaml.hashes[0].content).toMatch(/^[\da-f]{128}$/);
    const unlike = parts.components
      .flatMap((part: { licenses?: { license?: { id: string } }[] }) => part.licenses ?? [])
      .filter((one: { license?: { id: string } }) => one.license && !/^[\w.-]+\+?$/.test(one.license.id));
    expect(unlike).toEqual([]);
  });

  test('is told to an archive in the words of CITATION.cff', () => {
    const cff = parse(readFileSync('CITATION.cff', 'utf8'));
    const zenodo = JSON.parse(readFileSync('.zenodo.json', 'utf8'));
    expect(zenodo).toMatchObject({
      version: cff.version,
      publication_date: cff['date-released'],
      keywords: cff.keywords,
      creators: cff.authors,
      license: 'cc-by-4.0',
    });
    expect(cff.license).toContain('CC-BY-4.0');
    expect(zenodo.title.startsWith(cff.title)).toBe(true);
    expect(zenodo.description).toContain(cff.abstract.trim().split('. ').at(-1));
    expect(zenodo.related_identifiers.map(({ identifier }: { identifier: string }) => identifier)).toEqual(
      cff.references.map(({ doi }: { doi: string }) => doi),
    );
  });
});
