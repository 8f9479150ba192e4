import { z } from 'astro/zod';
import { day, idText, relation, text, texts } from './common.ts';

/** Frontmatter of a page that is no finding: home, story, brief, evidence, about. */
export const pageSchema = z.strictObject({
  title: text('the heading of the page'),
  description: text('one plain sentence for search engines').max(160, {
    error: 'is longer than 160 characters; search engines cut it',
  }),
  voice: z
    .enum(['each', 'editors'], {
      error: 'must be each (every paragraph carries its own voice) or editors (the page is about the guide itself)',
    })
    .describe('whose page it is'),
  marks: z
    .enum(['words', 'shapes'], {
      error: 'must be words (each run of one voice begins with its words) or shapes (its shape alone, for a text to read on)',
    })
    .default('words')
    .describe('how statements say whose they are'),
  aliases: texts('a word or phrase people type when they mean this').default([]),
  next: z.array(relation).max(4, { error: 'has more than four entries; keep the best four' }).default([]),
  reviewed: day('the day somebody last read the page against its sources'),
  formerly: z.array(idText('an old id')).default([]).describe('old ids; each leaves a redirect'),
});

export type PageData = z.infer<typeof pageSchema>;
