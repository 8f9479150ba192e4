import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { create, type Font } from 'fontkit';
import { PlainError } from '../lib/plain-error.ts';

/** What readers get beside our scripts: what searches, and typefaces, whose holders stand in the files that we cut (see `npm run fonts`). */
const BESIDE = ['node_modules/pagefind', 'node_modules/@fontsource/source-sans-3', 'node_modules/@fontsource/source-serif-4'];
/** the cut typeface that comes from a package */
const CUT: Record<string, string> = { 'source-sans-3': 'margin-sans', 'source-serif-4': 'margin-serif' };

/** The folder of the package that a module comes from, or undefined for one of ours. */
export const packageOf = (module: string): string | undefined =>
  /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module)?.[1]?.replaceAll('\\', '/');

/** The notice in a package, which some keep in a folder. */
function noticeIn(folder: string): string | undefined {
  const name = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (!name) return undefined;
  const path = join(folder, name);
  return statSync(path).isDirectory() ? noticeIn(path) : readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim();
}

/** Whose a typeface is, which its package does not say and the typeface itself does, and what we changed in it. */
function holdersOf(face: string): string[] {
  const cut = CUT[face];
  if (cut === undefined) return [];
  const { copyright, familyName } = create(readFileSync(`src/styles/fonts/${cut}.woff2`)) as Font;
  return [copyright, `Pages get it cut to the characters in use, under the name ${familyName}.`];
}

/**
 * The notices of packages, sorted by name: what each is, where its source is, and its license.
 *
 * @param folders where the packages lie
 * @throws PlainError where a package has no notice
 */
export function licensesText(folders: readonly string[]): string {
  const notices = folders.map((folder) => {
    const { name, version, license, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const notice = noticeIn(folder);
    if (!notice) throw new PlainError(`${name} reaches readers, but its package has no license file.`);
    const address = String(repository?.url ?? repository ?? '').replace(/^git\+|\.git$/g, '');
    const source = /^[\w-]+\/[\w.-]+$/.test(address) ? `https://github.com/${address}` : address.replace(/^git:/, 'https:');
    const holders = holdersOf(basename(folder));
    return { name: String(name), text: [`${name} ${version}, ${license}`, source, ...holders, '', notice].join('\n') };
  });
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  return `${['Parts of this site are the work of others.', ...notices.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ text }) => text)].join(rule)}\n`;
}

/** Writes `licenses.txt` beside the pages: the notices of all that readers download and that is not ours. */
export function licenses(): AstroIntegration {
  const folders = new Set(BESIDE);
  return {
    name: 'licenses',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'licenses',
                generateBundle(_, bundle) {
                  if (this.environment.name !== 'client') return;
                  for (const file of Object.values(bundle))
                    for (const module of file.type === 'chunk' ? file.moduleIds : []) {
                      const folder = packageOf(module);
                      if (folder && existsSync(folder)) folders.add(folder);
                    }
                },
              },
            ],
          },
        });
      },
      'astro:build:done': ({ dir }) => writeFileSync(`${fileURLToPath(dir)}licenses.txt`, licensesText([...folders])),
    },
  };
}
