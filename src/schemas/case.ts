import { z } from 'astro/zod';
import { ASPECTS } from '../lib/aspects.ts';
import { recordOf } from '../lib/records.ts';
import { day, factText, idText, refText, text } from './common.ts';

const facts = z.array(factText).default([]);

/** A real program and who pays for it: `content/cases/{id}.yaml`. A fact stands in its source; the case groups facts. */
export const caseSchema = z.strictObject({
  name: text('its full name'),
  short: text('a name for tables and drawings').max(36, { error: 'is longer than 36 characters; tables and drawings have little room' }),
  organization: text('the organization that runs it, spelled as in its sources').optional(),
  country: text('where it is'),
  system: text('what kind of place it is in, in lower case'),
  telling: z
    .strictObject({ text: text('one sentence that names who says it'), fact: factText })
    .describe('what is telling about who pays here, and on what terms'),
  payers: z
    .array(z.strictObject({ payer: idText('a payer of guide.yaml'), fact: factText }))
    .describe('who pays, each with the fact that documents it'),
  choosers: z
    .array(z.strictObject({ chooser: idText('a chooser of guide.yaml'), fact: factText }))
    .default([])
    .describe('who chooses topics, each with the fact that documents it'),
  facts: z.strictObject(recordOf(ASPECTS, () => facts)).describe('its facts, by what they are about'),
  illustrates: z
    .array(
      z.strictObject({
        to: refText('the finding, such as gaps/timetables'),
        fact: factText,
        why: text('what of the finding may be seen in the fact; the reading is ours'),
      }),
    )
    .default([])
    .describe('findings that it makes visible'),
  unknown: z.array(text('something readers would ask')).default([]).describe('what was read does not tell'),
  reviewed: day('the day somebody last looked its facts up'),
  formerly: z.array(idText('an old id')).default([]).describe('old ids; each leaves a redirect'),
});

export type CaseData = z.infer<typeof caseSchema>;
