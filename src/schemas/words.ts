import { z } from 'astro/zod';
import { VOICES } from '../lib/voices.ts';
import { text } from './common.ts';

/** `content/words.yaml`: words that may not be used. */
export const wordsSchema = z.array(
  z.strictObject({
    word: text('the word or phrase'),
    instead: text('what to write'),
    why: text('the reason'),
    voices: z
      .array(z.enum(VOICES, { error: `must be among ${VOICES.join(', ')}` }))
      .optional()
      .describe('where it is refused; everywhere, if left out'),
  }),
);

export type WordsData = z.infer<typeof wordsSchema>;
