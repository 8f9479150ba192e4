import { z } from 'astro/zod';
import { factOf } from '../../guide/facts.ts';
import { SIDE_WORDS, SIDES } from '../../lib/sides.ts';
import type { Exported } from './exported.ts';
import { address, ref, reviewed, theirs, words } from './parts.ts';

export const changeJson = z.strictObject({
  ref,
  kind: z.literal('changes'),
  title: words('what happened, in a few words'),
  address,
  voice: theirs,
  text: words('what the source says of it, in our words'),
  date: words('when: YYYY-MM-DD, YYYY-MM or YYYY'),
  thread: words('the heading it stands under'),
  side: z.enum(SIDES).describe('who tells it'),
  source: words('the id of the source'),
  reviewed,
});

export const change: Exported<'changes', z.infer<typeof changeJson>> = {
  json: (guide, entry, base) => {
    const { date, thread, side, reviewed: day } = entry.data;
    const { source, finding } = factOf(guide, entry.data.fact);
    return { ...base, kind: 'changes', voice: 'others', text: finding.text, date, thread, side, source: source.id, reviewed: day };
  },
  name: (guide, entry, base) => ({
    ...base,
    also: [entry.data.thread, SIDE_WORDS[entry.data.side]],
    questions: [],
    summary: factOf(guide, entry.data.fact).finding.text,
    voice: 'others',
    voices: ['others'],
  }),
};
