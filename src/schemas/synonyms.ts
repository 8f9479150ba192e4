import { z } from 'astro/zod';
import { text } from './common.ts';

/** `content/synonyms.yaml`: groups of words that stand for each other in a search. */
export const synonymsSchema = z.array(
  z
    .array(text('a word').regex(/^[\p{L}\p{N}-]+$/u, { error: 'must be one word; phrases belong into "asked" of an entry' }))
    .min(2, { error: 'has one word; a group needs at least two' }),
);

export type SynonymsData = z.infer<typeof synonymsSchema>;
