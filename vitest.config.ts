/// <reference types="vitest/config" />
import { availableParallelism } from 'node:os';
import { getViteConfig } from 'astro/config';

/** Tests that never wait leave a worker no moment in which to hear that its reports arrived; after a minute Vitest gives up. */
const setupFiles = ['tests/breathe.ts'];

export default getViteConfig({
  test: {
    // a test in a browser waits more than it works: with one file more than there are cores, none stands idle
    maxWorkers: availableParallelism() + 1,
    projects: [
      // these files share what they have loaded: no test changes what a module holds
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000, isolate: false, setupFiles } },
      {
        extends: true,
        test: { name: 'components', include: ['tests/components/**/*.test.ts'], testTimeout: 60_000, isolate: false, setupFiles },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/site/setup.ts'],
          testTimeout: 300_000,
          isolate: false,
          setupFiles,
          // three engines and their drivers lose a key or a click once in some hundreds of runs; npm test names what needed it
          retry: 1,
          hookTimeout: 300_000,
          // Cloudflare's own reader of header files is TypeScript, which Node does not read in packages
          server: { deps: { inline: ['@cloudflare/pages-shared'] } },
        },
      },
    ],
  },
});
