import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { HASHED, headerFilesFor } from './headers.ts';

/** Writes what hosts should be told: `_headers` beside the pages, the other files into a folder beside the site, named after it (`dist-headers`). */
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
        const files = headerFilesFor(base, readdirSync(`${folder}${HASHED}`).sort());
        const aside = `${folder.replace(/\/$/, '')}-headers`;
        mkdirSync(aside, { recursive: true });
        for (const [name, text] of Object.entries(files))
          writeFileSync(name === '_headers' ? `${folder}${name}` : `${aside}/${name}`, text);
        logger.info(`headers for ${Object.keys(files).length} kinds of host written`);
      },
    },
  };
}
