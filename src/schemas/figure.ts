import { z } from 'astro/zod';
import { answerOrExample, day, idText, refText, relation, text, texts } from './common.ts';
import { FINDING_KINDS } from './kinds.ts';

const side = z
  .strictObject({
    on: refText('the finding, such as gaps/timetables'),
    outside: text('what the one side asks'),
    inside: text('what the other side asks'),
    because: text('the reason'),
    from: text('what it rests on'),
  })
  .describe('what pulls on either side of a finding; both texts are the editors’');

const month = (what: string) =>
  text(what).regex(/^[1-9]-(0[1-9]|1[0-2])$/, { error: 'must be year and month of the example, such as 2-09' });

const calendar = z
  .strictObject({
    name: text('whose dates they are'),
    events: z
      .array(
        z.strictObject({
          label: text('what happens, in a few words'),
          from: month('when it happens or begins, such as 2-09 for September of the second year'),
          until: month('the last month of what takes longer').optional(),
        }),
      )
      .min(1, { error: 'is empty; write at least one event' }),
  })
  .describe('invented dates, as year and month of the example');

const unlinked = z
  .strictObject({
    to: z.enum(FINDING_KINDS).describe('a kind that links lead to'),
    from: texts('a finding that no response of the kind is linked to, such as gaps/routines').min(1, {
      error: 'is empty; name at least one',
    }),
  })
  .describe('what the answer says no link leads to; checked against the links');

/** Frontmatter of a figure: what its drawing says. The drawing itself is computed. */
export const figureSchema = z.strictObject({
  title: text('the name of the figure, in a few words'),
  answer: answerOrExample.describe('what the figure shows, in one sentence with its voice; counts as {links/gaps/open}'),
  how: text('how to read it, in one or two short sentences'),
  credit: text('what a figure rests on beside the study; stands with the citation under the drawing').optional(),
  words: z.record(z.string(), text('words that stand in the drawing')).default({}).describe('words of its own that the figure shows'),
  sides: z.array(side).default([]).describe('for a figure of two sides: what stands on each'),
  calendars: z.array(calendar).default([]).describe('for a figure of two calendars: both, the upper one first'),
  'speaks-of': text('a finding that links lead to, such as practices/pivot-between-project-types')
    .optional()
    .describe('for the matrix: the finding that the answer speaks of; its column stands out'),
  unlinked: z.array(unlinked).default([]).describe('what the answer says of rows without a link'),
  aliases: texts('a word or phrase people type when they mean this').default([]),
  next: z.array(relation).max(4, { error: 'has more than four entries; keep the best four' }).default([]),
  reviewed: day('the day somebody last read the figure against its sources'),
  formerly: z.array(idText('an old id')).default([]).describe('old ids; each leaves a redirect'),
});

export type FigureData = z.infer<typeof figureSchema>;
