import { z } from 'astro/zod';
import type { Exported } from './exported.ts';
import { address, list, ours, ref, reviewed, words } from './parts.ts';

export const checkJson = z.strictObject({
  ref,
  kind: z.literal('questions'),
  title: words('the question'),
  address,
  voice: ours,
  about: ref,
  looks: z.strictObject({ in_place: z.string(), partly: z.string(), not: z.string() }).describe('what one sees'),
  talk: words('the question to talk about where two people differ'),
  because: words('why it is asked'),
  from: list('what it rests on'),
  order: z.int(),
  reviewed,
});

export const checkQuestion: Exported<'questions', z.infer<typeof checkJson>> = {
  json: (_, { data }, base) => {
    const { about, looks, talk, because, from, order, reviewed: day } = data;
    return {
      ...base,
      kind: 'questions',
      voice: 'editors',
      about,
      looks: { in_place: looks['in-place'], partly: looks.partly, not: looks.not },
      talk,
      because,
      from: from.split(/\s+/),
      order,
      reviewed: day,
    };
  },
};
