import { z } from 'astro/zod';
import { isDay } from '../lib/dates.ts';
import { SIDES } from '../lib/sides.ts';
import { listed } from '../lib/text.ts';
import { day, factText, idText, text } from './common.ts';

const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/;

/** An event since the study's data were gathered: `content/changes/{id}.yaml`. What happened stands in a source; this says when, and who tells it. */
export const changeSchema = z.strictObject({
  title: text('what happened, in a few words'),
  date: z
    .union([z.string(), z.int().transform(String)], {
      error: ({ input }) => (input === undefined ? 'is missing: when it happened' : 'must be a day, a month or a year'),
    })
    .refine((date) => isDay(date) || MONTH.test(date) || /^[12]\d{3}$/.test(date), {
      error: 'must be a day such as 2026-02-03, a month such as 2025-08, or a year such as 2024',
    })
    .describe('when it happened: a day, a month or a year'),
  thread: text('the heading it stands under; changes with the same words stand together'),
  side: z
    .enum(SIDES, { error: `must be ${listed(SIDES, 'or')}: who tells it` })
    .describe('who tells it: an authority by its own record, an advocate of the field, the press, one party in politics'),
  fact: factText,
  reviewed: day('the day somebody last looked for what came after it'),
  formerly: z.array(idText('an old id')).default([]).describe('old ids; each leaves a redirect'),
});

export type ChangeData = z.infer<typeof changeSchema>;
