import { defineCollection } from 'astro:content';
import { existsSync } from 'node:fs';
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

/** Kinds without entries have no folder, of which Astro would warn; while somebody writes, any may get one. */
const used = KINDS.filter((kind) => factsOf(kind).ending === 'mdx' && (import.meta.env.DEV || existsSync(`${contentFolder()}/${kind}`)));

export const collections = Object.fromEntries(used.map((kind) => [kind, bodies(kind)]));
