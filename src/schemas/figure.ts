import { z } from 'astro/zod';
import { answer, day, idText, refText, relation, text, texts } from './common.ts';

const side = z
  .strictObject({
    on: refText('the finding, such as gaps/timetables'),
    outside: text('what the one side asks'),
    inside: text('what the other side asks'),
    because: text('the reason'),
    from: text('what it rests on'),
  })
  .describe('what pulls on either side of a finding; both texts are the editors’');

/** Frontmatter of a figure: what its drawing says. The drawing itself is computed. */
export const figureSchema = z.strictObject({
  title: text('the name of the figure, in a few words'),
  answer: answer.describe('what the figure shows, in one sentence with its voice; counts as {links/gaps/open}'),
  how: text('how to read it, in one or two short sentences'),
  credit: text('what a figure rests on beside the study; stands with the citation under the drawing').optional(),
  words: z.record(z.string(), text('words that stand in the drawing')).default({}).describe('words of its own that the figure shows'),
  sides: z.array(side).default([]).describe('for a figure of two sides: what stands on each'),
  aliases: texts('a word or phrase people type when they mean this').default([]),
  next: z.array(relation).max(4, { error: 'has more than four entries; keep the best four' }).default([]),
  reviewed: day('the day somebody last read the figure against its sources'),
  formerly: z.array(idText('an old id')).default([]).describe('old ids; each leaves a redirect'),
});

export type FigureData = z.infer<typeof figureSchema>;
