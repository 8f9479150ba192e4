import { z } from 'astro/zod';
import { QUIZ_TOPICS } from '../../schemas/quiz.ts';
import type { Exported } from './exported.ts';
import { address, list, ref, reviewed, words } from './parts.ts';

const feedback = { feedback: words('what is said after the answer'), from: words('what that rests on') };
export const quizJson = z.strictObject({
  ref,
  kind: z.literal('quiz'),
  title: words('the question'),
  address,
  type: z.enum(['single', 'multiple', 'match', 'order']),
  about: z.enum(QUIZ_TOPICS),
  choices: z
    .array(z.strictObject({ text: z.string(), right: z.boolean(), ...feedback }))
    .optional()
    .describe('of a single or multiple question'),
  pairs: z
    .array(z.strictObject({ left: z.string(), right: z.string(), ...feedback }))
    .optional()
    .describe('of a match question'),
  items: z
    .strictObject({ items: list('in the right order'), ...feedback })
    .optional()
    .describe('of an order question'),
  order: z.int(),
  reviewed,
});

export const quizQuestion: Exported<'quiz', z.infer<typeof quizJson>> = {
  json: (_, { data }, base) => {
    const { type, about, order, reviewed: day } = data;
    const common = { ...base, kind: 'quiz' as const, type, about, order, reviewed: day };
    switch (data.type) {
      case 'match':
        return { ...common, pairs: data.pairs };
      case 'order':
        return { ...common, items: { items: data.items, feedback: data.feedback, from: data.from } };
      default:
        return { ...common, choices: data.choices };
    }
  },
};
