import { z } from 'astro/zod';
import { day, idText, refText, relation, text, texts, voicedSentence } from './common.ts';

const minutes = (what: string) =>
  z
    .int({ error: `must be a whole number of minutes: ${what}` })
    .positive({ error: 'must be 1 or more' })
    .describe(what);

const objective = z.strictObject({
  id: idText('a short permanent name'),
  can: text('what learners can do afterwards; begins with a verb that can be observed, such as "Sort"'),
  competencies: z
    .array(text('a domain of content/teaching.yaml'))
    .min(1, { error: 'is empty: at least one domain of content/teaching.yaml' }),
});

const act = z.strictObject({
  minutes: minutes('how long it takes'),
  what: text('what is said or done, in a few words that begin with a verb'),
});

const step = z.strictObject({
  title: text('the heading of the step in the body'),
  minutes: minutes('how long the step takes'),
  acts: z.array(act).default([]).describe('its clock: what is done when; the minutes add up to those of the step'),
});

/** How well a piece of work does each thing that is asked of it, in words and without points. */
const rubric = z
  .strictObject({
    title: text('the heading of its table'),
    levels: z.tuple([text('the best level'), text('the one between'), text('the one that is not there yet')]),
    rows: z
      .array(
        z.strictObject({
          asks: text('what is looked for'),
          levels: z.tuple([text('what the best level looks like'), text('the one between'), text('the one that is not there yet')]),
        }),
      )
      .min(3, { error: 'needs at least three rows' })
      .max(6, { error: 'has more than six rows; nobody holds more in mind' }),
  })
  .describe('a rubric for what learners write');

/** A key point is a statement: it carries what its voice must carry. */
const point = voicedSentence({ id: idText('a short permanent name') }).describe('one sentence to take home, with its voice');

const payer = z.strictObject({ id: idText('a short name'), name: text('who pays') });

const project = z.strictObject({
  id: idText('a short name'),
  name: text('what the project is called'),
  about: text('what it does, in one short sentence'),
  effort: z.array(z.strictObject({ payer: text('a payer of the case'), people: z.number().positive() })).min(1),
  months: z
    .int()
    .nonnegative({ error: 'must be 0 or more' })
    .optional()
    .describe('how many months its money still lasts; left out where it has no end'),
  wanted: text('who inside the system asked for it, or that nobody did'),
});

/** An invented program for an exercise. Effort is in full-time people: no money is made up. */
const invented = z
  .strictObject({
    title: text('the heading of its table'),
    note: text('says that it is invented'),
    payers: z.array(payer).min(2, { error: 'needs at least two payers' }),
    projects: z.array(project).min(2, { error: 'needs at least two projects' }),
    totals: z
      .record(z.string(), z.number())
      .describe('what the text may quote: "all" for all people, "all/PAYER" for those of one payer, "some/NAME" for sums of projects'),
    sums: z
      .array(z.strictObject({ id: idText('a short name'), projects: z.array(text('a project of the case')).min(1) }))
      .default([])
      .describe('sums of some projects that the text quotes'),
  })
  .describe('an invented program');

/** Frontmatter of a lesson. The body holds its steps: a heading each, and under it statements, activities and notes for whoever teaches. */
export const lessonSchema = z.strictObject({
  title: text('the name of the lesson'),
  short: text('its name in a list, such as 50 minutes'),
  description: text('one plain sentence for search engines').max(160, { error: 'is longer than 160 characters; search engines cut it' }),
  minutes: minutes('how long the whole lesson takes'),
  setting: text('where it fits, such as a leadership meeting'),
  audiences: z.array(text('an audience of content/teaching.yaml')).min(1, { error: 'is empty: at least one audience' }),
  group: text('how many people it suits, and how they sit'),
  questions: texts('a question the lesson answers').min(1, { error: 'is empty: at least one question the lesson answers' }),
  objectives: z.array(objective).min(1, { error: 'is empty: at least one objective' }),
  before: z
    .array(
      z.strictObject({
        to: refText('an entry to read before'),
        minutes: minutes('how long reading takes'),
        why: text('what it is read for'),
      }),
    )
    .default([]),
  bring: texts('something to print, open or set up before').default([]),
  steps: z.array(step).min(1, { error: 'is empty: at least one step' }),
  'key-points': z.array(point).min(1, { error: 'is empty: at least one key point' }),
  'check-out': z.strictObject({
    ask: text('the question everyone answers before leaving'),
    'listen-for': text('what a good answer holds'),
  }),
  adaptations: z.array(z.strictObject({ for: text('for whom, or where'), how: text('what to change') })).default([]),
  quiz: z.array(text('a question of content/quiz')).default([]),
  slides: z
    .array(
      z.strictObject({
        figure: text('a figure of content/figures'),
        after: text('the id of a statement or an activity of the lesson').optional().describe('left out: it follows the title'),
      }),
    )
    .default([])
    .describe('figures that the slides show and the page does not, and what each of them follows'),
  terms: z
    .array(text('a term of content/glossary'))
    .max(6, { error: 'has more than six terms; they stand on one slide' })
    .default([])
    .describe('words that a mixed group needs'),
  case: invented.optional(),
  rubric: rubric.optional(),
  order: z.int({ error: 'must be a whole number: the place in the list' }).positive({ error: 'must be 1 or more' }),
  next: z.array(relation).max(4, { error: 'has more than four entries; keep the best four' }).default([]),
  aliases: texts('a word or phrase people type when they mean this').default([]),
  reviewed: day('the day somebody last read the lesson against its sources'),
  formerly: z.array(text('an old id')).default([]).describe('old ids; each leaves a redirect'),
});

export type LessonData = z.infer<typeof lessonSchema>;
export type LessonRubric = NonNullable<LessonData['rubric']>;
export type LessonCase = NonNullable<LessonData['case']>;
