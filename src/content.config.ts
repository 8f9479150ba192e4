import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { contentFolder } from './guide/files.ts';
import { FINDING_KINDS } from './schemas/kinds.ts';

/**
 * Astro compiles the bodies; data, form and rules are read and checked by the gateway (src/guide), which knows places and
 * lists every problem at once. So the collections carry no schema of their own.
 */
const bodies = (kind: string) =>
  defineCollection({
    loader: glob({
      pattern: '**/*.mdx',
      base: `./${contentFolder()}/${kind}`,
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
  });

export const collections = Object.fromEntries([...FINDING_KINDS, 'links' as const, 'pages' as const].map((kind) => [kind, bodies(kind)]));
