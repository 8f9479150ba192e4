import { z } from 'astro/zod';
import { idText, text } from './common.ts';

const audience = z.strictObject({ id: idText('a short name for addresses'), name: text('whom it means, in the plural') });

const competency = z.strictObject({
  id: idText('a short name for addresses'),
  number: z.int({ error: 'must be a whole number' }).positive({ error: 'must be 1 or more' }).describe('its number in the published list'),
  name: text('the name of the domain as published'),
  source: text('the publication that lists it, a file in content/sources'),
});

/** `content/teaching.yaml`: whom lessons are for, the published list that objectives are mapped to, inferences to dispute. */
export const teachingSchema = z.strictObject({
  audiences: z.array(audience).min(1, { error: 'is empty: at least one audience' }),
  competencies: z.strictObject({
    name: text('the name of the published list'),
    note: text('whose the mapping is'),
    domains: z.array(competency).min(1, { error: 'is empty: at least one domain' }),
  }),
  dispute: z
    .array(text('a pair that we infer, such as timetables--internal-funding'))
    .max(8, { error: 'has more than eight pairs; keep the best eight' })
    .default([])
    .describe('the inferences of the exercise in disputing, in order'),
});

export type TeachingData = z.infer<typeof teachingSchema>;
