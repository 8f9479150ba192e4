import { z } from 'astro/zod';
import { text } from './common.ts';

/** The folder of content that holds phrases; all others hold entries. */
export const ASKED = 'asked';

const EMPTY = 'is empty. Write phrases below it, or take it out';

/** `content/asked/gaps.yaml` and its like: under the id of each entry, whole phrases in which people ask for it. */
export const askedSchema = z.record(
  z.string(),
  z
    .array(text('a phrase in which people ask for this'), {
      error: ({ input }) => (input === null ? EMPTY : 'must be a list of phrases, one to a line'),
    })
    .min(1, { error: EMPTY }),
  { error: 'must hold ids of entries, each with a list of phrases below it' },
);
