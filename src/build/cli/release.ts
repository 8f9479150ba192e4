/**
 * `npm run release`: builds the guide and puts into `release/` what an archive such as Zenodo takes: the site, the books and the
 * data, the notices of others' work, a list of packages (CycloneDX) and checksums. It changes nothing else and sends nothing
 * anywhere; docs/deploy.md tells what comes after. With `--draft` it only says what keeps a release from being made, and goes on.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { partsList, releaseFiles, whyNot } from '../release.ts';

const OUT = 'release';

/** What a program of the system says, or undefined where it fails. */
function said(program: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 2 ** 28 });
  return status === 0 ? stdout : undefined;
}
const lines = (text: string | undefined): string[] => (text ?? '').split('\n').filter(Boolean);

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const cff = parse(readFileSync('CITATION.cff', 'utf8'));
const cited = { version: cff.version, released: cff['date-released'] };
const reasons = whyNot({
  name,
  version,
  cited,
  changelog: readFileSync('CHANGELOG.md', 'utf8'),
  tags: lines(said('git', 'tag', '--list')),
  changed: lines(said('git', 'status', '--porcelain')).map((line) => line.slice(3)),
});
for (const reason of reasons) console.error(reason);
const draft = process.argv.includes('--draft');
if (reasons.length > 0 && !draft) {
  console.error('No release was made. For a look at its files all the same: npm run release -- --draft');
  process.exit(1);
}

if (!process.env.SITE_URL) console.log('SITE_URL is not set: the files of this release name no address of the guide.');
const built = spawnSync(process.execPath, ['src/build/cli/build.ts'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const { files, missing } = releaseFiles(
  process.env.OUT_DIR || 'dist',
  `${name}-${version}`,
  partsList(readFileSync('package-lock.json', 'utf8'), String(cited.released)),
);
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT);
for (const [file, bytes] of Object.entries(files)) {
  writeFileSync(`${OUT}/${file}`, bytes);
  console.log(`${OUT}/${file}: ${(bytes.length / 1e6).toFixed(2)} MB`);
}
for (const path of missing) console.log(`Not in this build, and so not in the release: ${path}`);
if (!draft) console.log(`Next: git tag -a v${version} -m "${version}" && git push origin v${version}`);
