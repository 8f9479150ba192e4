import { z } from 'astro/zod';
import { openingOf } from '../../guide/entries.ts';
import { partsOfSheet, type Sheet, type SheetField, sheetWords } from '../../guide/sheets.ts';
import type { Guide } from '../../guide/types.ts';
import { documentBlocks } from '../edition/document.ts';
import type { Exported } from './exported.ts';
import { address, carriedFields, editors, list, ourText, ref, relation, relations, reviewed, spoken, voice, words } from './parts.ts';

const rows = z.array(z.array(z.string()));
const field = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: words('what the sheet says; what is to be replaced stands in brackets') }),
  z.strictObject({ type: z.literal('list'), boxes: z.boolean().describe('whether each is a box to tick'), items: list('what is listed') }),
  z.strictObject({
    type: z.literal('line'),
    label: words('what is asked'),
    lines: z.int(),
    filled: words('what the invented program answers').optional(),
  }),
  z.strictObject({
    type: z.literal('table'),
    columns: list('heads of columns'),
    rows: rows.describe('cells; an empty one is to be filled in'),
    filled: rows.describe('the rows as the invented program fills them in').optional(),
  }),
  z.strictObject({ type: z.literal('open'), points: list('statements that say what is not reported, as page#statement') }),
]);

export const documentJson = z.strictObject({
  ref,
  kind: z.literal('documents'),
  title: words('what the sheet is called'),
  address,
  answer: z.strictObject({ voice, text: z.string(), ...carriedFields }).describe('what the sheet is for'),
  whose: ourText.describe('whose the sheet is; stands under its title'),
  for: words('who fills it in, and for whom'),
  pages: z.int().describe('how many sheets of paper it takes at most').optional(),
  parts: z
    .array(z.strictObject({ id: z.string(), heading: z.string(), fields: z.array(field) }))
    .describe('how to fill in a part stands in `statements` under its heading'),
  example: ourText.describe('that what is filled in is invented').optional(),
  aliases: list('other words for it'),
  next: z.array(relation).describe('what to read next'),
  order: z.int(),
  reviewed,
});

export const document: Exported<'documents', z.infer<typeof documentJson>> = {
  json: (guide, entry, base) => {
    const { pages, example, aliases, next, order, reviewed: day } = entry.data;
    return {
      ...base,
      kind: 'documents',
      answer: spoken(openingOf(entry)),
      whose: editors(sheetWords(guide)),
      for: entry.data.for,
      ...(pages && { pages }),
      parts: partsJson(guide, entry),
      ...(example && { example: editors(example.note) }),
      aliases,
      next: relations(next),
      order,
      reviewed: day,
    };
  },
  name: (_, { data }, base) => ({
    ...base,
    also: data.aliases,
    questions: data.parts.map(({ heading }) => heading),
    summary: data.answer.text,
    voice: data.answer.voice,
  }),
  blocks: documentBlocks,
  line: ({ about }, { data }) => `${about.voices[data.answer.voice].label}: ${data.answer.text}`,
};

const cellsOf = (table: Extract<SheetField, { type: 'table' }>): string[][] => table.rows.map(({ cells }) => cells);

function partsJson(guide: Guide, entry: Sheet): z.infer<typeof documentJson>['parts'] {
  const filledIn = partsOfSheet(guide, entry, true);
  return partsOfSheet(guide, entry, false).map(({ id, heading, fields }, i) => ({
    id,
    heading,
    fields: fields.map((empty, j): z.infer<typeof field> => {
      const filled = filledIn[i]?.fields[j];
      switch (empty.type) {
        case 'line':
          return {
            type: 'line',
            label: empty.label,
            lines: empty.lines,
            ...(filled?.type === 'line' && filled.value && { filled: filled.value }),
          };
        case 'table':
          return {
            type: 'table',
            columns: [...empty.columns],
            rows: cellsOf(empty),
            ...(entry.data.example && filled?.type === 'table' && { filled: cellsOf(filled) }),
          };
        case 'open':
          return { type: 'open', points: empty.points.map(({ statement: { page, id: name } }) => `${page}#${name}`) };
        default:
          return empty;
      }
    }),
  }));
}
