import { z } from 'astro/zod';
import { sideId } from '../../guide/addresses.ts';
import { openingOf } from '../../guide/entries.ts';
import { figureBlocks } from '../edition/figure.ts';
import type { Exported } from './exported.ts';
import { address, carriedFields, editors, list, ours, ourText, ref, relation, relations, reviewed, spoken, voice, words } from './parts.ts';

export const figureJson = z.strictObject({
  ref,
  kind: z.literal('figures'),
  title: words('the name of the figure'),
  address,
  answer: z.strictObject({ voice, text: z.string(), ...carriedFields }).describe('what it shows, in one sentence'),
  how: ourText.describe('how to read it'),
  credit: ourText.describe('what it rests on beside the study').optional(),
  shown: z.array(z.strictObject({ name: z.string(), voice: ours, text: z.string() })).describe('words of its own in the drawing'),
  sides: z
    .array(
      z.strictObject({
        on: ref,
        outside: words('the id of the statement on the one side'),
        inside: words('the id of that on the other side'),
      }),
    )
    .describe('for a figure of two sides: what stands on each'),
  calendars: z
    .array(
      z.strictObject({
        voice: z.literal('example').describe('made up for teaching'),
        name: z.string(),
        events: z.array(z.strictObject({ label: z.string(), from: words('year and month of the example'), until: z.string().optional() })),
      }),
    )
    .describe('for a figure of two calendars: both'),
  aliases: list('other words for it'),
  next: z.array(relation).describe('what to read next'),
  reviewed,
});

export const figure: Exported<'figures', z.infer<typeof figureJson>> = {
  json: (_, entry, base) => {
    const { data } = entry;
    const answer = openingOf(entry);
    return {
      ...base,
      kind: 'figures',
      answer: spoken(answer),
      how: editors(data.how),
      ...(data.credit && { credit: editors(data.credit) }),
      shown: Object.entries(data.words).map(([name, text]) => ({ name, ...editors(text) })),
      sides: data.sides.map(({ on }) => ({ on, outside: sideId(on, 'outside'), inside: sideId(on, 'inside') })),
      calendars: data.calendars.map((calendar) => ({ voice: 'example' as const, ...calendar })),
      aliases: data.aliases,
      next: relations(data.next),
      reviewed: data.reviewed,
    };
  },
  name: (_, { data, statements }, base) => ({
    ...base,
    also: data.aliases,
    questions: [],
    summary: statements[0]?.text ?? '',
    voice: data.answer.voice,
  }),
  blocks: figureBlocks,
  line: ({ about }, entry) => {
    const answer = openingOf(entry);
    return `${about.voices[answer.voice].label}: ${answer.text}`;
  },
};
