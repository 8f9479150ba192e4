import { z } from 'astro/zod';
import { openingOf } from '../../guide/entries.ts';
import { FINDING_KINDS, type FindingKind } from '../../schemas/kinds.ts';
import { findingBlocks } from '../edition/finding.ts';
import type { Exported } from './exported.ts';
import { address, carriedFields, editors, list, ourText, ref, relation, relations, reviewed, spoken, voice, words } from './parts.ts';

export const findingJson = z.strictObject({
  ref,
  kind: z.enum(FINDING_KINDS),
  title: words('the name of the entry'),
  short: words('a name of one or two words').optional(),
  address,
  answer: z.strictObject({ voice, text: z.string(), ...carriedFields }).describe('the answer in one sentence'),
  recognise: ourText.describe('the phrase a reader would tick when it is true of their own system'),
  aliases: list('other words for it'),
  questions: z.array(ourText).describe('questions to ask one’s own team'),
  next: z.array(relation).describe('what to read next'),
  part_of: relation.optional().describe('the entry of the same kind that this one is part of'),
  order: z.int().describe('the place in lists of its kind'),
  reviewed,
});

export const finding: Exported<FindingKind, z.infer<typeof findingJson>> = {
  json: (_, entry, base) => {
    const { kind, data } = entry;
    const answer = openingOf(entry);
    return {
      ...base,
      kind,
      title: data.title,
      ...(data.short && { short: data.short }),
      answer: spoken(answer),
      recognise: editors(data.recognise),
      aliases: data.aliases,
      questions: data.questions.map(editors),
      next: relations(data.next),
      ...(data['part-of'] && { part_of: { ...data['part-of'], voice: 'editors' } }),
      order: data.order,
      reviewed: data.reviewed,
    };
  },
  name: (_, { data }, base) => ({
    ...base,
    title: data.title,
    also: [...(data.short ? [data.short] : []), data.recognise, ...data.aliases],
    questions: data.questions,
    summary: data.answer.text,
    voice: data.answer.voice,
  }),
  blocks: findingBlocks,
  line: ({ about }, { data }) => `${about.voices[data.answer.voice].label}: ${data.answer.text}`,
};
