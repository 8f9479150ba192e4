import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headerFilesFor, joinPolicies, policyOf } from '../exports/headers.ts';
import { builtPages } from '../lib/built-pages.ts';

/** Writes the policy of the built pages as header files: `_headers` beside the pages, the others into a folder beside the site, named after it (`dist-headers`). */
export function headerFiles(): AstroIntegration {
  let base = '/';
  return {
    name: 'header-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const pages = builtPages(folder);
        const policies = pages.flatMap(({ html }) => policyOf(html) ?? []);
        const top = readdirSync(folder, { withFileTypes: true })
          .map((item) => `${item.name}${item.isDirectory() ? '/' : ''}`)
          .sort();
        const files = headerFilesFor(joinPolicies(policies), base, top);
        const aside = `${folder.replace(/\/$/, '')}-headers`;
        mkdirSync(aside, { recursive: true });
        for (const [name, text] of Object.entries(files))
          writeFileSync(name === '_headers' ? `${folder}${name}` : `${aside}/${name}`, text);
        logger.info(`headers for ${Object.keys(files).length} kinds of host written`);
      },
    },
  };
}
