import { z } from 'astro/zod';
import { audiencesOf, domainsOf, termsOf } from '../../guide/teaching.ts';
import type { Guide, Lesson } from '../../guide/types.ts';
import { capital, inMinutes } from '../../lib/text.ts';
import { lessonBlocks } from '../edition/lesson.ts';
import type { Exported } from './exported.ts';
import { address, editors, list, ours, ourText, ref, relation, relations, reviewed, words } from './parts.ts';

export const lessonJson = z.strictObject({
  ref,
  kind: z.literal('lessons'),
  title: words('the name of the lesson'),
  short: words('its name in a list'),
  address,
  description: words('what it is, in a sentence'),
  minutes: z.int(),
  setting: words('where it fits'),
  audiences: list('for whom it is'),
  group: words('how many people it suits'),
  questions: z.array(ourText).describe('questions it answers'),
  objectives: z
    .array(z.strictObject({ id: z.string(), can: z.string(), competencies: list('domains of a published list, by name'), voice: ours }))
    .describe('what learners can do afterwards; the mapping is ours'),
  steps: z
    .array(
      z.strictObject({
        title: z.string(),
        minutes: z.int(),
        acts: z.array(z.strictObject({ minutes: z.int(), what: z.string() })).describe('what is done when; empty where it is one act'),
      }),
    )
    .describe('statements of a step are in `statements` under its title'),
  directions: z
    .array(z.strictObject({ id: z.string(), step: z.string(), type: z.enum(['activity', 'facilitator']), text: z.array(z.string()) }))
    .describe('what the room does, and notes for whoever teaches'),
  terms: z.array(ref).describe('words that a mixed group needs, in the glossary'),
  rubric: z
    .strictObject({
      title: z.string(),
      levels: z.array(z.string()),
      rows: z.array(z.strictObject({ asks: z.string(), levels: z.array(z.string()) })),
      voice: ours,
    })
    .optional()
    .describe('how well a piece of work does each thing that is asked of it'),
  check_out: z.strictObject({ ask: z.string(), listen_for: z.string() }),
  aliases: list('other words for it'),
  next: z.array(relation).describe('what to read next'),
  order: z.int(),
  reviewed,
});

export const lesson: Exported<'lessons', z.infer<typeof lessonJson>> = {
  json: (guide, entry, base) => {
    const { data, blocks } = entry;
    const { short, description, minutes, setting, group, steps, aliases, order, reviewed: day } = data;
    return {
      ...base,
      kind: 'lessons',
      short,
      description,
      minutes,
      setting,
      audiences: audiencesOf(guide, entry).map(({ name }) => name),
      group,
      questions: data.questions.map(editors),
      objectives: data.objectives.map((objective) => ({
        id: objective.id,
        can: objective.can,
        competencies: domainsOf(guide, [objective]).map(({ name }) => name),
        voice: 'editors' as const,
      })),
      steps,
      directions: blocks.flatMap((block) =>
        block.type === 'activity' || block.type === 'facilitator'
          ? [{ id: block.id, step: block.section, type: block.type, text: block.parts.map(({ text }) => text) }]
          : [],
      ),
      terms: termsOf(guide, entry).map((term) => term.ref),
      ...(data.rubric && { rubric: { ...data.rubric, voice: 'editors' as const } }),
      check_out: { ask: data['check-out'].ask, listen_for: data['check-out']['listen-for'] },
      aliases,
      next: relations(data.next),
      order,
      reviewed: day,
    };
  },
  name: (guide, entry, base) => ({
    ...base,
    also: [...lessonWords(guide, entry), ...entry.data.aliases],
    questions: entry.data.questions,
    summary: `${inMinutes(entry.data.minutes)}. ${entry.data.description}`,
    voice: 'editors',
  }),
  blocks: lessonBlocks,
  line: ({ about }, { data }) => `${inMinutes(data.minutes)}. ${capital(about.voices.editors.possessive)}: ${data.description}`,
};

/** What a lesson is looked for by: its length, for whom it is, and the competencies it trains. */
const lessonWords = (guide: Guide, lesson: Lesson): string[] => [
  inMinutes(lesson.data.minutes),
  `${lesson.data.minutes} minute lesson`,
  lesson.data.setting,
  ...audiencesOf(guide, lesson).map(({ name }) => `lesson for ${name}`),
  ...domainsOf(guide, lesson.data.objectives).map(({ name }) => name),
];
