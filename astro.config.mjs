import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/build/content-check.ts';
import { filesAhead } from './src/build/files-ahead.ts';
import { finishedPages } from './src/build/finished-pages.ts';
import { guideCopy } from './src/build/guide-copy.ts';
import { headerFiles } from './src/build/header-files.ts';
import { licenses } from './src/build/licenses.ts';
import { cacheFolder } from './src/exports/kept.ts';
import { listPart } from './src/lib/list-parts.ts';
import { siteAddress } from './src/lib/site-address.ts';
import { isWanted } from './src/lib/wanted.ts';

const { site, base } = siteAddress(process.env);
// a wrong setting stops a build before it begins
listPart(process.env);

export default defineConfig({
  ...(site && { site }),
  base,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR ?? './dist',
  cacheDir: cacheFolder(),
  compressHTML: true,
  markdown: { syntaxHighlight: false },
  // pages wait for pictures, and pictures for threads: some at a time keep both cores busy
  build: { inlineStylesheets: 'always', format: 'directory', concurrency: 4 },
  devToolbar: { enabled: false },
  // content is read as the check reads it (src/guide/read/mdx.ts): plain Markdown, without tables, footnotes and links made of bare addresses
  integrations: [
    filesAhead(),
    contentCheck(),
    mdx({ gfm: false }),
    finishedPages(),
    licenses(),
    headerFiles(),
    // last: it lists what all the others wrote
    guideCopy(isWanted('OFFLINE', process.env)),
  ],
  security: {
    csp: {
      // Base.astro adds those that are otherwise on one page
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
      ],
      scriptDirective: { resources: ["'self'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    build: {
      // scripts stay files: an inline one would need a hash on every page
      assetsInlineLimit: 0,
      rolldownOptions: {
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
