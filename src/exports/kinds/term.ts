import { z } from 'astro/zod';
import type { Exported } from './exported.ts';
import { address, editors, list, ourText, ref, words } from './parts.ts';

export const termJson = z.strictObject({
  ref,
  kind: z.literal('glossary'),
  title: words('the term'),
  address,
  also: list('other names for it'),
  definition: ourText,
  follows: z.strictObject({ name: z.string(), url: z.string() }).optional().describe('the published definition that ours follows'),
  group: words('the heading it stands under'),
  see: list('entries that use it'),
});

export const term: Exported<'glossary', z.infer<typeof termJson>> = {
  json: (_, { data }, base) => ({
    ...base,
    kind: 'glossary',
    also: data.also,
    definition: editors(data.definition),
    ...(data.follows && { follows: data.follows }),
    group: data.group,
    see: data.see,
  }),
  name: (_, { data }, base) => ({
    ...base,
    also: data.also,
    questions: [],
    summary: data.definition,
    voice: 'editors',
    voices: ['editors'],
  }),
};
