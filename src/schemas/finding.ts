import { z } from 'astro/zod';
import { answer, day, idText, relation, text, texts } from './common.ts';

/** Frontmatter of a challenge, benefit, gap, strategy, practice or recommendation. */
export const findingSchema = z.strictObject({
  title: text('the name of the entry'),
  short: text('a name of one or two words for lists and figures').optional(),
  acting: text('the act as a sentence has it, such as "pivoting between long studies and short projects"; for what responds').optional(),
  answer,
  recognise: text('the phrase a reader would tick when it is true of their own system'),
  aliases: texts('a word or phrase people type when they mean this').min(1, {
    error: 'is empty: at least one word that people type when they mean this',
  }),
  questions: texts('a question to ask one’s own team')
    .min(1, { error: 'is empty: at least one question to ask one’s own team' })
    .max(6, { error: 'has more than six questions; keep the best six' }),
  next: z.array(relation).max(4, { error: 'has more than four entries; keep the best four' }).default([]).describe('what to read next'),
  'part-of': relation.optional().describe('the entry of the same kind that this one is part of'),
  order: z
    .int({ error: 'must be a whole number: the place in lists of its kind' })
    .positive({ error: 'must be 1 or more' })
    .describe('the place in lists of its kind'),
  reviewed: day('the day somebody last read the entry against its sources'),
  formerly: z.array(idText('an old id')).default([]).describe('old ids; each leaves a redirect'),
});

export type FindingData = z.infer<typeof findingSchema>;
