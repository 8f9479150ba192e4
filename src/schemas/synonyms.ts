import { z } from 'astro/zod';
import { text } from './common.ts';

/** `content/synonyms.yaml`: groups of words, or phrases of a few words, that stand for each other in a search. */
export const synonymsSchema = z.array(
  z
    .array(
      text('a word').regex(/^[\p{L}\p{N}-]+(?: [\p{L}\p{N}-]+){0,3}$/u, {
        error: 'must be one to four words; longer phrases belong into a file of content/asked',
      }),
    )
    .min(2, { error: 'has one word; a group needs at least two' }),
);

export type SynonymsData = z.infer<typeof synonymsSchema>;
