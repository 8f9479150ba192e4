import { z } from 'astro/zod';
import { day, idText, refText, text } from './common.ts';

/** One question of the self-check: `content/questions/{id}.yaml`. It is the editors', about a finding of the study. */
export const questionSchema = z.strictObject({
  about: refText('the finding it asks about, such as gaps/timetables'),
  ask: text('the question in plain words; "in place" is an answer to it'),
  looks: z.strictObject({
    'in-place': text('what one sees where it is in place'),
    partly: text('what one sees where it is partly in place'),
    not: text('what one sees where it is not'),
  }),
  talk: text('the question to talk about where two people answer differently'),
  because: text('why we ask it'),
  from: text('what it rests on'),
  order: z.int({ error: 'must be a whole number: the place in the self-check' }).positive({ error: 'must be 1 or more' }),
  reviewed: day('the day somebody last read the question against its sources'),
  formerly: z.array(idText('an old id')).default([]).describe('old ids; each leaves a redirect'),
});

export type QuestionData = z.infer<typeof questionSchema>;
