import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { PlainError } from '../lib/plain-error.ts';

/** Indexes the built pages with Pagefind into `pagefind/` beside them. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        try {
          const { index, errors: starting } = await pagefind.createIndex({ forceLanguage: 'en' });
          if (!index) throw new PlainError(`Pagefind did not start: ${starting.join('; ')}`);
          const added = await index.addDirectory({ path: folder });
          const written = await index.writeFiles({ outputPath: `${folder}pagefind` });
          const errors = [...added.errors, ...written.errors];
          if (errors.length > 0) throw new PlainError(`Pagefind could not index the pages: ${errors.join('; ')}`);
          logger.info(`${added.page_count} pages indexed`);
        } finally {
          await pagefind.close();
        }
      },
    },
  };
}
