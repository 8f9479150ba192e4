import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { isText } from '../lib/media-types.ts';
import { pageStyles } from './page-styles.ts';
import { SearchIndex } from './search-index.ts';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Pages come first; last what is no text: a process of its own makes most of that meanwhile. */
const turnOf = ({ pathname, route }: Path): number => (route.type === 'page' ? 0 : isText(pathname) ? 1 : 2);

/**
 * Finishes each page as soon as it is drawn, while the next ones are: cuts it to its own styles and hashes, and gives it to the
 * index of the search.
 */
export function finishedPages(): AstroIntegration {
  let folder = '';
  let base = '';
  let search: Promise<SearchIndex>;
  return {
    name: 'finished-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:start': ({ setPrerenderer }) => {
        // Node ends well where nothing is left to wait for, as when Pagefind dies: until the index is written, that is a failure
        process.exitCode = 1;
        search = SearchIndex.start();
        // told when it is waited for
        search.catch(() => undefined);
        setPrerenderer((astros) => {
          const cut = pageStyles(folder, base);
          return {
            ...astros,
            getStaticPaths: async () => {
              const index = await search;
              const paths = (await astros.getStaticPaths()).sort((a, b) => turnOf(a) - turnOf(b));
              index.expect(paths.filter(({ route }) => route.type === 'page').map(({ pathname }) => fileOf(pathname)));
              return paths;
            },
            render: async (request, options) => {
              const drawn = await astros.render(request, options);
              const { response, ...more } = drawn instanceof Response ? { response: drawn } : drawn;
              if (options.routeData.type !== 'page' || !response.headers.get('Content-Type')?.startsWith('text/html')) return drawn;
              const html = cut(await response.text());
              (await search).add(fileOf(decodeURI(new URL(request.url).pathname).slice(base.length)), html);
              return { ...more, response: new Response(html, response) };
            },
          };
        });
      },
      'astro:build:done': async ({ logger }) => {
        try {
          logger.info(`${await (await search).write(folder, base)} pages indexed`);
          process.exitCode = 0;
        } finally {
          await SearchIndex.stop();
        }
      },
    },
  };
}

/** The file of a page in the site, by its path: `gaps/timetables/index.html`. */
function fileOf(pathname: string): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  return path === '404' ? '404.html' : `${path && `${path}/`}index.html`;
}
