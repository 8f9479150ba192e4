import { z } from 'astro/zod';
import { FINDING_KINDS, LINK_STATES, SPEAKS_OF, STANCES, VOICES } from '../schemas/kinds.ts';
import { QUIZ_TOPICS } from '../schemas/quiz.ts';
import { sourceSchema } from '../schemas/source.ts';

const words = (what: string) => z.string().describe(what);
const list = (what: string) => z.array(z.string()).describe(what);

const ref = words('kind and id, such as gaps/timetables');
const address = words('where to read it: a whole web address, or a path where the site’s address is not known');
const reviewed = words('the day somebody last checked it, YYYY-MM-DD');
const voice = z.enum(VOICES).describe('whose it is');
const stance = z.enum(STANCES).describe('how the source bears on it');
const ours = z.literal('editors').describe('the editors’');
const theirs = z.literal('others').describe('another publication’s, in our words');
const papers = z.literal('paper').describe('the study’s, in our words');

/** What a statement of each voice carries beside its text; fields of other voices are left out. */
const carried = {
  at: list('paper: sentences of the abstract it rests on').optional(),
  from: list('editors: what it rests on; #name is a statement on the same page').optional(),
  because: words('editors: the reason').optional(),
  source: words('others: the id of the source').optional(),
  stance: stance.optional(),
  where: words('unknown: where the answer may be found').optional(),
};

const ourText = z.strictObject({ voice: ours, text: z.string() });
const relation = z.strictObject({ to: ref, why: words('the reason'), voice: ours });

const finding = z.strictObject({
  ref,
  kind: z.enum(FINDING_KINDS),
  title: words('the name of the entry'),
  short: words('a name of one or two words').optional(),
  address,
  answer: z.strictObject({ voice, text: z.string(), ...carried }).describe('the answer in one sentence'),
  recognise: ourText.describe('the phrase a reader would tick when it is true of their own system'),
  aliases: list('other words for it'),
  questions: z.array(ourText).describe('questions to ask one’s own team'),
  next: z.array(relation).describe('what to read next'),
  part_of: relation.optional().describe('the entry of the same kind that this one is part of'),
  order: z.int().describe('the place in lists of its kind'),
  reviewed,
});

const figure = z.strictObject({
  ref,
  kind: z.literal('figures'),
  title: words('the name of the figure'),
  address,
  answer: z.strictObject({ voice, text: z.string(), ...carried }).describe('what it shows, in one sentence'),
  how: ourText.describe('how to read it'),
  credit: ourText.describe('what it rests on beside the study').optional(),
  shown: z.array(z.strictObject({ name: z.string(), voice: ours, text: z.string() })).describe('words of its own in the drawing'),
  sides: z
    .array(
      z.strictObject({
        on: ref,
        outside: words('the id of the statement on the one side'),
        inside: words('the id of that on the other side'),
      }),
    )
    .describe('for a figure of two sides: what stands on each'),
  aliases: list('other words for it'),
  next: z.array(relation).describe('what to read next'),
  reviewed,
});

const page = z.strictObject({
  ref,
  kind: z.literal('pages'),
  title: words('the heading of the page'),
  address,
  description: words('what the page is, in a sentence'),
  voice: z.enum(['each', 'editors']).describe('each: its statements are in `statements`; editors: all of its text is ours'),
  text: z.array(ourText).describe('paragraphs of a page that is the editors’ as a whole'),
  aliases: list('other words for it'),
  next: z.array(relation).describe('what to read next'),
  reviewed,
});

const sourceEntry = z
  .strictObject({ ref, kind: z.literal('sources'), title: words('name and year, as a short citation'), address, reviewed })
  .describe('a source by its name; its record is in `sources`');

const term = z.strictObject({
  ref,
  kind: z.literal('glossary'),
  title: words('the term'),
  address,
  also: list('other names for it'),
  definition: ourText,
  follows: z.strictObject({ name: z.string(), url: z.string() }).optional().describe('the published definition that ours follows'),
  group: words('the heading it stands under'),
  see: list('entries that use it'),
});

const lesson = z.strictObject({
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
    .array(z.strictObject({ title: z.string(), minutes: z.int() }))
    .describe('statements of a step are in `statements` under its title'),
  directions: z
    .array(z.strictObject({ id: z.string(), step: z.string(), type: z.enum(['activity', 'facilitator']), text: z.array(z.string()) }))
    .describe('what the room does, and notes for whoever teaches'),
  check_out: z.strictObject({ ask: z.string(), listen_for: z.string() }),
  aliases: list('other words for it'),
  next: z.array(relation).describe('what to read next'),
  order: z.int(),
  reviewed,
});

const feedback = { feedback: words('what is said after the answer'), from: words('what that rests on') };
const quizQuestion = z.strictObject({
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

const checkQuestion = z.strictObject({
  ref,
  kind: z.literal('questions'),
  title: words('the question'),
  address,
  voice: ours,
  about: ref,
  looks: z.strictObject({ in_place: z.string(), partly: z.string(), not: z.string() }).describe('what one sees'),
  talk: words('the question to talk about where two people differ'),
  because: words('why it is asked'),
  from: list('what it rests on'),
  order: z.int(),
  reviewed,
});

const statement = z.strictObject({
  id: words('its name on the page; permanent'),
  page: ref,
  address,
  voice,
  section: words('the heading it stands under; empty for an answer or a reason'),
  text: words('the statement, without markup'),
  ...carried,
});

const pair = { id: words('{from}--{to}'), from: ref, to: ref };
const judged = words('the day somebody last judged the pair, YYYY-MM-DD');
const link = z.discriminatedUnion('state', [
  z.strictObject({
    ...pair,
    address,
    state: z.enum(LINK_STATES).exclude(['not-assessed']).describe('what became of the pair'),
    voice: z.enum(['paper', 'others', 'editors']).describe('whose judgment it is'),
    reason: words('why the two belong together or not'),
    at: words('paper: the sentence that names both ends as linked').optional(),
    against: words('the best case against the judgment; always the editors’'),
    would_change: words('what the editors would have to see to judge otherwise'),
    rests_on: list('sentences of the abstract, entries and sources'),
    by_way_of: list('not-linked: the findings by way of which alone the response works; always the editors’').optional(),
    despite: words('not-linked: why, although a source supports the link; always the editors’').optional(),
    sources: z.array(
      z.strictObject({
        source: words('the id of the source'),
        stance,
        speaks_of: z.enum(SPEAKS_OF).describe('whether the source speaks of both ends together or of one of them'),
        says: z.string(),
        voice: theirs,
      }),
    ),
    judged,
  }),
  z.strictObject({
    ...pair,
    state: z.literal('not-assessed').describe('nobody judged the pair: it has no voice and no page'),
    reason: words('why nobody judged it'),
    judged,
  }),
]);

const { shape } = sourceSchema;
const [sourceFinding, bearing] = [shape.findings.unwrap().element.shape, shape.findings.unwrap().element.shape.on.element.shape];
const source = z.strictObject({
  id: words('the file’s name; permanent'),
  ref,
  address,
  official: words('its official address: PubMed, DOI, PubMed Central or its page').optional(),
  reference: words('the reference in one line'),
  title: shape.title,
  title_note: shape['title-note'],
  authors: z.array(words('one author as the record gives the name')).default([]),
  authors_note: shape['authors-note'],
  et_al: shape['et-al'],
  short: shape.short,
  year: shape.year,
  published: shape.published,
  container: shape.container,
  volume: shape.volume,
  issue: shape.issue,
  pages: shape.pages,
  doi: shape.doi,
  pmid: shape.pmid,
  pmcid: shape.pmcid,
  url: shape.url,
  kind: shape.kind,
  design: shape.design,
  setting: shape.setting,
  countries: shape.countries,
  read: shape.read,
  read_note: shape['read-note'],
  overlap: shape.overlap,
  overlap_note: shape['overlap-note'],
  note: shape.note,
  reviewed: shape.reviewed,
  findings: z.array(
    z.strictObject({
      id: sourceFinding.id,
      voice: theirs,
      text: sourceFinding.text,
      on: z
        .array(z.strictObject({ to: bearing.to, stance: bearing.stance, reason: words('why, in a few words; the reason is the editors’') }))
        .describe('findings of the guide it bears on'),
      not_used: sourceFinding['not-used'],
    }),
  ),
});

const sentence = z.strictObject({
  id: words('section and number, such as results-2'),
  voice: papers,
  gist: words('the sentence in our words'),
  start: words('its first words, to find it by'),
  end: words('its last words'),
  official: words('the official abstract, opened at this sentence'),
  address,
});

/** `guide.json` as a whole. The type of `guideJson` and the published JSON Schema both come from here. */
export const guideFile = z
  .strictObject({
    $schema: words('the schema of this file'),
    name: words('the name of the guide'),
    description: words('what it is, in a sentence'),
    language: words('the language of the guide'),
    disclaimer: words('whose guide it is not'),
    licence: z.strictObject({ name: z.string(), address: z.string() }).describe('license of the text'),
    keep: words('what to keep when quoting'),
    study: z
      .strictObject({
        id: z.string(),
        reference: z.string(),
        official: z.string().optional(),
        address,
        rests_on: words('what was read of the study'),
        numbers: z.array(z.strictObject({ count: z.int(), unit: z.string() })).describe('counts of its design'),
        period: z.strictObject({ from: z.string(), to: z.string() }).optional().describe('when data were gathered'),
        sentences: z.array(sentence),
      })
      .describe('the study the guide is about, with locators of the sentences of its abstract'),
    voices: z.array(z.strictObject({ id: voice, label: words('the words of the mark'), meaning: z.string() })).describe('the five voices'),
    link_states: z
      .array(z.strictObject({ id: z.enum(LINK_STATES), label: words('the words of the mark'), meaning: z.string() }))
      .describe('what may become of a pair'),
    kinds: z
      .array(
        z.strictObject({
          id: z.enum(FINDING_KINDS),
          title: z.string(),
          address,
          lead: z.strictObject({ voice: papers, text: z.string(), at: z.array(z.string()) }).describe('what this kind is'),
          division: ourText.describe('how the study names these, and what of the division is ours'),
        }),
      )
      .describe('kinds of finding'),
    entries: z
      .array(z.discriminatedUnion('kind', [finding, figure, lesson, quizQuestion, checkQuestion, page, sourceEntry, term]))
      .describe('findings, figures, lessons, questions, pages, sources and terms'),
    statements: z.array(statement).describe('every statement with its voice and what that voice carries'),
    links: z.array(link).describe('every pair, judged or not'),
    sources: z.array(source).describe('records of publications, what was read of them and what they say'),
  })
  .describe('An evidence guide to one study. Every statement says whose it is.');

export type GuideFile = z.infer<typeof guideFile>;

/**
 * The JSON Schema of `guide.json`, draft 2020-12.
 *
 * @param address where the schema stands, if that is known
 */
export function guideJsonSchema(address?: string): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(guideFile, { target: 'draft-2020-12', io: 'output' });
  return { $schema, ...(address && { $id: address }), title: 'guide.json', ...rest };
}
