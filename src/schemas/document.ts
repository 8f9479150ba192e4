import { z } from 'astro/zod';
import { answer, day, idText, relation, text, texts, voicedSentence } from './common.ts';

const filled = (what: string) => text(what).optional();

/** What stands in a part of a sheet: words to read, places to fill in. `filled` is what an invented program writes there. */
const field = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('text'), text: text('what the sheet says; what is to be replaced stands in brackets') }),
    z.strictObject({
      type: z.literal('list'),
      boxes: z.boolean().default(false).describe('whether each is a box to tick'),
      items: texts('one thing').min(1, { error: 'is empty: what is listed' }),
    }),
    z.strictObject({
      type: z.literal('line'),
      label: text('what is asked'),
      lines: z.int().min(1).max(8).default(1).describe('how many lines the answer takes on paper'),
      filled: filled('what the invented program answers'),
    }),
    z.strictObject({
      type: z.literal('table'),
      columns: texts('the head of a column').min(2, { error: 'needs two columns or more' }),
      rows: z.array(texts('a cell; cells that are left out are to be filled in')).default([]),
      blank: z.int().min(0).max(20).default(0).describe('rows with nothing in them, after the others'),
      filled: z.array(texts('a cell')).default([]).describe('for each row the cells that the invented program fills in'),
    }),
    z.strictObject({
      type: z.literal('open'),
      of: texts('a kind of finding, such as gaps, or an entry').min(1, { error: 'is empty: whose open points' }),
    }),
  ],
  { error: 'needs type: text, list, line, table or open, and what that type holds' },
);

const part = z.strictObject({
  id: idText('a short permanent name'),
  heading: text('its heading on the sheet'),
  'new-page': z.boolean().default(false).describe('whether it begins on a new sheet of paper'),
  why: z
    .array(voicedSentence({ id: idText('a short permanent name') }))
    .min(1, { error: 'is empty: how to fill the part in, and what that rests on' }),
  fields: z.array(field).min(1, { error: 'is empty: what the part holds' }),
});

/** A sheet to take along and fill in: `content/documents/{id}.yaml`. Page, Word file and Markdown are made of it. */
export const documentSchema = z.strictObject({
  title: text('what the sheet is called'),
  answer,
  for: text('who fills it in, and for whom'),
  pages: z.int().min(1).optional().describe('how many sheets of paper it takes at most, A4 or Letter'),
  parts: z.array(part).min(1, { error: 'is empty: the parts of the sheet' }),
  example: z
    .strictObject({ lesson: text('the lesson whose invented program fills it in'), note: text('that it is invented, and what it shows') })
    .optional(),
  order: z.int().positive(),
  next: z.array(relation).max(4, { error: 'has more than four entries; keep the best four' }).default([]),
  aliases: texts('a word or phrase people type when they mean this').default([]),
  reviewed: day('the day somebody last read the sheet against what it rests on'),
  formerly: z.array(idText('an old id')).default([]).describe('old ids; each leaves a redirect'),
});

export type DocumentData = z.infer<typeof documentSchema>;
