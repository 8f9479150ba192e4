import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { noBookWords } from '../exports/typeset/press.ts';
import { checkedGuide } from '../guide/check.ts';
import { handOver } from '../guide/hand-over.ts';
import { contentFolder, stamp } from '../guide/read/files.ts';
import { ContentError } from '../guide/read/problem.ts';

/**
 * Stops a build before it begins where the content has problems, and prints all of them. In development the pages
 * themselves refuse (see `loadGuide`), and the terminal lists the problems after each change.
 */
export function contentCheck(): AstroIntegration {
  let bookless: string | undefined;
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command, addWatchFile }) => {
        if (command === 'build') {
          const now = stamp(contentFolder());
          const guide = checkedGuide();
          handOver({ stamp: now, guide });
          bookless = noBookWords(guide);
        }
        addWatchFile(pathToFileURL(resolve(contentFolder(), 'guide.yaml')));
      },
      'astro:build:start': ({ logger }) => {
        if (bookless) logger.info(bookless);
      },
      'astro:server:setup': ({ server, logger }) => {
        const folder = `${resolve(contentFolder()).replaceAll('\\', '/')}/`;
        const report = (path: string) => {
          if (!path.replaceAll('\\', '/').startsWith(folder)) return;
          try {
            // pages take the guide from here, so that it is checked once after a change
            const now = stamp(contentFolder());
            handOver({ stamp: now, guide: checkedGuide() });
            server.ws.send({ type: 'full-reload' });
          } catch (error) {
            if (!(error instanceof ContentError)) throw error;
            logger.error(error.message);
            server.ws.send({ type: 'error', err: { message: error.message, stack: '', id: 'content', plugin: 'content-check' } });
          }
        };
        server.watcher.add(resolve(contentFolder()));
        for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, report);
      },
    },
  };
}
