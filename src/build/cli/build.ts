/**
 * `npm run build`: builds the guide into `dist` by `astro build`, unless that would give what is there already. With `--force`
 * it builds anyway, with `--cold` it takes nothing that an earlier build kept. Ends as Astro ends.
 */
import { rmSync } from 'node:fs';
import { cacheFolder } from '../../exports/kept.ts';
import { buildsFrom, builtBefore, noteBuild } from '../built-before.ts';
import { runAstro } from '../run-astro.ts';

const from = buildsFrom();
if (!process.argv.includes('--force') && builtBefore(from)) {
  console.log('Nothing has changed since the last build: what it gave is there. To build anyway: npm run build -- --force');
} else {
  if (process.argv.includes('--cold')) rmSync(cacheFolder(), { recursive: true, force: true });
  process.exitCode = runAstro(['build']);
  if (process.exitCode === 0) noteBuild(from);
}
