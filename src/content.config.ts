import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { factsOf, KINDS } from './guide/kinds.ts';
import { contentFolder, namesWithBody } from './guide/read/files.ts';

/**
 * Astro compiles the bodies; data, form and rules are read and checked by the gateway (src/guide), which knows places and
 * lists every problem at once. So the collections carry no schema of their own.
 */
const bodies = (kind: string) =>
  defineCollection({
    loader: glob({
      // most links have no body: a build compiles those that have one; while somebody writes, any file may get one
      pattern: kind === 'links' && !import.meta.env.DEV ? [...namesWithBody(`${contentFolder()}/${kind}`), '.none'] : '**/*.mdx',
      base: `./${contentFolder()}/${kind}`,
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
  });

export const collections = Object.fromEntries(KINDS.filter((kind) => factsOf(kind).ending === 'mdx').map((kind) => [kind, bodies(kind)]));
