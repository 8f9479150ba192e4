import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { AstroIntegration } from 'astro';
import { noPdfWords } from '../exports/typeset/press.ts';
import { HEAP } from './run-astro.ts';

/**
 * Makes the slow files of a build (pictures, documents, citations) in a process of its own, while this one compiles and draws
 * pages: what is ready when its turn comes is taken from what is kept, the rest is made then. So nothing depends on it but time.
 */
export function filesAhead(): AstroIntegration {
  let maker: ChildProcess | undefined;
  return {
    name: 'files-ahead',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        // what only reads the configuration, as Vitest and knip do, reads it as a build does
        if (command !== 'build' || !process.argv.includes('build')) return;
        if (!config.site)
          logger.info('SITE_URL is not set: files to take away name places in words instead of linking to them (docs/deploy.md).');
        if (availableParallelism() < 2) return;
        const env = { ...process.env, BASE_FOR_FILES: config.base, ...(config.site && { SITE_FOR_FILES: config.site }) };
        maker = spawn(process.execPath, [...process.execArgv.filter((option) => option.startsWith(HEAP)), 'src/build/cli/make-files.ts'], {
          env,
          stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        });
        // a build that ends, however it ends, does not wait for it; and it ends when the line to the build is cut
        maker.unref();
        maker.channel?.unref();
      },
      'astro:build:start': ({ logger }) => {
        const words = noPdfWords();
        if (words) logger.info(words);
      },
      'astro:build:done': () => {
        maker?.kill();
      },
    },
  };
}
