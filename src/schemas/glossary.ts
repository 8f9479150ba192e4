import { z } from 'astro/zod';
import { idText, refText, text, texts, webAddress } from './common.ts';

/** One term. The definition is the editors', in their own words. */
export const glossarySchema = z.strictObject({
  term: text('the term as a heading'),
  also: texts('another name for it').default([]),
  definition: text('one or two plain sentences in our own words'),
  group: text('the heading it stands under, such as funding'),
  see: z.array(refText('an entry that uses it')).default([]),
  follows: z
    .strictObject({ name: text('who defines it so'), url: webAddress('the official address of that definition') })
    .optional()
    .describe('the published definition that ours follows'),
  formerly: z.array(idText('an old id')).default([]).describe('old ids; each leaves a redirect'),
});

export type GlossaryData = z.infer<typeof glossarySchema>;
