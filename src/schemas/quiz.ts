import { z } from 'astro/zod';
import { day, idText, text } from './common.ts';

/** What a question of the quiz is about. */
export const QUIZ_TOPICS = ['study', 'limits', 'gaps', 'responses', 'links'] as const;

/** The letters that stand before what is to be matched. */
export const LETTERS = 'abcdefghij';

/** What is said after an answer, and what that rests on. */
const feedback = {
  feedback: text('what the learner reads after this answer: why it is right or wrong'),
  from: text('what the feedback rests on: results-2, gaps/timetables#named, gaps/timetables or a source'),
};

const choice = z.strictObject({ text: text('the answer as it stands in the list'), right: z.boolean().default(false), ...feedback });

const common = {
  about: z.enum(QUIZ_TOPICS, { error: `must be one of ${QUIZ_TOPICS.join(', ')}` }),
  prompt: text('the question'),
  order: z.int({ error: 'must be a whole number: the place in the quiz' }).positive({ error: 'must be 1 or more' }),
  reviewed: day('the day somebody last read the question against its sources'),
  formerly: z.array(idText('an old id')).default([]).describe('old ids; each leaves a redirect'),
};

/** One question of the bank: `content/quiz/{id}.yaml`. */
export const quizSchema = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('single'), ...common, choices: z.array(choice).min(3, { error: 'needs at least three choices' }) }),
    z.strictObject({ type: z.literal('multiple'), ...common, choices: z.array(choice).min(3, { error: 'needs at least three choices' }) }),
    z.strictObject({
      type: z.literal('match'),
      ...common,
      pairs: z
        .array(z.strictObject({ left: text('what is given'), right: text('what belongs to it'), ...feedback }))
        .min(3, { error: 'needs at least three pairs' })
        .max(LETTERS.length, { error: `has more than ${LETTERS.length} pairs: there is no letter for the next` }),
    }),
    z.strictObject({
      type: z.literal('order'),
      ...common,
      items: z
        .array(text('a step, in the right place'))
        .min(3, { error: 'needs at least three items' })
        .max(6, { error: 'has more than six items' })
        .describe('in the right order'),
      ...feedback,
    }),
  ],
  { error: 'needs type: single, multiple, match or order, and what that type must hold' },
);

export type QuizData = z.infer<typeof quizSchema>;

/** Whether a question is answered by choosing, one or several, and neither by matching nor by ordering. */
export const isChosen = (data: QuizData): data is Extract<QuizData, { type: 'single' | 'multiple' }> =>
  data.type === 'single' || data.type === 'multiple';
