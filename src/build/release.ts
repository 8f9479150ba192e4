import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipOf } from '../exports/zip.ts';

/** What a release is told by: texts of the project's own files, and how things stand around it. */
export interface Stated {
  /** of package.json */
  name: string;
  /** of package.json */
  version: string;
  /** `version` and `date-released` of CITATION.cff */
  cited: { version?: unknown; released?: unknown };
  /** the text of CHANGELOG.md */
  changelog: string;
  /** tags that are there */
  tags: readonly string[];
  /** files that are changed and not committed */
  changed: readonly string[];
}

/** Why no release can be made, a sentence each with what to do; empty where one can. */
export function whyNot({ version, cited, changelog, tags, changed }: Stated): string[] {
  const section = new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - (\\d{4}-\\d\\d-\\d\\d)$`, 'm').exec(changelog)?.[1];
  const unreleased = /^## \[Unreleased\]\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(changelog)?.[1]?.trim();
  return [
    ...(cited.version !== version
      ? [`package.json says version ${version}, CITATION.cff says ${cited.version ?? 'none'}. Write the version of the release into both.`]
      : []),
    ...(section === undefined
      ? [`CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD". Give what stands under "Unreleased" that heading.`]
      : section !== String(cited.released)
        ? [`CHANGELOG.md dates ${version} ${section}, CITATION.cff ${cited.released ?? 'not at all'}. Write one day into both.`]
        : []),
    ...(unreleased ? ['CHANGELOG.md has lines under "Unreleased". Move them under the version, or leave them out of this release.'] : []),
    ...(tags.includes(`v${version}`) ? [`The tag v${version} is there already. Choose the next version.`] : []),
    ...(changed.length > 0 ? [`Not committed: ${changed.join(', ')}. A release is made from a commit.`] : []),
  ];
}

/** What a release takes out of a build besides the whole of it: where it stands there, and what its name ends with. */
const TAKEN = [
  { path: 'guide.pdf', end: '.pdf' },
  { path: 'guide.epub', end: '.epub' },
  { path: 'data/guide-data.zip', end: '-data.zip' },
  { path: 'licenses.txt', end: '-licenses.txt' },
];

/** The files of a folder, by their path inside it. */
function filesIn(folder: string): Record<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return Object.fromEntries(
    files.map((item) => {
      const path = join(item.parentPath, item.name);
      return [path.slice(join(folder, '/').length).replaceAll('\\', '/'), readFileSync(path)];
    }),
  );
}

/**
 * The files of a release, by name: the site as one ZIP, the books, the data and the notices by themselves, the list of parts,
 * and the checksums of all. The same build gives the same bytes.
 *
 * @param dist where the build lies
 * @param stem what each name begins with, such as `guide-1.0.0`
 * @param parts the list of packages, as JSON (CycloneDX)
 * @returns the files, and the paths of those that this build does not have
 */
export function releaseFiles(dist: string, stem: string, parts: string): { files: Record<string, Uint8Array>; missing: string[] } {
  const encoder = new TextEncoder();
  const there = TAKEN.filter(({ path }) => existsSync(join(dist, path)));
  const files: Record<string, Uint8Array> = {
    [`${stem}-site.zip`]: zipOf(filesIn(dist)),
    ...Object.fromEntries(there.map(({ path, end }) => [`${stem}${end}`, readFileSync(join(dist, path))])),
    [`${stem}-sbom.cdx.json`]: encoder.encode(parts),
  };
  return {
    files: { ...files, SHA256SUMS: encoder.encode(checksums(files)) },
    missing: TAKEN.filter((one) => !there.includes(one)).map(({ path }) => path),
  };
}

/** A line for each file, by name, as `sha256sum --check` reads them. */
const checksums = (files: Readonly<Record<string, Uint8Array>>): string =>
  Object.keys(files)
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(files[name] as Uint8Array)
          .digest('hex')}  ${name}\n`,
    )
    .join('');

/** A package as package-lock.json has it. */
interface Locked {
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
}

/**
 * The packages that a build is made with, as CycloneDX 1.5 (JSON): each with its version, license and checksums. Taken from the
 * lock, as `npm sbom` leaves out packages that one for development asks for too. The same lock gives the same text.
 *
 * @param lock the text of package-lock.json
 * @param released `YYYY-MM-DD`
 */
export function partsList(lock: string, released: string): string {
  const { name, version, packages } = JSON.parse(lock) as { name: string; version: string; packages: Record<string, Locked> };
  const components = new Map<string, object>();
  for (const [path, one] of Object.entries(packages)) {
    if (path === '' || one.dev || one.version === undefined) continue;
    const own = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const purl = `pkg:npm/${own.replace('@', '%40')}@${one.version}`;
    const [algorithm, sum] = (one.integrity ?? '').split('-');
    components.set(purl, {
      type: 'library',
      'bom-ref': purl,
      name: own,
      version: one.version,
      scope: one.optional || one.devOptional ? 'optional' : 'required',
      ...(algorithm === 'sha512' && sum && { hashes: [{ alg: 'SHA-512', content: Buffer.from(sum, 'base64').toString('hex') }] }),
      // an expression names several, or how they join
      ...(one.license && { licenses: [/[\s(]/.test(one.license) ? { expression: one.license } : { license: { id: one.license } }] }),
      purl,
    });
  }
  const hash = createHash('sha256').update(lock).digest('hex');
  // a UUID of our own making (RFC 9562, version 8)
  const uuid = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
  const parts = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${uuid}`,
    version: 1,
    metadata: { timestamp: `${released}T00:00:00Z`, component: { type: 'application', 'bom-ref': name, name, version } },
    components: [...components.values()],
  };
  return `${JSON.stringify(parts, null, 2)}\n`;
}
