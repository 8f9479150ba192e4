import { z } from 'astro/zod';
import { day, factText, idText, relation, text } from './common.ts';

/** A way in which such work is paid for: `content/mechanisms/{id}.yaml`. What is known of it stands in a source. */
export const mechanismSchema = z.strictObject({
  name: text('what this way of paying is called'),
  payer: text('who pays, as the source tells it'),
  payers: z.array(text('a payer of guide.yaml')).min(1, { error: 'is empty: who pays' }),
  country: text('where it runs'),
  'pays-for': text('what the money is for'),
  lasts: text('how long the money lasts').optional(),
  sum: text('the sum as printed, with currency, year and per what').optional(),
  'who-may-apply': text('who may apply').optional(),
  status: text('what is known of its state'),
  'as-of': text('the day, month or year of that, or "undated page"'),
  fact: factText,
  cases: z.array(idText('a case')).default([]).describe('cases that are paid in this way'),
  'bears-on': z.array(relation).default([]).describe('findings that it bears on; the reading is ours'),
  reviewed: day('the day somebody last looked it up'),
  formerly: z.array(idText('an old id')).default([]).describe('old ids; each leaves a redirect'),
});

export type MechanismData = z.infer<typeof mechanismSchema>;
